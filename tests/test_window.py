from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import window
from briefing.errors import ConfigError

TODAY = date(2026, 5, 13)  # a Wednesday
BERLIN = "Europe/Berlin"
ZONES = st.sampled_from(["UTC", BERLIN, "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Africa/Cairo"])


@pytest.mark.parametrize(
    ("asked", "identity", "monday"),
    [
        ("2026-W20", "2026-W20", date(2026, 5, 11)),
        ("2026W20", "2026-W20", date(2026, 5, 11)),
        ("2026-w5", "2026-W05", date(2026, 1, 26)),
        ("this", "2026-W20", date(2026, 5, 11)),
        (" Last ", "2026-W19", date(2026, 5, 4)),
        ("2020-W53", "2020-W53", date(2020, 12, 28)),
        ("2015-W05", "2015-W05", date(2015, 1, 26)),
        ("2025-W01", "2025-W01", date(2024, 12, 30)),
    ],
)
def test_a_week_is_found_by_its_iso_number_or_its_name(asked: str, identity: str, monday: date) -> None:
    found = window.week(asked, TODAY, "UTC")
    assert (found.id, found.kind, found.first_day) == (identity, "week", monday)
    assert found.last_day == monday + timedelta(days=6)
    assert found.start == datetime(monday.year, monday.month, monday.day, tzinfo=UTC)
    assert found.end - found.start == timedelta(days=7)


def test_this_week_at_the_turn_of_the_year_belongs_to_the_iso_year() -> None:
    assert window.week("this", date(2021, 1, 1), "UTC").id == "2020-W53"
    assert window.week("last", date(2021, 1, 4), "UTC").id == "2020-W53"


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "2026-W54",
        "2021-W53",
        "2026-W00",
        "W20",
        "2026-20",
        "next",
        "2026-05-11",
        "0000-W01",
        "9999-W52",
        "٢٠٢٦-W20",
    ],
)
def test_what_is_no_week_is_told_what_would_be(asked: str) -> None:
    with pytest.raises(ConfigError, match="--week takes 2026-W20, last or this"):
        window.week(asked, TODAY, "UTC")


def test_a_day_begins_at_midnight_where_the_reader_is() -> None:
    found = window.day("2026-05-11", TODAY, BERLIN)
    assert (found.id, found.kind, found.first_day, found.last_day) == (
        "2026-05-11",
        "day",
        found.last_day,
        date(2026, 5, 11),
    )
    assert found.start == datetime(2026, 5, 10, 22, tzinfo=UTC)
    assert found.end == datetime(2026, 5, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(("asked", "identity"), [("today", "2026-05-13"), ("Yesterday", "2026-05-12")])
def test_a_day_may_be_named(asked: str, identity: str) -> None:
    assert window.day(asked, TODAY, "UTC").id == identity


@pytest.mark.parametrize(
    "asked", ["", "2026-02-30", "2026-5-1", "11.5.2026", "2026-W20-1", "20260511", "2026-05-11T10:00", "9999-12-31"]
)
def test_what_is_no_day_is_told_what_would_be(asked: str) -> None:
    with pytest.raises(ConfigError, match="--day takes 2026-05-11, today or yesterday"):
        window.day(asked, TODAY, "UTC")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-07-01", 24)])
def test_a_day_has_23_or_25_hours_when_the_clocks_change(day: str, hours: int) -> None:
    found = window.day(day, TODAY, BERLIN)
    assert found.end - found.start == timedelta(hours=hours)


def test_a_week_in_which_the_clocks_change_ends_at_its_own_midnight() -> None:
    found = window.week("2026-W13", TODAY, BERLIN)
    assert (found.start, found.end) == (datetime(2026, 3, 22, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC))


def test_a_day_whose_midnight_is_skipped_begins_when_the_clocks_jump() -> None:
    found = window.day("2018-11-04", TODAY, "America/Sao_Paulo")
    assert found.start == datetime(2018, 11, 4, 3, tzinfo=UTC)
    assert found.end - found.start == timedelta(hours=23)


def test_a_day_whose_midnight_comes_twice_begins_at_the_first() -> None:
    found = window.day("2023-11-05", TODAY, "America/Havana")
    assert found.start == datetime(2023, 11, 5, 4, tzinfo=UTC)
    assert found.end - found.start == timedelta(hours=25)


@pytest.mark.parametrize(
    ("asked", "identity", "last"),
    [
        ("2026-02", "2026-02", date(2026, 2, 28)),
        ("2024-2", "2024-02", date(2024, 2, 29)),
        ("2025-12", "2025-12", date(2025, 12, 31)),
        ("this", "2026-05", date(2026, 5, 31)),
        ("last", "2026-04", date(2026, 4, 30)),
    ],
)
def test_a_month_is_found_by_its_number_or_its_name(asked: str, identity: str, last: date) -> None:
    found = window.month(asked, TODAY, "UTC")
    assert (found.id, found.kind, found.last_day, found.first_day) == (identity, "month", last, last.replace(day=1))


@pytest.mark.parametrize("asked", ["", "2026-13", "May", "2026-05-11", "9999-12"])
def test_what_is_no_month_is_told_what_would_be(asked: str) -> None:
    with pytest.raises(ConfigError, match="--month takes 2026-05, last or this"):
        window.month(asked, TODAY, "UTC")


def test_a_range_holds_both_its_days() -> None:
    found = window.between("2026-05-09", "yesterday", TODAY, "UTC")
    assert (found.id, found.kind) == ("2026-05-09--2026-05-12", "range")
    assert (found.start, found.end) == (datetime(2026, 5, 9, tzinfo=UTC), datetime(2026, 5, 13, tzinfo=UTC))


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("soon", "today", "--from takes"),
        ("today", "later", "--to takes"),
        ("today", "yesterday", "earlier day first"),
        ("today", "9999-12-31", "end of the calendar"),
    ],
)
def test_what_is_no_range_is_told_which_end_is_wrong(first: str, last: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        window.between(first, last, TODAY, "UTC")


@pytest.mark.parametrize(
    "name", ["Berlin", "", "../etc/passwd", "/etc/passwd", "Europe", "a\0b", "Europe/\ud800", "x" * 5000]
)
def test_what_is_no_time_zone_is_told_in_one_line(name: str) -> None:
    with pytest.raises(ConfigError, match="no time zone"):
        window.time_zone(name)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), ZONES)
def test_days_and_weeks_follow_each_other_without_gap_or_overlap(day: date, zone: str) -> None:
    this = window.day(day.isoformat(), TODAY, zone)
    following = window.day((day + timedelta(days=1)).isoformat(), TODAY, zone)
    assert this.end == following.start
    week = window.week("this", day, zone)
    assert week.start <= this.start
    assert this.end <= week.end
    assert week == window.week(week.id, TODAY, zone)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.text(max_size=12))
def test_no_text_is_more_than_a_configuration_error(asked: str) -> None:
    for make in (window.week, window.day, window.month):
        with suppress(ConfigError):
            make(asked, TODAY, "UTC")
