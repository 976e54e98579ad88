"""Figures that differ, and those that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.figures import differences
from briefing.compose.quantities import quantities
from briefing.model import Copy
from tests.factory import article, event


def found(*texts: str, copies: tuple[Copy, ...] = ()) -> list[tuple[str, list[str]]]:
    """What differs between articles of these texts: what is counted, and the words of each figure."""
    articles = {f"a{number}": article(f"a{number}", text) for number, text in enumerate(texts)}
    return [
        (each.what, [place.span.of(articles[place.article_id].text) for place in each.figures])
        for each in differences(event(*articles.values(), copies=copies), articles)
    ]


LEAK = "About 40 tonnes of fuel oil had leaked from the ship, the harbour office said."
MORE = "The amount of fuel oil leaked by the ship has risen to 65 tonnes, the ministry said."


def test_two_numbers_for_one_thing_stand_side_by_side() -> None:
    assert found(LEAK, MORE) == [("tonnes", ["About 40 tonnes", "65 tonnes"])]


def test_the_dead_are_counted_whatever_the_words() -> None:
    told = found(
        "Three people were killed when a train hit a lorry at Tarn Green.",
        "A train hit a lorry at Tarn Green, killing three people.",
        "The driver of the train died in hospital, raising the number of dead to four after the crash at Tarn Green.",
    )
    assert told == [("dead", ["Three people were killed", "killing three people", "dead to four"])]


@pytest.mark.parametrize(
    "other",
    [
        "Some 65 tonnes of onions waited in the harbour for a ship, the office said.",  # of something else
        "About 40 tonnes of fuel oil had leaked from the ship, the mayor said.",  # the same
        "The ministry said that 65 more tonnes of fuel oil may leak from the ship.",  # not in all
        "Of the 65 tonnes of fuel oil on the ship, the harbour office said, most had leaked.",  # the whole of it
        "Some 900 tonnes of fuel oil leaked from a ship of the same harbour office in 1994.",  # of another scale
    ],
)
def test_numbers_of_other_things_do_not_differ(other: str) -> None:
    assert found(LEAK, other) == []


def test_a_rounded_number_is_the_same_number() -> None:
    one = "New claims for benefits by workers in Valdoria fell to 2.1 million last week."
    assert found(one, "In all 2,123,000 claims for benefits were made by workers in Valdoria last week.") == []


def test_a_number_that_ends_in_zeros_is_a_rounded_one() -> None:
    one = "The fever has killed more than 600,000 people in all countries, the health office said."
    assert found(one, "The fever has killed more than 606,200 people in all countries, the office said.") == []


def test_shares_and_parts_are_of_too_many_things() -> None:
    poll = "In a poll of voters in Valdoria {} percent of all voters would vote for the Civic Union."
    assert found(poll.format(31), poll.format(19)) == []
    mercy = "Prime Minister Stolvik on Monday showed mercy to {} people in the prison of Kessel."
    assert found(mercy.format(11), mercy.format(4)) == []
    assert found(mercy.format(11), mercy.format(9)) != []


def test_a_copy_says_nothing_of_its_own() -> None:
    assert found(LEAK, MORE, copies=(Copy("a1", "a0"),)) == []


@pytest.mark.parametrize(
    "sentence",
    ["She was aged 46 and won 12 months ago.", "It cost $40 in 2019.", "At 3.40am the ship struck.", "One of them won.",
     "The train killed 10 Estmark citizens.", "From 23 cases it rose."],
)  # fmt: skip
def test_what_is_no_plain_count_is_left_alone(sentence: str) -> None:
    assert list(quantities(sentence)) == []


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in quantities(text))
