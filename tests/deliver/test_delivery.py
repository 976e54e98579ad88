from datetime import UTC, datetime, timedelta

import pytest

from briefing.deliver.delivery import BACK_OFF, GIVEN_UP, Entry, Key, Outcome, State, begun, ended, passed_over, step

NOW = datetime(2026, 5, 13, 5, tzinfo=UTC)
KEY = Key("2026-05-12", 1, "mira@harnby.example")


def entry(state: State, retry_at: datetime | None = None) -> Entry:
    return Entry(KEY, state, 1, "<1@harnby.example>", NOW, retry_at, "")


@pytest.mark.parametrize(
    ("found", "expected", "when_asked_to_retry"),
    [
        (None, "send", "send"),
        (entry("sending"), "send", "send"),
        (entry("empty"), "send", "send"),
        (entry("sent"), "done", "done"),
        (entry("refused"), "refused", "send"),
        (entry("deferred", NOW + timedelta(seconds=1)), "wait", "send"),
        (entry("deferred", NOW), "send", "send"),
    ],
)
def test_what_was_sent_is_done_and_what_was_begun_is_sent_again(
    found: Entry | None, expected: str, when_asked_to_retry: str
) -> None:
    assert step(found, NOW) == expected
    assert step(found, NOW, retry=True) == when_asked_to_retry


def test_what_is_deferred_waits_longer_each_time_and_is_given_up_at_last() -> None:
    found: Entry | None = None
    waits = []
    for _ in range(len(BACK_OFF) + 1):
        found = ended(begun(found, KEY, "<1@harnby.example>", NOW), Outcome("deferred", "451 busy"), NOW)
        waits.append(found.retry_at - NOW if found.retry_at else None)
    assert waits == [*BACK_OFF, None]
    assert found is not None
    assert (found.state, found.reply) == ("refused", GIVEN_UP + "451 busy")


def test_where_there_was_nothing_a_schedule_stops_and_a_person_may_ask_again() -> None:
    found = passed_over(None, KEY, "<1@harnby.example>", NOW)
    assert step(found, NOW, scheduled=True) == "done"
    assert step(found, NOW) == "send"
    assert step(found, NOW, scheduled=True, retry=True) == "send"
