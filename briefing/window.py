"""Windows: the stretches of time a briefing can cover, from what a user calls them.

Days begin at midnight in the reader's time zone, so a day has 23 or 25 hours when the clocks change; weeks are those
of ISO 8601: Monday to Sunday, numbered within the year that holds their Thursday.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from briefing.errors import ConfigError
from briefing.model import Window

DAYS_A_WEEK = 7
DECEMBER = 12

WEEK = re.compile(r"([0-9]{4})-?[Ww]([0-9]{1,2})")
MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def week(asked: str, today: date, timezone: str) -> Window:
    """The week asked for: "2026-W20", "this" or "last"; `today` is the reader's. Raises ConfigError."""
    found = WEEK.fullmatch(asked.strip())
    try:
        if found:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        else:
            back = {"this": 0, "last": DAYS_A_WEEK}[asked.strip().lower()]
            monday = today - timedelta(days=today.weekday() + back)
        year, number, _ = monday.isocalendar()
        return window(f"{year:04}-W{number:02}", "week", monday, monday + timedelta(days=DAYS_A_WEEK - 1), timezone)
    except (ValueError, KeyError, OverflowError):
        raise ConfigError(f'--week takes 2026-W20, last or this, not "{asked}"') from None


def day(asked: str, today: date, timezone: str) -> Window:
    """The day asked for: "2026-05-11", "today" or "yesterday"; `today` is the reader's. Raises ConfigError."""
    try:
        chosen = named_day(asked, today)
        return window(chosen.isoformat(), "day", chosen, chosen, timezone)
    except (ValueError, OverflowError):
        raise ConfigError(f'--day takes 2026-05-11, today or yesterday, not "{asked}"') from None


def month(asked: str, today: date, timezone: str) -> Window:
    """The month asked for: "2026-05", "this" or "last"; `today` is the reader's. Raises ConfigError."""
    found = MONTH.fullmatch(asked.strip())
    try:
        if found:
            first = date(int(found[1]), int(found[2]), 1)
        else:
            this = today.replace(day=1)
            first = {"this": this, "last": (this - timedelta(days=1)).replace(day=1)}[asked.strip().lower()]
        following = date(first.year + first.month // DECEMBER, first.month % DECEMBER + 1, 1)
        return window(f"{first.year:04}-{first.month:02}", "month", first, following - timedelta(days=1), timezone)
    except (ValueError, KeyError, OverflowError):
        raise ConfigError(f'--month takes 2026-05, last or this, not "{asked}"') from None


def between(first: str, last: str, today: date, timezone: str) -> Window:
    """The days from `first` to `last`, both included, each named as for `day`. Raises ConfigError."""
    days = []
    for option, asked in (("--from", first), ("--to", last)):
        try:
            days.append(named_day(asked, today))
        except (ValueError, OverflowError):
            raise ConfigError(f'{option} takes 2026-05-11, today or yesterday, not "{asked}"') from None
    if days[0] > days[1]:
        raise ConfigError(f"--from {days[0]} is after --to {days[1]}: give the earlier day first")
    try:
        return window(f"{days[0]}--{days[1]}", "range", days[0], days[1], timezone)
    except OverflowError:
        raise ConfigError(f"--to {days[1]} is the end of the calendar: give an earlier day") from None


def window(identity: str, kind: Literal["day", "week", "month", "range"], first: date, last: date, zone: str) -> Window:
    """The window of whole days from `first` to `last` in that zone.

    Raises ConfigError where there is no such zone, OverflowError where the calendar ends.
    """
    reader = time_zone(zone)
    return Window(identity, kind, midnight(first, reader), midnight(last + timedelta(days=1), reader), first, last)


def midnight(of: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day, in UTC.

    Where clocks skip midnight it is the moment they jump, and where midnight comes twice the first of the two: both
    is what a time without `fold` means (PEP 495).
    """
    return datetime.combine(of, time.min, zone).astimezone(UTC)


def named_day(asked: str, today: date) -> date:
    """The day that is meant; ValueError where none is."""
    name = asked.strip().lower()
    if name in ("today", "yesterday"):
        return today - timedelta(days=("today", "yesterday").index(name))
    if not ISO_DAY.fullmatch(name):  # `fromisoformat` alone would take weeks and times too
        raise ValueError(asked)
    return date.fromisoformat(name)


def time_zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name; ConfigError where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; absolute or climbing out of the database; a folder of it
        raise ConfigError(f'there is no time zone "{name}": give an IANA name such as Europe/Berlin, or UTC') from None
