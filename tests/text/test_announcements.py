"""What is announced, and what was done."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.announcements import announces, coming, done, scheduled, titled_to_come


def test_what_will_be_done_and_what_was_are_compared_by_stems() -> None:
    assert coming("Harnby will sign the accord.") == done("Harnby signed the accord.") == {"sign"}
    assert done("Harnby held a regatta.") >= {"hold"}


def test_what_is_to_be_done_was_not_done_even_where_its_participle_stands() -> None:
    assert done("The accord is to be signed.") == frozenset()


def test_what_is_wanted_is_no_schedule() -> None:
    assert not list(scheduled("Harnby wants to sign the accord."))
    assert [each.soon for each in scheduled("Harnby will sign it on Friday. It will pay some day.")] == [True, False]


def test_a_headline_announces_by_to_behind_its_subject() -> None:
    assert announces("Council to vote on bridge")
    assert not announces("Council seeks to vote on bridge")
    assert titled_to_come("Council to vote on bridge") == {"vote"}


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    coming(text), done(text), titled_to_come(text), announces(text), list(scheduled(text))
