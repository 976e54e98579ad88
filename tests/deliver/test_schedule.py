from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.schedule import CATCH_UP, Every, owed, upcoming

BERLIN = ZoneInfo("Europe/Berlin")
SEVEN = time(7)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def days(now: str, hour: time = SEVEN, since: datetime | None = None, every: Every = "day") -> list[str]:
    return [each.first_day.isoformat() for each in owed(every, hour, BERLIN, at(now), since)]


def test_yesterday_is_due_at_the_hour_and_not_a_minute_before() -> None:
    assert days("2026-05-13T06:59") == ["2026-05-11"]
    assert days("2026-05-13T07:00") == ["2026-05-12"]


def test_a_week_is_due_on_the_monday_after() -> None:
    assert days("2026-05-18T06:59", every="week") == ["2026-05-04"]
    assert days("2026-05-18T07:00", every="week") == ["2026-05-11"]
    assert days("2026-05-24T23:59", every="week") == ["2026-05-11"]


def test_who_is_new_gets_the_latest_alone() -> None:
    assert days("2026-05-13T12:00", since=None) == ["2026-05-12"]


def test_runs_missed_since_the_last_are_caught_up_oldest_first() -> None:
    since = at("2026-05-10T07:00")  # Sunday: Saturday's was sent; then the machine was off until Wednesday
    assert days("2026-05-13T12:00", since=since) == ["2026-05-10", "2026-05-11", "2026-05-12"]


def test_what_was_missed_too_long_ago_is_let_go() -> None:
    assert len(days("2026-05-13T12:00", since=LONG_AGO)) == CATCH_UP["day"]
    assert len(days("2026-05-13T12:00", since=LONG_AGO, every="week")) == CATCH_UP["week"]


@pytest.mark.parametrize(
    ("first_day", "hour", "due"),
    [
        ("2026-03-27", "02:30", "2026-03-28T01:30+00:00"),  # the day before the clocks go forward
        ("2026-03-28", "02:30", "2026-03-29T01:30+00:00"),  # 02:30 is skipped: it is the moment that is 03:30 now
        ("2026-03-29", "02:30", "2026-03-30T00:30+00:00"),
        ("2026-10-24", "02:30", "2026-10-25T00:30+00:00"),  # 02:30 comes twice: the first of the two
        ("2026-10-25", "02:30", "2026-10-26T01:30+00:00"),
        ("2026-03-28", "07:00", "2026-03-29T05:00+00:00"),
        ("2026-10-24", "07:00", "2026-10-25T06:00+00:00"),
    ],
)
def test_the_hour_is_the_readers_across_clock_changes(first_day: str, hour: str, due: str) -> None:
    moment = datetime.fromisoformat(due)
    found = owed("day", time.fromisoformat(hour), BERLIN, moment, None)
    assert [(each.first_day, each.due) for each in found] == [(date.fromisoformat(first_day), moment)]
    assert upcoming("day", time.fromisoformat(hour), BERLIN, moment - timedelta(minutes=1)).due == moment


ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"])
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2035, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001 made aware here


@given(MOMENTS, ZONES, st.times().map(lambda each: each.replace(microsecond=0)), st.sampled_from(["day", "week"]))
def test_looking_every_five_minutes_finds_every_issue_exactly_once(
    start: datetime, zone_name: str, hour: time, every: Every
) -> None:
    zone, step = ZoneInfo(zone_name), timedelta(days=1 if every == "day" else 7)
    found: list[date] = []
    for run in range(4):
        now = start + run * step + timedelta(minutes=5 * run)
        for each in owed(every, hour, zone, now, start - timedelta(seconds=1)):
            assert each.due <= now
            if each.first_day not in found:
                found.append(each.first_day)
    assert found == sorted(found)
    assert all(later - earlier == step for earlier, later in pairwise(found))


@given(MOMENTS, ZONES, st.times(), st.sampled_from(["day", "week"]))
def test_what_comes_next_is_after_now_and_not_two_steps_away(
    now: datetime, zone_name: str, hour: time, every: Every
) -> None:
    zone, step = ZoneInfo(zone_name), timedelta(days=1 if every == "day" else 7)
    following = upcoming(every, hour, zone, now)
    assert now < following.due <= now + step + timedelta(days=1, hours=2)  # Apia skipped a whole day
    assert following not in owed(every, hour, zone, now, None)
