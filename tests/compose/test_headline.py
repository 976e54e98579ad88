"""Which of the articles' headlines stands above a section."""

from dataclasses import replace

from briefing.compose.headline import borne_out
from briefing.model import Article
from tests.factory import article, event

PROMISE = "Three hundred officials condemn plan for Harnby bridge"
OTHER = "Governor orders guards to leave Harnby pier"
SAID = "The governor of Valdoria on Friday ordered the guards to leave the Harnby pier."


def headline(first: str, second: str, said: str, chosen: str | None = None) -> str:
    """The headline above a sentence of two articles of these titles, the first of which is the event's."""
    told = (article("a1", said, title=first), article("a2", said, title=second))
    return above(told, said, chosen or first)


def above(told: tuple[Article, ...], said: str, chosen: str) -> str:
    """The headline above a sentence."""
    return borne_out(replace(event(*told), headline=chosen), told, [said])


def test_a_headline_that_a_sentence_bears_out_stays() -> None:
    assert headline(OTHER, PROMISE, SAID) == OTHER


def test_another_one_is_taken_where_nothing_bears_the_first_out() -> None:
    assert headline(PROMISE, OTHER, SAID) == OTHER


def test_a_headline_that_asks_or_explains_is_not_taken() -> None:
    assert headline(PROMISE, f"Why {OTHER}", SAID) == PROMISE
    assert headline(PROMISE, f"{OTHER}?", SAID) == PROMISE


def test_a_loud_headline_gives_way_to_a_plain_one_that_is_kept_too() -> None:
    loud = "Governor falsely orders guards to leave Harnby pier"
    assert headline(loud, OTHER, SAID) == OTHER
    assert headline(OTHER, loud, SAID) == OTHER


def test_a_loud_headline_stays_where_the_plain_one_is_not_kept() -> None:
    loud = "Governor falsely orders guards to leave Harnby pier"
    assert headline(loud, PROMISE, SAID) == loud


def test_a_name_and_a_colon_do_not_bar_a_headline() -> None:
    assert headline(PROMISE, "Governor: Guards ordered to leave Harnby pier", SAID).startswith("Governor:")


def test_a_headline_of_the_users_own_stays() -> None:
    assert headline(PROMISE, OTHER, SAID, "My own words") == "My own words"


def test_where_no_other_bears_it_out_the_first_one_stays() -> None:
    assert headline(PROMISE, "Rain over Lindow reservoir again tomorrow", SAID) == PROMISE


def test_without_sentences_the_headline_stays() -> None:
    told = (article("a1", SAID, title=PROMISE),)
    assert borne_out(event(*told), told, []) == event(*told).headline
