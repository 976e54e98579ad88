"""Dates as a reader writes them."""

from datetime import UTC, date, datetime

import pytest

from briefing.errors import RenderError
from briefing.render import dates
from tests.render.sample import article

LATE = datetime(2026, 5, 12, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 5, 11), date(2026, 5, 17), "11 to 17 May 2026"),
        (date(2026, 4, 27), date(2026, 5, 3), "27 April to 3 May 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026 to 3 January 2027"),
        (date(2026, 5, 11), date(2026, 5, 11), "11 May 2026"),
    ],
)
def test_a_stretch_of_days_names_no_month_or_year_twice(first: date, last: date, words: str) -> None:
    assert dates.days(first, last) == words


def test_times_are_shown_in_the_readers_zone() -> None:
    shown = article(1, "T", "x", "O", LATE)
    assert dates.when(shown, dates.zone("Europe/Berlin")) == "13 May 2026, 00:30"
    assert dates.when(shown, dates.zone("UTC")) == "12 May 2026, 22:30"


def test_a_day_without_an_hour_is_the_same_day_everywhere() -> None:
    shown = article(1, "T", "x", "O", datetime(2026, 5, 12, tzinfo=UTC), published_precision="day")
    assert dates.when(shown, dates.zone("America/New_York")) == "12 May 2026"


def test_a_date_taken_from_a_copy_is_called_so() -> None:
    shown = article(1, "T", "x", "O", LATE, dated_by="copy", published_precision="day")
    assert dates.when(shown, dates.zone("UTC")) == "12 May 2026 (date from its copy)"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (None, "undated"),
        ("--03-30", "undated (30 March, year not given)"),
        ("2026-03", "undated (2026-03)"),
        ("--13-30", "undated (--13-30)"),
        ("spring", "undated (spring)"),
    ],
)
def test_what_is_known_of_a_date_is_said(known: str | None, words: str) -> None:
    assert dates.when(article(1, "T", "x", "O", None, partial_date=known), dates.zone("UTC")) == words


def test_the_ends_of_the_calendar_are_dates_too() -> None:
    last = article(1, "T", "x", "O", datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    assert dates.on(last, dates.zone("Asia/Tokyo")) == "31 December 9999"


@pytest.mark.parametrize("name", ["Nowhere/Harnby", "", "../etc", "\0"])
def test_an_unknown_time_zone_is_named_in_one_line(name: str) -> None:
    with pytest.raises(RenderError, match="unknown time zone"):
        dates.zone(name)
