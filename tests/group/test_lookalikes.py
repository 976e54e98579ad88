from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.group import copies, group
from briefing.group.lookalikes import apart
from briefing.model import Article
from tests.factory import MONDAY, article
from tests.group.test_duplicates import STORY

TOWNS = ("Harnby", "Kessel", "Lindow", "Port Selby", "Ostrava Ferry", "Vell", "Marrow Bay")
PEOPLE = ("Hanne Orvik", "Jon Melk", "Ida Castellan", "Peer Lund", "Rosa Quint", "Abel Thorsen")
QUAKE = (
    "An earthquake of magnitude {n[0]} struck near {a} early on Wednesday, the seismological institute said. The "
    "quake was felt for about {n[1]} seconds and was centred {n[2]} kilometres from {a}, at a depth of {n[3]} "
    "kilometres. There were no immediate reports of damage or of anybody hurt. The institute said that further "
    "shocks were possible in the hours to come and asked people to stay away from old buildings. Trains were held"
    " for an hour while engineers looked at the bridges and the lines."
)
MATCH = (
    "{a} beat {b} by {n[0]} goals to {n[1]} in front of {n[2]} spectators on Saturday afternoon. {p} scored the "
    "first goal after {n[3]} minutes and the second just before the break, and the visitors never looked like "
    "coming back. It was the third win in a row for {a}, who are now in the upper half of the table and meet the "
    "leaders next week. The coach said that the team had played with patience and had taken the chances it was "
    "given."
)
FIRE = (
    "Firefighters were called to a warehouse in {a} shortly after midnight and had the blaze under control within"
    " two hours. Nobody was hurt, a spokesman for the brigade said. Neighbours were asked to keep their windows "
    "shut because of the smoke. The cause is not known yet and investigators are to begin their work today. The "
    "warehouse held furniture and paper. The road past it was closed until the morning and buses took another way"
    " round {a}."
)
DRAW = (
    "The numbers drawn in the national lottery on {d} were {n[0]}, {n[1]}, {n[2]}, {n[3]} and {n[4]}. Nobody had "
    "all of them, so that the first prize of the week goes into the next draw. Tickets with four right numbers "
    "are worth the usual sum and can be handed in at every counter for ninety days. The next draw is in three "
    "days, and tickets are sold until an hour before it. All figures are without warranty."
)
BULLETINS = (QUAKE, MATCH, FIRE, DRAW)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def told(bulletin: str, place: int, numbers: list[int]) -> str:
    here, there = TOWNS[place], TOWNS[(place + 3) % len(TOWNS)]
    person, day = PEOPLE[place % len(PEOPLE)], DAYS[place % len(DAYS)]
    return bulletin.format(a=here, b=there, p=person, d=day, n=numbers)


def of(article_id: str, text: str, *, hours: float = 0.0, outlet: str = "Courier") -> Article:
    return article(article_id, text, title="Bulletin", outlet=outlet, published=MONDAY + timedelta(hours=hours))


@given(
    st.sampled_from(BULLETINS),
    st.permutations(range(len(TOWNS))),
    st.lists(st.lists(st.integers(10, 99), min_size=5, max_size=5, unique=True), min_size=2, max_size=2),
)
def test_bulletins_of_one_wording_on_different_things_are_no_copies_nor_one_event(
    bulletin: str, places: list[int], numbers: list[list[int]]
) -> None:
    one, other = (told(bulletin, place, of) for place, of in zip(places, numbers, strict=False))
    assume(not set(numbers[0]) & set(numbers[1]))
    articles = [of("a", one), of("b", other, hours=2, outlet="Radio"), of("c", one, hours=3, outlet="Post")]
    assert {copy.article_id for copy in copies(articles)} == {"c"}
    assert sorted(event.article_ids for event in group(articles)) == [("a", "c"), ("b",)]


@pytest.mark.parametrize("towns", [70, 250])
def test_any_number_of_bulletins_of_one_wording_are_as_many_events(towns: int) -> None:
    random = Random(1)  # noqa: S311 - made-up names, no secret
    names = ["".join(random.choices("abcdefghiklmnoprstuvwyz", k=9)).capitalize() for _ in range(towns)]
    bulletins = [of(f"a{n:03}", FIRE.format(a=name), hours=n % 48, outlet=f"o{n}") for n, name in enumerate(names)]
    assert len(group(bulletins)) == towns
    assert not copies(bulletins)


def test_bulletins_of_an_outlet_named_after_one_of_its_towns_are_no_copies() -> None:
    forecast = (
        "Good morning from the desk. It will be sunny in {} today, with a high of 16 and a low of 11 degrees. "
        "The wind comes from the west, and the pollen count is high. Dogs are welcome on all beaches until the autumn."
    )
    towns = ("Kessel", "Harnby")
    told = [article(town, forecast.format(town), title=f"Weather for {town}", outlet="Kessel Post") for town in towns]
    assert not copies(told)
    assert len(group(told)) == len(towns)


def test_a_text_that_names_nobody_does_not_join_those_that_look_alike() -> None:
    one, other = FIRE.format(a="Harnby"), FIRE.format(a="Lindow")
    found = copies([of("a", one), of("b", FIRE.format(a="the town"), hours=1), of("c", other, hours=2)])
    assert len(found) == 1


def test_daily_figures_in_the_same_words_are_no_copies_and_a_toll_that_rose_is_an_update() -> None:
    figures = STORY.replace("Eleven", "{}").replace("six", "{}").replace("four", "{}").replace("14", "{}")
    today, tomorrow = figures.format(11, 6, 4, 14), figures.format(12, 7, 5, 18)
    assert not copies([of("a", today), of("b", tomorrow, hours=24)])
    assert copies([of("a", today), of("b", tomorrow, hours=2)])
    assert copies([of("a", STORY), of("b", STORY.replace("Eleven", "Twelve"), hours=30)])


@pytest.mark.parametrize(
    "changes",
    [
        {"Orvik": "Orwick"},  # spelt otherwise
        {"Tuesday": "Wednesday"},  # where the day is another already
        {"of Port Selby": "of PORT SELBY"},
        {"Orvik": "Post"},  # what the outlet is called
        {"ministry": "department", "overdue": "late", "debate": "talk", "berth": "basin"},
    ],
)
def test_what_an_editor_changes_leaves_a_copy(changes: dict[str, str]) -> None:
    edited = STORY
    for one, other in changes.items():
        edited = edited.replace(one, other)
    assert copies([of("a", STORY), of("b", edited, outlet="Post")])


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_told_apart_the_same_way_round(one: str, other: str) -> None:
    articles = [of("a", f"{STORY} {one}"), of("b", f"{STORY} {other}")]
    swapped = [of("b", f"{STORY} {one}"), of("a", f"{STORY} {other}")]
    assert len(copies(articles)) == len(copies(swapped))


def test_pairs_of_very_many_rows_are_told_apart_though_numbers_of_rows_have_32_bits() -> None:
    rows, others = np.array([0, 0, 65_535], dtype=np.int32), np.array([1, 65_536, 65_537], dtype=np.int32)
    assert apart(65_538, rows, others, [(65_537, 65_535)]).tolist() == [False, False, True]
    assert apart(1 << 31, rows, others, [(1, 0)]).tolist() == [True, False, False]
