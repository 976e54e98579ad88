"""What a schedule sends, run by run, with a clock of our own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing import config
from briefing.config import Config
from briefing.config.mail import Schedule, mailbox, recipient
from briefing.deliver.delivery import ARCHIVE, Key, Outcome, begun, ended
from briefing.deliver.ledger import Ledger
from briefing.due import due, latest, named, next_due
from briefing.errors import ConfigError
from briefing.store import open_library

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    open_library(tmp_path / "library.sqlite").close()
    with Ledger(tmp_path / "library.sqlite") as opened:
        yield opened


def settings(**hours: str) -> Config:
    """Recipients by name with their hour; "mon" reads weekly."""
    plan = Schedule(time(7))
    to = [
        recipient(
            mailbox(f"{name}@harnby.example", "x"),
            plan,
            {"hour": time.fromisoformat(hour), "every": "week" if name == "mon" else "day"},
        )
        for name, hour in hours.items()
    ]
    return replace(config.parse({"timezone": "Europe/Berlin"}, Path()), schedule=plan, recipients=tuple(to))


def at(local: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=BERLIN).astimezone(UTC)


def run(of: Config, ledger: Ledger, now: datetime) -> list[str]:
    """One run in which all goes well: what is sent now, and the ledger knows."""
    sent = []
    for issue in due(of, ledger, now):
        for name in [*(each.address for each in issue.recipients), *([ARCHIVE] if issue.archive else [])]:
            key = Key(issue.window.id, 1, name)
            if ledger.entry(key) is None:
                ledger.put(ended(begun(None, key, "<1>", now), Outcome("sent", ""), now))
                sent.append(f"{name.partition('@')[0]} {issue.window.id}")
    return sent


def test_each_recipient_is_served_at_their_own_hour(ledger: Ledger) -> None:
    desk = settings(ann="06:30", bo="09:00")
    run(desk, ledger, at("2026-05-12T12:00"))
    assert run(desk, ledger, at("2026-05-13T06:25")) == []
    assert run(desk, ledger, at("2026-05-13T06:30")) == ["ann 2026-05-12"]
    assert run(desk, ledger, at("2026-05-13T07:00")) == ["archive 2026-05-12"]
    assert run(desk, ledger, at("2026-05-13T09:00")) == ["bo 2026-05-12"]
    assert run(desk, ledger, at("2026-05-13T23:55")) == []


def test_a_machine_that_was_off_catches_up_and_nobody_gets_anything_twice(ledger: Ledger) -> None:
    desk = settings(ann="07:00", mon="07:00")
    run(desk, ledger, at("2026-05-15T07:05"))  # Friday; then off until Tuesday
    assert run(desk, ledger, at("2026-05-19T11:20")) == [
        "ann 2026-05-15",
        "archive 2026-05-15",
        "ann 2026-05-16",
        "archive 2026-05-16",
        "mon 2026-W20",
        "ann 2026-05-17",
        "archive 2026-05-17",
        "ann 2026-05-18",
        "archive 2026-05-18",
    ]
    assert run(desk, ledger, at("2026-05-19T11:25")) == []


@pytest.mark.parametrize(
    ("first", "end"), [("2026-03-27T00:00", "2026-03-31T00:00"), ("2026-10-23T00:00", "2026-10-27T00:00")]
)
@pytest.mark.parametrize("hour", ["02:30", "00:00", "23:55"])
def test_over_a_clock_change_every_day_is_sent_once_by_a_knock_every_five_minutes(
    ledger: Ledger, first: str, end: str, hour: str
) -> None:
    desk = settings(ann=hour)
    now = at(first)
    run(desk, ledger, now)
    sent: list[str] = []
    while now < at(end):
        now += timedelta(minutes=5)
        sent += [each for each in run(desk, ledger, now) if each.startswith("ann")]
    assert len(sent) == len(set(sent)) == 4
    assert sent == sorted(sent)


def test_without_a_window_each_gets_the_last_whole_day_or_week() -> None:
    desk = settings(ann="23:00", mon="23:00")
    assert [
        (issue.window.id, [each.address for each in issue.recipients])
        for issue in latest(desk, desk.recipients, at("2026-05-13T01:00"))
    ] == [("2026-05-12", ["ann@harnby.example"]), ("2026-W19", ["mon@harnby.example"])]


def test_the_next_hour_is_the_earliest_of_all() -> None:
    assert next_due(settings(ann="06:30", bo="09:00"), at("2026-05-13T06:30")) == at("2026-05-13T07:00")


def test_a_recipient_is_found_by_address_in_any_case_and_others_take_the_defaults() -> None:
    desk = settings(ann="06:30")
    ann, new = named(desk, ["ANN@harnby.example", "New <new@lindow.example>"])
    assert (ann.hour, new.hour, new.mailbox.name) == (time(6, 30), time(7), "New")
    assert named(desk, []) == desk.recipients
    with pytest.raises(ConfigError, match="--to must be an address"):
        named(desk, ["nobody"])
