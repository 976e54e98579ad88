"""Whether a text names a day."""

import pytest

from briefing.text.days import names_a_day


@pytest.mark.parametrize("text", ["Harnby voted on Friday.", "On May 4 the bridge was closed.", "It fell late Sunday."])
def test_a_weekday_or_a_date_names_a_day(text: str) -> None:
    assert names_a_day(text)


@pytest.mark.parametrize("text", ["Harnby voted in May.", "May 4,000 people come.", "Fridays are no market days."])
def test_a_month_or_a_habit_names_none(text: str) -> None:
    assert not names_a_day(text)
