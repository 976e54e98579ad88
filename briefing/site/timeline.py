"""Timeline: happenings along a line of days, as numbers that a template draws an SVG from."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.render import dates

WIDTH = 640  # units of the drawing, about the pixels of a wide page's column
SIDE = 14  # left and right of the axis: as much as half the largest dot
LEAST, MOST = 3.0, 11.0  # radii of dots; the area goes by the number of articles
MARKED = 9  # month marks that have room side by side
LABEL = 46  # units a mark's label needs
MONTH_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Dot:
    """One happening, or the articles of one day."""

    x: float
    radius: float
    label: str  # what it stands for, in words
    path: str | None  # where it leads


@dataclass(frozen=True, slots=True)
class Mark:
    """A day under the line."""

    x: float
    label: str
    anchor: str  # start, middle, end


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line of days with its dots."""

    width: int
    dots: tuple[Dot, ...]
    marks: tuple[Mark, ...]


def timeline(points: Sequence[tuple[date, int, str, str | None]]) -> Timeline | None:
    """The line of these points, each a day, a number of articles, a label and where it leads; None for a single day."""
    days = [point[0] for point in points]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    most = max(point[1] for point in points)
    return Timeline(
        WIDTH,
        tuple(
            Dot(place(day, first, last), round(max(LEAST, MOST * math.sqrt(number / most)), 1), label, path)
            for day, number, label, path in points
        ),
        tuple(marks(first, last)),
    )


def place(day: date, first: date, last: date) -> float:
    """Where a day stands on the line."""
    return round(SIDE + (WIDTH - 2 * SIDE) * (day - first).days / max(1, (last - first).days), 1)


def marks(first: date, last: date) -> Iterable[Mark]:
    """The first and the last day, and months between where there is room."""
    begin, end = Mark(0, short(first), "start"), Mark(WIDTH, short(last), "end")
    months = [day for day in starts(first, last) if room(place(day, first, last), len(short(first)), len(short(last)))]
    step = math.ceil(len(months) / MARKED) or 1
    between = [Mark(place(day, first, last), month(day), "middle") for day in months[::step]]
    return [begin, *between, end]


def room(x: float, left: int, right: int) -> bool:
    """Whether a mark there stands clear of the first and the last one, whose labels have so many letters."""
    letter = 7  # units a letter takes
    return left * letter + LABEL / 2 < x < WIDTH - right * letter - LABEL / 2


def starts(first: date, last: date) -> Iterable[date]:
    """The first days of the months between two days."""
    day = first.replace(day=1)
    while (day := (day + timedelta(days=32)).replace(day=1)) < last:
        yield day


def short(day: date) -> str:
    """12 May 2026."""
    return f"{day.day} {month(day)} {day.year}"


def month(day: date) -> str:
    """May."""
    return dates.MONTHS[day.month - 1][:MONTH_LETTERS]
