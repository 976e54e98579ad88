"""Rhythm: how many articles a day told an event, to be drawn beside its headline."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from briefing.model import Article, Window
from briefing.render import dates
from briefing.render.counting import count

WEEKDAYS = "MTWTFSS"  # from Monday, as `date.weekday` counts
WEEK = 7
NO_DAY = "no article with a date in this window"
LONGEST = 31  # a column a day: more do not fit beside a headline


def columns(window: Window) -> tuple[str, ...]:
    """What stands above each day's column: a weekday's letter, or in longer windows the first and the last date.

    Nothing where there is no column: for a single day, or more than a month.
    """
    days = _days(window)
    if len(days) <= WEEK:
        return tuple(WEEKDAYS[day.weekday()] for day in days)
    return tuple(str(day.day) if day in (days[0], days[-1]) else "" for day in days)


def rhythm(articles: Sequence[Article], window: Window, tz: ZoneInfo) -> tuple[tuple[int, ...], str]:
    """How many of the articles are of each day of the window; and the same in words."""
    counts = Counter(dates.local_day(article, tz) for article in articles)
    days = _days(window)
    told = [
        f"{count(counts[day], 'article')} on {day.day} {dates.MONTHS[day.month - 1]}" for day in days if counts[day]
    ]
    return tuple(counts[day] for day in days), ", ".join(told) or NO_DAY


def _days(window: Window) -> tuple[date, ...]:
    length = (window.last_day - window.first_day).days + 1
    return tuple(window.first_day + timedelta(days=each) for each in range(length)) if 1 < length <= LONGEST else ()
