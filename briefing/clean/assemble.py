"""Assemble: a cleaned draft becomes an article: its id, its hash, its language, its date if it can be believed."""

import hashlib
import re
from dataclasses import replace

from briefing.clean.dates import UNDATED, believed
from briefing.clean.draft import Draft
from briefing.clean.outlets import named, of_host
from briefing.clean.urls import host_of
from briefing.model import Article, Problem, RawDocument
from briefing.rows import digest
from briefing.text.languages import language

ID_DIGITS = 12
"""Hexadecimal digits: two of a million articles share an id with a chance of one in 560."""

PARAGRAPH_BREAK = "\n\n"

Cleaned = tuple[Article | None, tuple[Problem, ...]]
"""What cleaning gives: an article, or none, and what was wrong."""


def assemble(document: RawDocument, draft: Draft, *, own_id: str | None = None) -> Cleaned:
    """The article a draft stands for; `own_id` is what its source calls it, used where it has no address."""
    text = PARAGRAPH_BREAK.join(draft.paragraphs)
    if not any(map(str.isalnum, text)):
        return None, (Problem("clean", subject(document), "no text found"),)
    draft, problems = _dated(document, draft)
    article = Article(
        id=article_id(draft.url, own_id, document),
        title=" ".join(draft.title.split()),
        text=text,
        url=draft.url,
        outlet=named(draft.outlet) if draft.outlet else of_host(host_of(draft.url)),
        authors=tuple(dict.fromkeys(draft.authors)),
        published=draft.date.published,
        published_precision=draft.date.precision,
        utc_offset=draft.date.utc_offset,
        partial_date=None if draft.date.published else draft.partial_date,
        dated_by="stated" if draft.date.published else "none",
        language=language(text),
        origin=draft.origin,
        sha256=digest(" ".join(draft.title.split()), text),
        source=document.source,
        removed=draft.merged_removals(),
    )
    return article, problems


def _dated(document: RawDocument, draft: Draft) -> tuple[Draft, tuple[Problem, ...]]:
    published = draft.date.published
    if published is None or believed(draft.date, document.fetched_at):
        return draft, ()
    message = f"its date, {published.date().isoformat()}, cannot be right, so it counts as undated"
    return replace(draft, date=UNDATED), (Problem("clean", draft.title or subject(document), message),)


def article_id(url: str | None, own_id: str | None, document: RawDocument) -> str:
    """Twelve hexadecimal digits that stay when the text changes."""
    known_by = url or own_id or f"{document.path or document.source}#{document.part or ''}"
    return hashlib.sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def subject(document: RawDocument) -> str:
    """How a document is called in a problem: its source, and which part of it."""
    if document.part is None:
        return document.source
    return f"{document.source} {'line' if LINES.search(document.source) else 'item'} {document.part}"


LINES = re.compile(r"\.(?:jsonl|ndjson)(?:\.gz)?$", re.I)
"""The sources whose parts are lines; those of feeds, tables and mailboxes are items."""
