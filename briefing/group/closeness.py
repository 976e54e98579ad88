"""How much of a similarity the time between two articles leaves.

Reports of one event come within days, but not always, and the dates articles carry are often those of a crawl or an
update: so time softens a similarity and never ends it. Where one of two articles is undated, the day of the year their
texts state is compared instead: two undated articles on one country's summit meetings, one on a 3 May and one on a 9
October, are on two meetings.
"""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from briefing.model import Article, Copy

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

# What is left when so many days lie between: FLOOR + (1 - FLOOR) · exp(-(days / WIDTH)² / 2). Reports of one event come
# that day and the next, and fewer by far on the third: on five labelled sets a bell reads .005 to .03 better than what
# falls off from the first hour on, of those left out as of those it was chosen on. Widths of 1.25 to 2 days and floors
# of 0.6 to 0.7 read alike (decision 255).
FLOOR, WIDTH = 0.65, 1.5
# The same for stated days. They fall off more slowly, being further from the event than a date of publication, and
# further down, being all there is to go by. Floors of 0.5 to 0.7 read half a point to a point better on both event sets
# without their dates, but join meetings of the same people in different months.
STATED_FLOOR, STATED_SCALE = 0.3, 20.0
STATED_WITHIN = 2000  # characters: days further down are those of the background
UNKNOWN_GAP = 1.8  # days assumed where nothing tells: half of what time can take off
SECONDS_A_DAY = 86400
DAYS_A_YEAR = 365
PAIRS = 1 << 14  # looked at once: what is worked on stays near the processor
BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # days of the year before each month
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
STATED = re.compile(rf"\b{MONTH} ([0-3]?[0-9])(?![0-9:.,]?[0-9])|\b([0-3]?[0-9]) {MONTH}(?![a-z])")
PARTIAL = re.compile(r"(?:[0-9]{4}|-)-([01][0-9])-([0-3][0-9])")


def closeness(articles: Sequence[Article], copies: Sequence[Copy], left: Integers, right: Integers) -> Floats:
    """What time leaves of the similarity of each pair of rows, up to 1; copies share the day their texts state."""
    exact = days_of(articles)
    by_day = np.array([article.published_precision == "day" for article in articles], dtype=bool)
    days = _days_of_year(articles, copies)
    left_of = np.empty(len(left))
    for start in range(0, len(left), PAIRS):
        some = slice(start, start + PAIRS)
        left_of[some] = _left_of(exact, by_day, days, left[some], right[some])
    return left_of


def _left_of(exact: Floats, by_day: Flags, days: Floats, left: Integers, right: Integers) -> Floats:
    """What time leaves of some pairs: by their times, of which some are of days only, and by their days of the year."""
    gap = np.abs(
        np.where(
            by_day[left] | by_day[right], np.floor(exact[left]) - np.floor(exact[right]), exact[left] - exact[right]
        )
    )
    apart = np.abs(days[left] - days[right])
    apart = np.minimum(apart, DAYS_A_YEAR - apart)
    dated = FLOOR + (1 - FLOOR) * np.exp(-np.square(np.where(np.isnan(gap), UNKNOWN_GAP, gap) / WIDTH) / 2)
    stated = STATED_FLOOR + (1 - STATED_FLOOR) * np.exp(-apart / STATED_SCALE)
    return np.where(np.isnan(gap) & ~np.isnan(apart), stated, dated)


def days_of(articles: Sequence[Article]) -> Floats:
    """When each article came out, in days; NaN where nothing says."""
    times = (article.published.timestamp() / SECONDS_A_DAY if article.published else np.nan for article in articles)
    return np.fromiter(times, np.float64, len(articles))


def _days_of_year(articles: Sequence[Article], copies: Sequence[Copy]) -> Floats:
    """The day of the year each article is from or tells of; NaN where nothing says."""
    days = {article.id: day_of_year(article) for article in articles}  # in the order of the rows, which content makes
    origin_of = {copy.article_id: copy.origin_id for copy in copies}
    shared: dict[str, float] = {}
    for article_id, day in days.items():
        if day is not None:
            shared.setdefault(origin_of.get(article_id, article_id), day)
    known = (days[a.id] or shared.get(origin_of.get(a.id, a.id), np.nan) for a in articles)
    return np.fromiter(known, np.float64, len(articles))


def day_of_year(article: Article) -> int | None:
    """1 to 366: of the date of publication, else of what is known of it, else the first that the text states."""
    if article.published is not None:
        return article.published.timetuple().tm_yday
    if partial := PARTIAL.fullmatch(article.partial_date or ""):
        return _day(int(partial[1]), int(partial[2]))
    if stated := STATED.search(article.text, 0, STATED_WITHIN):
        month, day = (stated[1], stated[2]) if stated[1] else (stated[4], stated[3])
        return _day(MONTHS.index(month[:3].lower()) + 1, int(day))
    return None


def _day(month: int, day: int) -> int | None:
    return BEFORE_MONTH[month - 1] + day if 1 <= month <= len(MONTHS) and day else None
