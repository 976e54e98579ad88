"""Date of a page: when it was published, with time and zone where the page states them."""

import re
from collections.abc import Iterator
from copy import copy
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from briefing.clean.dates import MONTHS, NUMBERS, UNDATED, Dating, believed, from_copy, from_field, from_iso
from briefing.clean.month_names import in_english
from briefing.clean.page.metadata import Metadata
from briefing.clean.page.tree import quiet_trafilatura

META = ("article:published_time", "article:published", "og:article:published_time", "datepublished", "date_published",
    "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime",
    "bt:pubdate", "article:post_date",
    "og:pubdate", "rnews:datepublished", "date", "displaydate", "ptime", "pdate",
    "dc.date.created", "dateposted", "citation_publication_date", "dcterms.issued", "dcterms.available",
    "originalpublicationdate", "og:published_time", "article:publish_date", "article_date_original", "published_at",
    "mediator_published_time", "shareaholic:article_published_time", "iso-8601-publish-date", "publication-date",
    "published_time", "published", "date.release", "article:created", "datecreated", "created",
    "weibo:article:create_at")  # fmt: skip
"""Meta elements that give the time of publication; none that gives the time of a change."""

URL_DATE = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2]|[1-9](?=[/-])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)(?=[/-]))[/_-]?(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?=[/_.-]|$)"
)

CHANGED = re.compile(
    r"updat|modif|changed|revis|edited|aktualis|обновл|оновл|mis à jour|actualiz|aggiorn|atualiz", re.I
)
"""What says that a time is that of a change."""

STAMPED = re.compile(r"publish|posted|time-?stamp|date(?!line|picker)|byline|dateline|pubdate", re.I)
"""Classes of elements that say in words when an article was published."""

LEVELS, MOST_TIMES = 4, 3
"""How far up from the headline its times are looked for, and how many it has: published, changed, of the picture.
Where more stand together they are those of a list of articles."""

MOST_ELEMENTS = 20
"""Elements marked as dates that are read; the article's own is among the first."""

SAME_DAY = timedelta(hours=24)
"""A day that is stated without hour, and a time within it anywhere on earth."""

NEAR = timedelta(days=2)
"""How far the day in an address may be from the one in metadata for both to mean one: zones, and nights."""


def date_of(tree: Any, metadata: Metadata, url: str | None, fetched_at: datetime) -> Dating:
    """The time of publication; the first believable one that the day in the address does not contradict."""
    stated = [found for found in _stated(tree, metadata) if found.published]
    candidates = [found for found in stated if believed(found, fetched_at)]
    in_url = day_in_url(url)
    if in_url is not None:
        near = [found for found in candidates if _near(found, in_url)]
        return _fullest(near) if near else from_iso(in_url.isoformat())
    if not candidates:
        # A time to come is told as what it is, and no other day looked for: an empty field (year 1) says nothing.
        to_come = (found for found in stated if found.published and found.published > fetched_at)
        return next(to_come, None) or _searched(tree, url, fetched_at)
    return _fullest(candidates)


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
    yield from map(_read, _beside_headline(tree))
    for element in _stamps(tree):
        yield _read(" ".join(" ".join(element.itertext()).split()))
    yield from filter(None, map(_lone, _below_headline(tree)))


def _beside_headline(tree: Any) -> Iterator[str]:
    """The times that stand closest to the headline, less those of a change."""
    for heading in tree.xpath('//h1 | //h2[@itemprop="headline"]')[:MOST_TIMES]:
        around = heading
        for _ in range(LEVELS):
            around = around.getparent()
            if around is None or around.tag == "body":
                break
            times = [each for each in around.iter("time") if each.get("datetime")]
            if times:
                if len(times) <= MOST_TIMES:
                    yield from (each.get("datetime") for each in times if not _is_of_change(each))
                break


def _is_of_change(element: Any) -> bool:
    parent = element.getparent()
    before = (
        f"{parent.text or ''} {element.getprevious().tail or ''}" if element.getprevious() is not None else parent.text
    )
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''} {parent.get('class') or ''}"
    return CHANGED.search(f"{named} {before or ''} {' '.join(element.itertext())}") is not None


def _stamps(tree: Any) -> Iterator[Any]:
    """Elements of the body whose class says that they hold a day, with no more words than a day has."""
    found = 0
    for element in tree.iter("div", "span", "p", "li", "td"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(named) == 1 or not STAMPED.search(named) or CHANGED.search(named):
            continue
        found += 1
        if found > MOST_ELEMENTS:
            return
        if len("".join(islice(element.itertext(), MOST_ELEMENTS))) <= LONGEST:
            yield element


def _below_headline(tree: Any) -> Iterator[str]:
    """The lines that follow the headline, a short way."""
    for heading in islice(tree.iter("h1"), 1):
        for element in heading.xpath(f"following::*[position() <= {MOST_BELOW}]"):
            if isinstance(element.tag, str) and element.tag not in SILENT:
                text = " ".join(" ".join(islice(element.itertext(), MOST_ELEMENTS)).split())
                if text and len(text) <= LONGEST:
                    yield text


def _lone(line: str) -> Dating | None:
    """The time in a line that says nothing else but that it is the one of publication; None: it is no such line."""
    line = in_english(line)
    if not STAMP_WORDS.issuperset(word.casefold() for word in LETTERS.findall(line)):
        return None
    numbers = NUMBERS.search(line)
    found = from_field(line[numbers.start() :] if numbers else line)
    return found if found != UNDATED else None


MOST_BELOW = 25
"""Elements behind the headline among which its day stands: a subtitle, a byline, buttons, a picture."""

SILENT = ("script", "style", "noscript", "svg", "path", "img")

LETTERS = re.compile(r"[^\W\d_]+")
STAMP_WORDS = frozenset(
    word
    for line in (
        "january february march april may june july august september october november december",
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
        "monday tuesday wednesday thursday friday saturday sunday st nd rd th t z a p m am pm at on of",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so uhr h",
        "published posted publication date first veröffentlicht erschienen publié pubblicato publicado",
        "gmt utc bst cet cest eet eest msk est edt et cst cdt ct mst mdt mt pst pdt pt ist",
    )
    for word in line.split()
)
"""The words of a line that is nothing but the time of publication."""


def _read(value: object) -> Dating:
    if not isinstance(value, str) or not value.strip():
        return UNDATED
    dating = from_iso(value)
    return dating if dating != UNDATED else from_copy(in_english(value[:LONGEST]))[0]


LONGEST = 80
"""Characters of a date in words."""


def day_in_url(url: str | None) -> date | None:
    """The day an address names, as addresses of newspapers do: ".../2015/01/27/..."."""
    found = URL_DATE.search(url) if url else None
    if not found:
        return None
    month = MONTHS.get(found["month"]) or int(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"]))
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
    return from_iso(day) if day and not day.endswith(A_YEAR) else UNDATED


A_YEAR = "-01-01"
"""What htmldate makes of a year alone: of "since 1998", of "© 2026"."""

EARLIEST = "1995-01-01"
"""No page is older; earlier days in a page's words are those of its subject (htmldate's own bound, made explicit)."""
