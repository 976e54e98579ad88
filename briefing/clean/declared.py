"""Declared: what the container of a document says of it (a feed's entry, a mail's header, an agency's envelope).

A web page speaks for itself, and its container only where it is silent. A row out of a feed, a mail or an agency's item
has nothing but its text, so what the container declares goes before what was guessed from that text.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from briefing.clean.assemble import Cleaned, subject
from briefing.clean.characters import neutral
from briefing.clean.dates import MONTHS, UNDATED, ZONES, Dating, believed, from_field, from_iso
from briefing.clean.month_names import in_english
from briefing.clean.outlets import named, of_host
from briefing.clean.steps.byline import people_of
from briefing.clean.urls import host_of
from briefing.model import Article, Declared, Precision, Problem, RawDocument
from briefing.rows import digest
from briefing.text.languages import UNKNOWN

PAGE = "text/html"

SAME_DAY = timedelta(days=1, hours=14)
"""A page that gives only its day, and a feed that gives the hour, mean one time if they are no further apart."""

MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3,9},?\s{1,3})?(?P<day>\d{1,2})[\s-](?P<month>[A-Za-z]{3})[a-z]{0,6}\.?[\s-](?P<year>\d{4}|\d\d)\b"
    r"(?:,?\s{1,3}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s{0,3}\(?(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})?)?"
)
"""RFC 5322, section 3.3, with the liberties feeds take: full names of months, hyphens, a colon in the zone."""

WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,?\s{1,3}(?=\d)")
HALVES = ("am", "pm")  # of the day, which no mail's date has
UNKNOWN_ZONE = "-0000"
FIRST_OF_1900S = 50
LAST_SECOND = 59  # a leap second is the one before it: Python has none
HOURS, MINUTES = 24, 60
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].{0,30})?")
LONGEST_DATE = 100
"""Characters; the longest in 1,850 odd feeds has 40."""

ADDRESS = re.compile(r"\S{1,80}@\S{1,80}")


def with_declared(cleaned: Cleaned, document: RawDocument) -> Cleaned:
    """What cleaning gave, completed by what the document's container declares."""
    article, problems = cleaned
    if article is None or document.declared is None:
        return cleaned
    found = merged(article, document.declared, document)
    told = _unbelieved(document.declared.published, document) if found.published is None else ()
    return found, (*problems, *told)


def _unbelieved(written: str, document: RawDocument) -> tuple[Problem, ...]:
    """What is told of a date that is none, or cannot be right."""
    stated = date_of(written)
    if not written.strip() or (stated.published and believed(stated, document.fetched_at)):
        return ()
    shown = f'"{" ".join(neutral(written).split())[:SHOWN]}"'
    message = "is no date" if stated.published is None else "cannot be right, so it counts as undated"
    return (Problem("clean", subject(document), f"its date, {shown}, {message}"),)


SHOWN = 40
"""Characters of a nonsense date that are shown."""


def merged(article: Article, declared: Declared, document: RawDocument) -> Article:
    """The article with title, time, outlet, authors and language from `declared` where that knows better."""
    is_page = document.media_type == PAGE
    article = _titled(article, " ".join(neutral(declared.title).split()))
    article = _dated(article, date_of(declared.published), document.fetched_at, is_page=is_page)
    return replace(
        article,
        outlet=_outlet(article, " ".join(neutral(declared.outlet).split()), document, is_page=is_page),
        authors=_authors(article, declared, is_page=is_page),
        language=_language(article, declared.language),
    )


def _titled(article: Article, title: str) -> Article:
    if article.title or not title:
        return article
    return replace(article, title=title, sha256=digest(title, article.text))


def _dated(article: Article, dating: Dating, fetched_at: datetime, *, is_page: bool) -> Article:
    if dating.published is None or not believed(dating, fetched_at):
        return article
    if is_page and article.published is not None and not _only_finer(article, dating):
        return article
    return replace(
        article,
        published=dating.published,
        published_precision=dating.precision,
        utc_offset=dating.utc_offset,
        partial_date=None,
        dated_by="stated",
    )


def _only_finer(article: Article, dating: Dating) -> bool:
    """Whether the article has only a day, and the other the hour of it."""
    if article.published is None or dating.published is None or article.published_precision != "day":
        return False
    return dating.precision != "day" and abs(article.published - dating.published) <= SAME_DAY


def _outlet(article: Article, outlet: str, document: RawDocument, *, is_page: bool) -> str | None:
    """A page's own; else the known name of the host a feed leads to; else what is declared; else what the text says."""
    stated = named(outlet) if outlet else None
    if is_page:
        # A host's own name is what cleaning falls back on.
        return stated or article.outlet if article.outlet in (None, host_of(article.url)) else article.outlet
    of_feed = of_host(host_of(article.url)) if document.url else None
    return of_feed or stated or article.outlet


def _authors(article: Article, declared: Declared, *, is_page: bool) -> tuple[str, ...]:
    """People only: feeds put their own name, or a desk's, where the author goes."""
    names = (
        re.sub(r"^by ", "", " ".join(ADDRESS.sub("", neutral(each)).split()), flags=re.I) for each in declared.authors
    )
    people = tuple(dict.fromkeys(person for name in names for person in people_of(name.strip(" ()<>"))))
    return article.authors or people if is_page else people or article.authors


def _language(article: Article, stated: str) -> str:
    found = LANGUAGE.fullmatch(stated.strip()) if article.language == UNKNOWN else None
    return found.group(1).lower() if found else article.language


def date_of(written: str) -> Dating:
    """A date as feeds, mails and agencies write it: ISO 8601 (RFC 3339) or RFC 5322; UNDATED where it is neither.

    "-0000" and zones nobody can place say that the zone is unknown: the time is then taken as UTC.
    """
    text = neutral(written).strip()
    if not text or len(text) > LONGEST_DATE:
        return UNDATED
    found = from_iso(text)
    if found == UNDATED:
        found = _from_mail(WEEKDAY.sub("", in_english(text), count=1))
    # Some feeds write dates as people do: "May 11, 2026 9:15 AM EDT", or as tables have them.
    return found if found != UNDATED else from_field(text)


def _from_mail(text: str) -> Dating:
    found = MAIL_DATE.match(text)
    if found is None or found["month"].lower() not in MONTHS or (found["zone"] or "").lower() in HALVES:
        return UNDATED
    year = int(found["year"])
    if len(found["year"]) == len("26"):
        year += 2000 if year < FIRST_OF_1900S else 1900  # as RFC 5322, section 4.3, reads them
    minutes = _offset(found["zone"] or "")
    try:
        stated = datetime(
            year,
            MONTHS[found["month"].lower()],
            int(found["day"]),
            int(found["hour"] or 0),
            int(found["minute"] or 0),
            min(int(found["second"] or 0), LAST_SECOND),
            tzinfo=timezone(timedelta(minutes=minutes or 0)),
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return UNDATED
    precision: Precision = "day" if not found["hour"] else "second" if found["second"] else "minute"
    return Dating(stated, precision, minutes if found["hour"] else None)


def _offset(zone: str) -> int | None:
    """Minutes east of UTC; None: not stated, or a name that could be several."""
    if zone[:1] not in ("+", "-"):
        return ZONES.get(zone.lower())
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if zone == UNKNOWN_ZONE or hours >= HOURS or minutes >= MINUTES:
        return None
    return (hours * MINUTES + minutes) * (-1 if zone[0] == "-" else 1)
