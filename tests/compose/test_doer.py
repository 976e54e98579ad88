"""Whose doing a sentence tells."""

import pytest

from briefing.compose.doer import doer, same_day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Ana Velt signed the harbour law on Friday.", "velt"),
        ("On Friday, President Velt signed the harbour law.", "velt"),
        ("Former Lindow, Valdoria, Mayor Ana Velt announced an end.", "velt"),
        ("Ana Velt’s campaign said on Monday that it would end.", "velt"),
        ("The Supreme Court ruled on Monday.", "court"),
        ("The Valdorian officials met.", None),
        ("Rain fell for the fourth day in a row on the beaches, Ana Velt said.", None),
        ("", None),
    ],
)
def test_the_first_name_at_a_sentences_head_is_its_doer(text: str, name: str | None) -> None:
    found = doer(text)
    assert (found and found.last) == name


def test_sentences_that_name_two_days_are_of_two_days() -> None:
    assert same_day("She went on Monday.", "On Monday she went.")
    assert same_day("She went.", "On Monday she went.")
    assert not same_day("She went on Sunday.", "On Monday she went.")
