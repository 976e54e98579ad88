"""Bars: how much there was month by month, as numbers that a template draws an SVG from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.render.counting import count
from briefing.site.pages.pieces import month_name

WIDTH, HEIGHT = 640, 56  # units of the drawing
GAP = 2  # between two bars
WIDEST = 28  # two months need no bar of half the page
MONTHS_MAX = 60  # five years: more bars than that are a grey area


@dataclass(frozen=True, slots=True)
class Bar:
    """One month."""

    x: float
    y: float
    width: float
    height: float
    label: str  # "12 articles in May 2026"


@dataclass(frozen=True, slots=True)
class Bars:
    """The months in order."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    first: str  # "May 2026"
    last: str
    words: str  # the same in a sentence


def bars(days: Iterable[date | None], noun: str) -> Bars | None:
    """How many of these days are in each month up to the latest; None where there is one month only, or none."""
    counts = Counter(day.year * 12 + day.month - 1 for day in days if day)
    if len(counts) < 2:
        return None
    last = max(counts)
    months = range(max(min(counts), last - MONTHS_MAX + 1), last + 1)
    most = max(counts[month] for month in months)
    step = min(WIDEST, WIDTH / len(months))
    drawn = []
    for number, month in enumerate(months):
        height = round(HEIGHT * counts[month] / most, 1)
        label = f"{count(counts[month], noun)} in {name(month)}"
        drawn.append(Bar(round(number * step, 1), HEIGHT - height, round(step - GAP, 1), height, label))
    words = f"{count(sum(counts[each] for each in months), noun)} from {name(months[0])} to {name(last)}"
    return Bars(round(step * len(months)), HEIGHT, tuple(drawn), name(months[0]), name(last), words)


def name(month: int) -> str:
    """May 2026."""
    return month_name(f"{month // 12:04}-{month % 12 + 1:02}")
