"""Declared: what the container of a document says of it (a feed's entry, a mail's header, an agency's envelope).

A web page speaks for itself, and its container only where it is silent. A row out of a feed, a mail or an agency's item
has nothing but its text, so what the container declares goes before what was guessed from that text.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from briefing.clean.assemble import Cleaned
from briefing.clean.characters import neutral
from briefing.clean.dates import UNDATED, ZONES, Dating, believed, from_iso
from briefing.clean.outlets import named, of_host
from briefing.clean.steps.byline import people_of
from briefing.clean.urls import host_of
from briefing.model import Article, Declared, Precision, RawDocument
from briefing.rows import digest
from briefing.text.languages import UNKNOWN

PAGE = "text/html"

SAME_DAY = timedelta(days=1, hours=14)
"""A page that gives only its day, and a feed that gives the hour, mean one time if they are no further apart."""

CLOCK = re.compile(r"\d:\d\d(?P<seconds>:\d\d)?")
ZONE_NAME = re.compile(r"\b([A-Z]{1,5})\)?\s*$")
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].{0,30})?")
LONGEST_DATE = 100
"""Characters; the longest in 1,850 odd feeds has 40."""

ADDRESS = re.compile(r"\S{1,80}@\S{1,80}")
MOST_MINUTES = 24 * 60
"""An offset of a day or more is none (RFC 5322 allows 99 hours, Python less than 24)."""


def with_declared(cleaned: Cleaned, document: RawDocument) -> Cleaned:
    """What cleaning gave, completed by what the document's container declares."""
    article, problems = cleaned
    if article is None or document.declared is None:
        return cleaned
    return merged(article, document.declared, document), problems


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
        return article.outlet or stated
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
    return found if found != UNDATED else _from_mail(text)


def _from_mail(text: str) -> Dating:
    try:
        fields = parsedate_tz(text)
        if fields is None:
            return UNDATED
        clock = CLOCK.search(text)
        minutes = _offset(text, fields[9]) if clock else None
        stated = datetime(*fields[:6], tzinfo=timezone(timedelta(minutes=minutes or 0)))
    except (ValueError, TypeError, IndexError, OverflowError):
        return UNDATED
    precision: Precision = "day" if not clock else "second" if clock["seconds"] else "minute"
    try:
        return Dating(stated.astimezone(UTC), precision, minutes)
    except OverflowError:
        return UNDATED


def _offset(text: str, seconds: int | None) -> int | None:
    """Minutes east of UTC; None: not stated."""
    if seconds is not None:
        return seconds // 60 if abs(seconds) < MOST_MINUTES * 60 else None
    name = ZONE_NAME.search(text)
    return ZONES.get(name.group(1).lower()) if name else None
