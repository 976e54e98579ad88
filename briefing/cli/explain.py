"""`brief explain EVENT`: why articles are together, and what is a copy of what."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.config import load
from briefing.database import Address
from briefing.explain import Explanation, explain, names_and_words
from briefing.group.passages import Shared
from briefing.model import Article
from briefing.render.standing import independent
from briefing.store import open_library
from briefing.store.remembered import Remembered

BECAUSE = {
    "agency": "it is an agency's own",
    "credit": "it credits an agency",
    "earliest": "it is the earlier",
    "fullest": "it is the fuller",
    "id": "one of them has to be",
}
PASSAGE_SHOWN = 90  # characters of the longest passage: a line


@click.command("explain")
@click.argument("event")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the reasons as JSON.")
def command(event: str, library: Address | None, as_json: bool) -> None:
    """Say why the articles of an event are together, and which are copies of which; brief events lists events."""
    path = library or load(Path()).library
    with open_library(path, create=False) as stored, Remembered(path) as remembered:
        found = explain(event, stored, remembered)
    if as_json:
        click.echo(json.dumps(summary(found), ensure_ascii=False))
    else:
        for line in lines(found):
            click.echo(line)


def lines(found: Explanation) -> Iterator[str]:
    """The explanation for people."""
    articles = {article.id: article for article in found.articles}
    event = found.event
    outlets = len({article.outlet for article in found.articles})
    yield f"{event.id}  {event.headline or 'without a title'}"
    counts = (amount(len(found.articles), "article"), amount(outlets, "outlet"))
    origins = independent(found.articles, event.copies)  # as a briefing counts them
    yield ", ".join((*counts, origins) if origins else counts)
    reasons = {reason.article_id: reason for reason in found.reasons}
    for article in found.articles:
        yield ""
        yield told(article)
        reason = reasons.get(article.id)
        if reason:
            names, words = names_and_words(reason.shared, article)
            nearest = articles[reason.nearest_id]
            outlet = nearest.outlet or "unknown outlet"
            yield f"    most like {nearest.id} ({outlet}), similarity {reason.similarity:.2f}"
            yield from (
                f"    shared {kind}: {', '.join(some)}" for kind, some in (("names", names), ("words", words)) if some
            )
        elif len(found.articles) > 1:
            yield "    like none of the others"
        yield from (f"    {copied(copy, article)}" for copy in found.copies if copy.article_id == article.id)
    if found.corrections:
        yield ""
        yield f"Corrections that name its articles: {', '.join(each.kind for each in found.corrections)}"


def told(article: Article) -> str:
    """An article in a line."""
    day = f"{article.published:%Y-%m-%d}" if article.published else "undated"
    return f"{article.id}  {day}  {article.outlet or 'unknown outlet'}: {article.title or 'without a title'}"


def copied(copy: Shared, article: Article) -> str:
    """Why an article is called a copy, in a line or two."""
    through = "" if copy.version_id == copy.origin_id else f" by way of {copy.version_id}"
    line = f"a copy of {copy.origin_id}{through}, the origin as {BECAUSE[copy.because]}: "
    line += f"{copy.words} of its {copy.of} words stand there too"
    if copy.longest:
        passage = " ".join(copy.longest.span.of(article.text).split())
        shown = passage if len(passage) <= PASSAGE_SHOWN else passage[:PASSAGE_SHOWN].rsplit(" ", 1)[0] + " …"
        line += f", {copy.longest_words} of them in a row: “{shown}”"
    return line


def summary(found: Explanation) -> dict[str, object]:
    """The explanation, for programs."""
    articles = {article.id: article for article in found.articles}
    return {
        "event": found.event.id,
        "headline": found.event.headline,
        "articles": list(found.event.article_ids),
        "origins": found.event.origins,
        "reasons": [
            {
                "article": reason.article_id,
                "nearest": reason.nearest_id,
                "similarity": round(reason.similarity, 4),
                "names": list(names_and_words(reason.shared, articles[reason.article_id])[0]),
                "words": list(names_and_words(reason.shared, articles[reason.article_id])[1]),
            }
            for reason in found.reasons
        ],
        "copies": [
            {
                "article": copy.article_id,
                "origin": copy.origin_id,
                "version": copy.version_id,
                "shared_words": copy.words,
                "words": copy.of,
                "version_words": copy.version_of,
                "passages": copy.passages,
                "longest": [copy.longest.span.start, copy.longest.span.end] if copy.longest else None,
                "longest_words": copy.longest_words,
                "because": copy.because,
            }
            for copy in found.copies
        ],
        "corrections": [each.kind for each in found.corrections],
    }
