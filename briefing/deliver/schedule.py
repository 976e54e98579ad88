"""The schedule: which issues are due, decided purely; time and time zone come in as arguments.

An issue is the briefing of a whole day or week; it is due on the day after, at the recipient's hour in the reader's
time zone. An hour that clocks skip is later by as much, one that comes twice is the first of the two (PEP 495).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

Every = Literal["day", "week"]

# How far back a missed issue is still sent. A reader who was away a week reads the weekly one; older news is history.
CATCH_UP = {"day": 7, "week": 2}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One issue of a daily or weekly briefing."""

    due: datetime  # UTC
    first_day: date
    every: Every

    @property
    def last_day(self) -> date:
        """Inclusive."""
        return self.first_day + timedelta(days=DAYS[self.every] - 1)


def owed(every: Every, hour: time, zone: tzinfo, now: datetime, since: datetime | None) -> tuple[Issue, ...]:
    """The issues that were due by `now`, oldest first: the latest, and those missed before it.

    since: when the recipient was first sent anything; before that nothing was missed. None: never, so only the latest.
    """
    issues = [issue(every, first, hour, zone) for first in first_days(every, now.astimezone(zone).date())]
    due = [each for each in issues if each.due <= now][-CATCH_UP[every] :]
    return tuple(each for each in due[:-1] if since is not None and each.due > since) + tuple(due[-1:])


def upcoming(every: Every, hour: time, zone: tzinfo, now: datetime) -> Issue:
    """The issue that is due next."""
    today = now.astimezone(zone).date()
    later = (issue(every, first, hour, zone) for first in first_days(every, today + timedelta(days=2 * DAYS[every])))
    return next(each for each in later if each.due > now)


def issue(every: Every, first_day: date, hour: time, zone: tzinfo) -> Issue:
    """The issue of the day or week that begins that day."""
    morning = first_day + timedelta(days=DAYS[every])
    return Issue(datetime.combine(morning, hour, zone).astimezone(UTC), first_day, every)


def first_days(every: Every, today: date) -> Iterable[date]:
    """The first days of the issues that could be due by the end of `today`, oldest first."""
    step = timedelta(days=DAYS[every])
    newest = today - step - timedelta(days=today.weekday() if every == "week" else 0)
    return [newest - back * step for back in range(CATCH_UP[every] + 1, -1, -1)]
