"""Articles as rows: the JSON shape the filters read, turned into `Article`s and back."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from briefing.errors import ReadError
from briefing.model import Article, Precision

UNKNOWN = "und"  # ISO 639-2: a language nobody told
DAY_LENGTH = len("2020-05-18")


def digest(title: str, text: str) -> str:
    """The hash an article's words are known by: SHA-256 of title, newline and text, hexadecimal."""
    return hashlib.sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def parse_time(value: object) -> tuple[datetime | None, Precision, int | None]:
    """An ISO 8601 date or time → (UTC, its precision, minutes east of UTC where stated).

    A time without an offset is taken as UTC. What is no date gives (None, "none", None).
    """
    try:
        time = datetime.fromisoformat(str(value).strip())
    except ValueError:
        return None, "none", None
    if len(str(value).strip()) <= DAY_LENGTH:
        return time.replace(tzinfo=UTC), "day", None
    if time.tzinfo is None:
        return time.replace(tzinfo=UTC), "second", None
    offset = time.utcoffset()
    try:
        return time.astimezone(UTC), "second", int(offset.total_seconds() // 60) if offset is not None else None
    except OverflowError:
        return None, "none", None


def article(row: Mapping[str, Any]) -> Article:
    """The article a row stands for; its text is taken as it stands, so offsets point into what came in."""
    title, text = _label(row.get("title")) or "", str(row["text"])
    published, precision, offset = parse_time(row.get("published"))
    authors = row.get("authors")
    return Article(
        id=str(row["id"]),
        title=title,
        text=text,
        url=_words(row.get("url")),
        outlet=_words(row.get("outlet")) or _words(row.get("source")),
        authors=tuple(filter(None, map(_words, authors))) if isinstance(authors, list) else (),
        published=published,
        published_precision=precision,
        utc_offset=offset,
        partial_date=_words(row.get("partial_date")),
        dated_by="stated" if published else "none",
        language=_words(row.get("language")) or UNKNOWN,
        origin=_words(row.get("origin")),
        sha256=digest(title, text),
        source="standard input",
        removed=(),
    )


def _words(value: object) -> str | None:
    """A field's text; None for what is none, as if it were not there."""
    return value or None if isinstance(value, str) else None


def _label(value: object) -> str | None:
    """The same of a field that may be a number, too."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _words(value)


def parse(lines: Iterable[str | bytes]) -> list[dict[str, Any]]:
    """The rows of JSON Lines; a line that is no article row is broken use of a filter and raises ReadError."""
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise ReadError(f"line {number} is not JSON: give one JSON object a line") from None
        if not isinstance(row, dict) or _label(row.get("id")) is None or not isinstance(row.get("text"), str):
            raise ReadError(f'line {number} is no article: it needs "id" and "text"')
        rows.append(row)
    return rows
