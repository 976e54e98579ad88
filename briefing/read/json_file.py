"""JSON file: one article as an object, several as a list (bare or under one name), or a JSON Feed.

JSON Feed: https://www.jsonfeed.org/version/1.1/.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.model import Declared, Problem, RawDocument
from briefing.read.blocks import text_of
from briefing.read.body import MAX_CONTAINER_BYTES, body_of
from briefing.read.feed import Entry, Feed, is_teaser, outlet_of
from briefing.read.json_lines import read_lines
from briefing.read.naming import source_name
from briefing.read.opening import MAX_DOCUMENT_BYTES
from briefing.read.row_document import row_document
from briefing.text.encodings import to_text
from briefing.text.fields import field_of

JSON_FEED = "jsonfeed.org/version"
LISTS = ("articles", "items", "results", "data", "entries", "stories", "documents", "docs", "news", "posts", "hits",
    "value", "response", "result")  # fmt: skip
"""What the answers of news services call their articles, or the object in which they have them."""

DEPTH = 3
MAX_ROWS = 100_000


def read_json(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a JSON file; each but a lone one is a part, counted from 1."""
    name = source_name(path)
    body = body_of(path, MAX_CONTAINER_BYTES)
    value = None if isinstance(body, Problem) else parsed(body)
    if isinstance(body, Problem):
        yield body
    elif value is None and parsed(body.lstrip().partition(b"\n")[0]) is not None:
        yield from read_lines(path, media_type, fetched_at)  # JSON Lines by another name
    elif value is None:
        yield Problem("read", name, "not JSON, perhaps cut short")
    elif is_json_feed(value):
        entries = json_feed(value, name, fetched_at).entries
        yield from (entry.document for entry in entries if entry.document)
        if not any(entry.document for entry in entries):
            yield Problem("read", name, "no entry of the feed has any text")
    else:
        yield from json_documents(value, name, fetched_at)


def parsed(body: bytes) -> Any:
    """The value these bytes stand for; None: they are no JSON."""
    try:
        return json.loads(to_text(body, "").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def json_documents(value: Any, name: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles in a JSON value that is no JSON Feed: itself, or each of its list."""
    rows = _listed(value)
    if rows is None:
        yield row_document(name, None, value, fetched_at) if isinstance(value, dict) else _no_article(name)
        return
    if not rows:
        yield Problem("read", name, "the list is empty")
    if len(rows) > MAX_ROWS:
        yield Problem("read", name, f"holds more than {MAX_ROWS:,} items, so only the first were read")
    others = sum(not isinstance(row, dict) for row in rows[:MAX_ROWS])
    if others:
        yield Problem("read", name, f"{others} of its {len(rows)} items are no articles: one is an object with a text")
    for number, row in enumerate(rows[:MAX_ROWS], 1):
        if not isinstance(row, dict):
            continue
        if _too_large(row):
            message = f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, so it was not read"
            yield Problem("read", f"{name} item {number}", message)
        else:
            yield row_document(name, number, row, fetched_at)


def _no_article(subject: str) -> Problem:
    return Problem("read", subject, "no article: one is an object with a text")


def _too_large(row: Mapping[str, Any]) -> bool:
    return any(isinstance(value, str) and len(value) > MAX_DOCUMENT_BYTES for value in row.values())


def _listed(value: Any, depth: int = DEPTH) -> list[Any] | None:
    """The list of articles a value is, or holds under a usual name; None: it is one article, or nothing."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth == 0 or _has_text(value):
        return None
    found = (_listed(value[name], depth - 1) for name in LISTS if isinstance(value.get(name), list | dict))
    return next((rows for rows in found if rows is not None), None)


def _has_text(value: Mapping[str, Any]) -> bool:
    return any(isinstance(value[name], str) and field_of(name) == "text" for name in value)


def is_json_feed(value: Any) -> bool:
    """Whether a value is a JSON Feed of any version."""
    return isinstance(value, dict) and JSON_FEED in str(value.get("version") or "")[:200]


def json_feed(value: Mapping[str, Any], source: str, fetched_at: datetime) -> Feed:
    """The entries of a JSON Feed."""
    items = value.get("items")
    title = _string(value, "title")
    entries = [
        _entry(item, number, source, value, fetched_at)
        for number, item in enumerate(items if isinstance(items, list) else (), 1)
        if isinstance(item, dict)
    ]
    return Feed(title, tuple(entries[:MAX_ROWS]))


def _entry(item: Mapping[str, Any], number: int, source: str, feed: Mapping[str, Any], fetched_at: datetime) -> Entry:
    html = _string(item, "content_html")
    text = text_of(html) if html else _string(item, "content_text") or _string(item, "summary")
    url = _string(item, "url") or _string(item, "external_url") or None
    declared = Declared(
        title=_string(item, "title"),
        published=_string(item, "date_published") or _string(item, "date_modified"),
        outlet=outlet_of(_string(feed, "title")),
        authors=_authors(item) or _authors(feed),
        language=_string(item, "language") or _string(feed, "language"),
    )
    row = {"id": item.get("id"), "title": declared.title, "text": text, "url": url}
    document = row_document(source, number, row, fetched_at, declared=declared, url=url) if text.strip() else None
    return Entry(document, url, is_teaser(text), declared)


def _authors(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in "authors" (version 1.1) or "author" (version 1)."""
    listed = value.get("authors")
    people = listed if isinstance(listed, list) else [value.get("author")]
    return tuple(_string(person, "name") for person in people if isinstance(person, dict) and _string(person, "name"))


def _string(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return found.strip() if isinstance(found, str) else ""
