"""Where an article begins: under lines that are no sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text.heads import begins, opens

LEAD = "The council of Kessel voted for the harbour wall on Friday, after a night of talks."


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Kessel Votes For Its Harbour Wall\n\n",
        "Work begins in spring, and nobody knows yet who is to pay for it\n\n",
        "Kessel Votes On Its Wall\n\nOpinion\n\n",
    ],
)
def test_an_article_begins_with_its_first_sentence(above: str) -> None:
    text = f"{above}{LEAD}\n\nIt rained."
    assert begins(text) == len(above)
    assert opens(text, Span(len(above), len(above) + len(LEAD)))
    assert not opens(text, Span(len(text) - 10, len(text)))


def test_a_sentence_parted_by_a_line_break_is_where_it_begins() -> None:
    assert begins("The council of Kessel voted for\n\nthe harbour wall on Friday.") == 0


def test_a_text_without_any_sentence_begins_at_its_top() -> None:
    assert begins("Kessel\n") == 0


@given(st.text())
def test_a_beginning_is_a_place_in_the_text(text: str) -> None:
    assert 0 <= begins(text) <= len(text)
