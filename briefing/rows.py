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
    title, text = str(row.get("title") or ""), str(row["text"])
    published, precision, offset = parse_time(row.get("published"))
    return Article(
        id=str(row["id"]),
        title=title,
        text=text,
        url=row.get("url") or None,
        outlet=row.get("outlet") or row.get("source") or None,
        authors=tuple(row.get("authors") or ()),
        published=published,
        published_precision=precision,
        utc_offset=offset,
        partial_date=row.get("partial_date") or None,
        dated_by="stated" if published else "none",
        language=row.get("language") or UNKNOWN,
        origin=row.get("origin") or None,
        sha256=digest(title, text),
        source="standard input",
        removed=(),
    )


def parse(lines: Iterable[str | bytes]) -> list[dict[str, Any]]:
    """The rows of JSON Lines; a line that is no article row is broken use of a filter and raises ReadError."""
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise ReadError(f"line {number} is not JSON: give one JSON object a line") from None
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
            raise ReadError(f'line {number} is no article: it needs "id" and "text"')
        rows.append(row)
    return rows
