"""How alike two articles are."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.likeness import READ, likeness, size
from tests.factory import article

FERRY = article("a1", "The ferry to Selby ran aground on a sandbank, and tugs pulled it off at noon.")
TUGS = article("a2", "Tugs pulled the ferry off a sandbank at noon; it had run aground on its way to Selby.")
BREAD = article("a3", "Bakers in Lindow sold nine hundred loaves before breakfast.")


def test_two_reports_of_one_thing_are_more_alike_than_two_things() -> None:
    assert likeness(FERRY, TUGS) > 0.6 > 0.1 > likeness(FERRY, BREAD)


def test_an_article_is_wholly_like_itself_and_not_at_all_like_nothing() -> None:
    assert likeness(FERRY, FERRY) == 1
    assert likeness(FERRY, article("a4", "")) == 0


def test_the_words_that_say_nothing_and_what_stands_far_down_do_not_count() -> None:
    assert size(article("a5", "It was the one that they had.")) == 0
    assert size(article("a6", "Ferry. " + " " * READ + "Sandbank.")) == 1


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_lies_between_none_and_all_in_either_direction(one: str, other: str) -> None:
    first, second = article("a1", one), article("a2", other)
    assert 0 <= likeness(first, second) <= 1 + 1e-9
    assert likeness(first, second) == likeness(second, first)
