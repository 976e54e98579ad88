"""The filters behind `brief pipe`: one stage alone, rows in, rows out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing import rows
from briefing.errors import ReadError
from briefing.model import Article

DEFAULT_LANGUAGE = "en"  # most of the news there is


def clean_rows(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """One row a file: its article, with an empty text where it could not be read."""
    from briefing.clean import clean
    from briefing.model import Problem
    from briefing.read import read
    from briefing.read.naming import source_name

    now = datetime.now(UTC)
    for file in files:
        for document in read([file], fetched_at=now):
            article = None if isinstance(document, Problem) else clean(document)[0]
            yield {
                "path": source_name(file),
                "id": article.id if article else None,
                "title": article.title if article else "",
                "text": article.text if article else "",
                "published": article.published.isoformat() if article and article.published else None,
                "outlet": article.outlet if article else None,
                "authors": list(article.authors) if article else [],
                "url": article.url if article else None,
                "language": article.language if article else rows.UNKNOWN,
                "partial_date": article.partial_date if article else None,
                "origin": article.origin if article else None,
            }


def group_rows(lines: Iterable[str | bytes]) -> Iterator[dict[str, Any]]:
    """One row an article: its event, and the article it is a copy of."""
    from briefing.group import group

    articles = [article_of(row) for row in rows.parse(lines)]
    events = group(tuple(by_id(articles).values()))
    event_of = {article_id: event.id for event in events for article_id in event.article_ids}
    copy_of = {copy.article_id: copy.origin_id for event in events for copy in event.copies}
    for article in articles:
        yield {"id": article.id, "event": event_of[article.id], "copy_of": copy_of.get(article.id)}


def summarise_rows(lines: Iterable[str | bytes], *, words: int, method: str) -> Iterator[dict[str, Any]]:
    """One row an event: its key sentences in reading order."""
    from briefing.summarise import summarise

    events: dict[str, list[Article]] = defaultdict(list)
    for row in rows.parse(lines):
        events[json.dumps(row.get("event"), sort_keys=True)].append(article_of(row))
    for event, told in events.items():
        articles = by_id(told)
        yield {
            "event": json.loads(event),
            "sentences": [
                {
                    "article": extract.article_id,
                    "start": extract.span.start,
                    "end": extract.span.end,
                    "text": extract.span.of(articles[extract.article_id].text),
                    "score": extract.score,
                }
                for extract in summarise(tuple(articles.values()), words=words, method=method)
            ],
        }


def by_id(articles: Iterable[Article]) -> dict[str, Article]:
    """Articles by their ids; one that comes twice counts once, two of one id are broken use and raise ReadError."""
    found: dict[str, Article] = {}
    for article in articles:
        if found.setdefault(article.id, article).sha256 != article.sha256:
            raise ReadError(f'two articles have the id "{article.id}": give each its own')
    return found


def quote_rows(lines: Iterable[str | bytes]) -> Iterator[dict[str, Any]]:
    """One row a quotation, article by article."""
    from briefing.quote import quote

    for row in rows.parse(lines):
        article = article_of(row)
        for found in quote(article):
            mention = found.mention_span
            yield {
                "article": found.article_id,
                "kind": found.kind,
                "start": found.span.start,
                "end": found.span.end,
                "text": found.span.of(article.text),
                "speaker": found.speaker,
                "role": found.role,
                "mention_start": mention.start if mention else None,
                "mention_end": mention.end if mention else None,
                "cue": found.cue,
                "confidence": found.confidence,
            }


def article_of(row: Mapping[str, Any]) -> Article:
    """The article a row stands for; a language it does not state is read off its text, English where none can be."""
    from briefing.text.languages import UNKNOWN, language

    article = rows.article(row)
    if article.language != UNKNOWN:
        return article
    found = language(article.text)
    return replace(article, language=DEFAULT_LANGUAGE if found == UNKNOWN else found)
