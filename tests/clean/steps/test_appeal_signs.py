"""What an appeal asks for is looked for only where one of its signs stands, which must not lose any."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.steps.appeal import ASK, ASK_SIGNS, FORM, FORM_SIGNS, is_appeal


@given(st.from_regex(ASK))
def test_whatever_asks_for_support_has_a_sign_of_it(text: str) -> None:
    assert any(sign in text.lower() for sign in ASK_SIGNS)


@given(st.from_regex(FORM))
def test_whatever_is_a_form_has_a_sign_of_one(text: str) -> None:
    assert any(sign in text.lower() for sign in FORM_SIGNS)


@pytest.mark.parametrize("pattern", [ASK, FORM])
def test_signs_are_needed_in_small_letters_and_in_capitals_alike(pattern: re.Pattern[str]) -> None:
    assert pattern.flags & re.IGNORECASE


def test_an_appeal_in_capitals_is_one() -> None:
    assert is_appeal("WE RELY ON YOU: DONATE TODAY, AND OUR JOURNALISM GOES ON.")
