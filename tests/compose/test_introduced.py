"""The order in which a section's sentences explain each other."""

from briefing.compose.introduced import Taken, introduced
from tests.factory import article, extract

TOLD = article("a1", "One. Two. Three.", title="A title")
ONE, TWO, THREE = (extract(TOLD, word, rank=rank) for rank, word in enumerate(("One.", "Two.", "Three.")))


def test_what_explains_comes_before_what_it_explains() -> None:
    taken = {ONE: Taken(needs=frozenset({"accord"})), TWO: Taken(gives=frozenset({"accord"})), THREE: Taken()}
    assert introduced((ONE, TWO, THREE), taken) == (TWO, ONE, THREE)


def test_whom_a_reader_may_know_is_introduced_first_all_the_same() -> None:
    taken = {ONE: Taken(names=frozenset({"@brandt"})), TWO: Taken(gives=frozenset({"@brandt"}))}
    assert introduced((ONE, TWO), taken) == (TWO, ONE)


def test_what_nothing_explains_is_left_out_and_what_only_that_explained_too() -> None:
    taken = {
        ONE: Taken(needs=frozenset({"@pell"}), gives=frozenset({"accord"})),
        TWO: Taken(needs=frozenset({"accord"})),
        THREE: Taken(),
    }
    assert introduced((ONE, TWO, THREE), taken) == (THREE,)


def test_sentences_that_explain_each_other_keep_their_order() -> None:
    taken = {
        ONE: Taken(needs=frozenset({"pier"}), gives=frozenset({"accord"})),
        TWO: Taken(needs=frozenset({"accord"}), gives=frozenset({"pier"})),
    }
    assert introduced((ONE, TWO), taken) == (ONE, TWO)


def test_sentences_that_take_nothing_for_told_keep_their_order() -> None:
    assert introduced((THREE, ONE, TWO), dict.fromkeys((ONE, TWO, THREE), Taken())) == (THREE, ONE, TWO)
