from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.web.retry import wait

NOW = datetime(2026, 5, 11, 8, tzinfo=UTC)


def test_pauses_double_until_the_tries_are_used_up() -> None:
    assert [wait(attempt, 4) for attempt in (1, 2, 3, 4)] == [1, 2, 4, None]


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("", 1), ("7", 7), ("0", 1), ("30", 30), ("31", None), ("99999999999999999999", 1), ("soon", 1), ("-5", 1),
        ("Mon, 11 May 2026 08:00:20 GMT", 20), ("Mon, 11 May 2026 07:00:00 GMT", 1),
        ("Mon, 11 May 2026 09:00:00 GMT", None),
    ],
)  # fmt: skip
def test_what_the_server_asks_for_is_kept_if_it_is_short(retry_after: str, seconds: float | None) -> None:
    assert wait(1, 3, retry_after, NOW) == seconds


@given(st.text(max_size=40))
def test_whatever_a_server_says_the_pause_is_short_or_none(retry_after: str) -> None:
    pause = wait(1, 3, retry_after, NOW)
    assert pause is None or 1 <= pause <= 30
