"""Articles as rows of the library's tables, and back, exactly."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from briefing.errors import StoreError
from briefing.model import Article, Removal

KEY = "id"
WORDS = ("title", "text")
METADATA = (
    "url",
    "outlet",
    "authors",
    "published",
    "published_precision",
    "utc_offset",
    "partial_date",
    "dated_by",
    "language",
    "origin",
    "sha256",
    "source",
    "removed",
)
COLUMNS = (KEY, *WORDS, *METADATA)

SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def guarded(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, as U+FFFD: as many code points as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub(REPLACEMENT, text)
    return text


def optional(text: str | None) -> str | None:
    """The same where there may be no text."""
    return None if text is None else guarded(text)


def to_moment(time: datetime) -> str:
    """An aware time as it is stored: ISO 8601 in UTC, always as long, so that order of text is order of time."""
    if time.tzinfo is None:
        raise StoreError(f"the time {time.isoformat()} has no time zone: give an aware one")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def to_row(article: Article) -> dict[str, Any]:
    """The article as values by column name."""
    return {
        "id": guarded(article.id),
        "title": guarded(article.title),
        "text": guarded(article.text),
        "url": optional(article.url),
        "outlet": optional(article.outlet),
        "authors": json.dumps([guarded(author) for author in article.authors], ensure_ascii=False),
        "published": None if article.published is None else to_moment(article.published),
        "published_precision": article.published_precision,
        "utc_offset": article.utc_offset,
        "partial_date": optional(article.partial_date),
        "dated_by": article.dated_by,
        "language": guarded(article.language),
        "origin": optional(article.origin),
        "sha256": guarded(article.sha256),
        "source": guarded(article.source),
        "removed": json.dumps([[guarded(r.step), r.paragraphs] for r in article.removed], ensure_ascii=False),
    }


def from_row(row: tuple[Any, ...]) -> Article:
    """The article of a row whose values stand in the order of `COLUMNS`."""
    values = dict(zip(COLUMNS, row, strict=True))
    published = values["published"]
    return Article(
        **{
            **values,
            "authors": tuple(json.loads(values["authors"])),
            "published": None if published is None else datetime.fromisoformat(published),
            "removed": tuple(Removal(step, paragraphs) for step, paragraphs in json.loads(values["removed"])),
        }
    )


def storable(article: Article) -> Article:
    """The article as it will come back out of the library."""
    strings = (article.id, article.title, article.text, article.url, article.outlet, article.partial_date)
    more = (article.language, article.origin, article.sha256, article.source, *article.authors)
    try:
        "".join(string or "" for string in (*strings, *more, *(r.step for r in article.removed))).encode()
    except UnicodeEncodeError:
        row = to_row(article)
        return from_row(tuple(row[column] for column in COLUMNS))
    return article
