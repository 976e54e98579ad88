from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group.passages import shared, shared_by
from briefing.model import Copy
from tests.factory import MONDAY, article

FIRST = "The harbour of Port Selby reopened on Tuesday after two days of storm, the harbour office said."
SECOND = "Eleven ships that had waited outside the breakwater were let in before noon."
ORIGIN = article("a1", f"{FIRST} {SECOND}")
CUT = article("a2", f"It is over. {SECOND}", published=MONDAY + timedelta(hours=1))


def test_the_words_that_two_versions_share_are_counted_and_the_longest_passage_is_found() -> None:
    found = shared(CUT, ORIGIN, ORIGIN)
    assert (found.words, found.of, found.version_of, found.passages) == (13, 16, 30, 1)
    assert found.longest is not None
    assert found.longest.span.of(CUT.text) == SECOND.removesuffix(".")
    assert found.longest_words == 13


def test_passages_apart_are_counted_apart() -> None:
    edited = article("a3", f"{FIRST} Nobody was hurt in the two days. {SECOND}")
    found = shared(edited, ORIGIN, ORIGIN)
    assert (found.passages, found.words) == (2, 30)


def test_american_spelling_makes_no_difference() -> None:
    american = replace(CUT, text=ORIGIN.text.replace("harbour", "harbor"))
    assert shared(american, ORIGIN, ORIGIN).words == 30


def test_a_copy_is_held_against_the_version_it_shares_most_with() -> None:
    cut_again = article("a4", f"It is over. {SECOND} Yes.")
    copies = (Copy("a2", "a1"), Copy("a4", "a1"))
    found = shared_by([ORIGIN, CUT, cut_again], copies)
    assert [(each.article_id, each.version_id) for each in found] == [("a2", "a4"), ("a4", "a2")]
    assert {each.origin_id for each in found} == {"a1"}


@pytest.mark.parametrize(
    ("origin", "because"),
    [
        (replace(CUT, outlet="Reuters"), "agency"),
        (replace(CUT, origin="Reuters"), "credit"),
        (replace(CUT, published=MONDAY - timedelta(days=1)), "earliest"),
        (replace(CUT, text=CUT.text * 2, published=MONDAY), "fullest"),
        (replace(CUT, text=ORIGIN.text, published=MONDAY), "id"),
    ],
)
def test_what_makes_the_origin_the_origin_is_told(origin: object, because: str) -> None:
    assert isinstance(origin, type(CUT))
    assert shared(ORIGIN, origin, origin).because == because


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    found = shared(article("a", one), article("b", other), article("b", other))
    assert 0 <= found.longest_words <= found.words <= found.of
    assert (found.longest is None) == (found.passages == 0)
    assert found.longest is None or found.longest.span.of(one)
