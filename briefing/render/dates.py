"""Dates and times as a reader writes them: "11 to 17 May 2026", in the reader's time zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.errors import RenderError
from briefing.model import Article

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
UNDATED = "undated"
FROM_COPY = "date from its copy"


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name; RenderError where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RenderError(f"unknown time zone {name!r}: give an IANA name such as Europe/Berlin") from None


def day(value: date) -> str:
    """12 May 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def days(first: date, last: date) -> str:
    """11 to 17 May 2026; 27 April to 3 May 2026; 28 December 2026 to 3 January 2027; one day alone as itself."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{first.day} to {day(last)}"


def local_day(article: Article, tz: ZoneInfo) -> date | None:
    """The day an article is from, for its reader; a day stated without a time is the same day everywhere."""
    if article.published is None:
        return None
    return (article.published if article.published_precision == "day" else _local(article.published, tz)).date()


def local_minute(article: Article, tz: ZoneInfo) -> str | None:
    """The time of day, "14:05", where the article states one."""
    if article.published is None or article.published_precision not in ("second", "minute"):
        return None
    return f"{_local(article.published, tz):%H:%M}"


def on(article: Article, tz: ZoneInfo) -> str:
    """The article's date in words, "undated" where it has none."""
    value = local_day(article, tz)
    return day(value) if value else UNDATED


def when(article: Article, tz: ZoneInfo) -> str:
    """The article's date and time in words, with where they come from if not from itself."""
    value = local_day(article, tz)
    if value is None:
        known = partial(article.partial_date)
        return f"{UNDATED} ({known})" if known else UNDATED
    minute = local_minute(article, tz)
    words = f"{day(value)}, {minute}" if minute else day(value)
    return f"{words} ({FROM_COPY})" if article.dated_by == "copy" else words


def partial(known: str | None) -> str | None:
    """What is known of an incomplete date: "--03-30" is "30 March, year not given"; None where nothing can be said."""
    if not known:
        return None
    try:
        month, number = (int(part) for part in known.removeprefix("--").split("-"))
        return f"{number} {MONTHS[month - 1]}, year not given" if known.startswith("--") and month else known
    except (ValueError, IndexError):
        return known


def _local(time: datetime, tz: ZoneInfo) -> datetime:
    try:
        return time.astimezone(tz)
    except OverflowError:  # the first and the last day of the calendar
        return time
