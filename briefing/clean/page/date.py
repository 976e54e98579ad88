"""Date of a page: when it was published, with time and zone where the page states them."""

import re
from collections.abc import Iterator
from copy import copy
from datetime import date, datetime, timedelta
from typing import Any

from briefing.clean.dates import UNDATED, Dating, believed, from_copy, from_iso
from briefing.clean.page.metadata import Metadata
from briefing.clean.page.tree import quiet_trafilatura

META = ("article:published_time", "article:published", "og:article:published_time", "datepublished", "date_published",
    "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime",
    "bt:pubdate", "article:post_date",
    "og:pubdate", "rnews:datepublished", "date", "displaydate", "ptime", "pdate",
    "dc.date.created", "dateposted", "citation_publication_date", "dcterms.issued",
    "originalpublicationdate")  # fmt: skip
"""Meta elements that give the time of publication; none that gives the time of a change."""

URL_DATE = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2]|[1-9](?=[/-]))[/_-]?"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?=[/_.-]|$)"
)

MOST_ELEMENTS = 20
"""Elements marked as dates that are read; the article's own is among the first."""

SAME_DAY = timedelta(hours=24)
"""A day that is stated without hour, and a time within it anywhere on earth."""

NEAR = timedelta(days=2)
"""How far the day in an address may be from the one in metadata for both to mean one: zones, and nights."""


def date_of(tree: Any, metadata: Metadata, url: str | None, fetched_at: datetime) -> Dating:
    """The time of publication; the first believable one that the day in the address does not contradict."""
    candidates = [found for found in _stated(tree, metadata) if found != UNDATED and believed(found, fetched_at)]
    in_url = day_in_url(url)
    if in_url is not None:
        near = [found for found in candidates if _near(found, in_url)]
        return _fullest(near) if near else from_iso(in_url.isoformat())
    return _fullest(candidates) if candidates else _searched(tree, url, fetched_at)


def _fullest(candidates: list[Dating]) -> Dating:
    """The first, or where it lacks its hour or its zone another of that day that has them."""
    first = candidates[0]
    if first.utc_offset is not None and first.precision != "day":
        return first
    same = [found for found in candidates if _apart(first, found) <= SAME_DAY]
    return max(same, key=lambda found: (found.utc_offset is not None, found.precision != "day"))


def _apart(one: Dating, other: Dating) -> timedelta:
    return abs(one.published - other.published) if one.published and other.published else timedelta.max


def _stated(tree: Any, metadata: Metadata) -> Iterator[Dating]:
    """JSON-LD first, then meta elements, then marked-up elements of the body."""
    for found in metadata.linked:
        yield _read(found.get("datePublished"))
    for name in META:
        for content in metadata.meta.get(name, ()):
            yield _read(content)
    for element in tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate]')[:MOST_ELEMENTS]:
        yield _read(element.get("datetime") or element.get("content") or " ".join(element.itertext()))
    times = [element.get("datetime") for element in tree.iter("time") if element.get("datetime")]
    if len(set(times)) == 1:  # several times are those of a list of articles
        yield _read(times[0])


def _read(value: object) -> Dating:
    if not isinstance(value, str) or not value.strip():
        return UNDATED
    dating = from_iso(value)
    return dating if dating != UNDATED else from_copy(value[:LONGEST])[0]


LONGEST = 80
"""Characters of a date in words."""


def day_in_url(url: str | None) -> date | None:
    """The day an address names, as addresses of newspapers do: ".../2015/01/27/..."."""
    found = URL_DATE.search(url) if url else None
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _near(dating: Dating, day: date) -> bool:
    return dating.published is not None and abs(dating.published.date() - day) <= NEAR


def _searched(tree: Any, url: str | None, fetched_at: datetime) -> Dating:
    """What htmldate finds in the page's text beside its pictures; a day, and never later than the page was fetched."""
    quiet_trafilatura()
    from htmldate import find_date

    words = copy(tree)
    for picture in list(words.iter("figure", "figcaption")):
        picture.getparent().remove(picture)  # with what follows in its own block, which holds no date either
    latest = fetched_at.strftime("%Y-%m-%d")
    try:
        day = find_date(words, original_date=True, url=url, min_date=EARLIEST, max_date=latest)
    except Exception:  # noqa: BLE001 (any page may meet a new fault of the library's; it costs the date, not the article)
        return UNDATED
    return from_iso(day) if day else UNDATED


EARLIEST = "1995-01-01"
"""No page is older; earlier days in a page's words are those of its subject (htmldate's own bound, made explicit)."""
