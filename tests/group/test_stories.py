import json
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.group.lasting import event_of
from briefing.group.stories import stories
from briefing.model import Article, Event
from tests.factory import MONDAY, article

ROOT = Path(__file__).parents[2]
LEAST_RIGHT, MOST_WRONG = 7, 0  # pairs of the samples' events; 8 of 8 and none when it was set

SHIP = "The container ship Marten Rose ran aground on the Otter Sand outside Lindow, and its master Ivo Karr radioed."
FREE = "The container ship Marten Rose floated free of the Otter Sand outside Lindow, and its master Ivo Karr smiled."
SCHOOL = "Teachers of Kessel voted for a strike over pay, and their union wants talks with the minister of schools."


def single(number: int, text: str, days: float) -> tuple[Event, Article]:
    """An event of one article."""
    one = article(f"a{number}", text, title=text[:40], published=MONDAY + timedelta(days=days))
    return replace(event_of([one], {}), id=f"e{number}"), one


def found(*pairs: tuple[Event, Article], known: dict[str, str] | None = None) -> dict[str, str]:
    """The stories of some events."""
    return stories([event for event, _ in pairs], {each.id: each for _, each in pairs}, known or {})


def test_what_follows_from_an_event_is_of_its_story_and_what_does_not_is_of_none() -> None:
    of = found(single(1, SHIP, 0), single(2, SCHOOL, 1), single(3, FREE, 5))
    assert set(of) == {"e1", "e3"}
    assert of["e1"] == of["e3"]
    assert of["e1"].startswith("s")


def test_after_a_long_silence_it_is_another_story() -> None:
    assert found(single(1, SHIP, 0), single(3, FREE, 60)) == {}


def test_a_story_keeps_its_id_when_it_goes_on() -> None:
    first, second, third = single(1, SHIP, 0), single(2, FREE, 4), single(3, FREE, 8)
    before = found(first, second)
    assert found(second, third, known=before)["e3"] == before["e1"]


def test_what_was_told_to_be_of_a_story_stays_of_it() -> None:
    assert found(single(1, SHIP, 0), single(2, SCHOOL, 1), known={"e1": "s1", "e2": "s1"}) == {"e1": "s1", "e2": "s1"}


def test_an_earlier_event_that_comes_late_changes_no_story() -> None:
    events = [single(2, SHIP, 1), single(3, FREE, 5)]
    before = found(*events)
    assert found(single(1, SHIP, 0), *events, known=before)["e2"] == before["e2"]


def test_undated_and_empty_events_are_of_no_story() -> None:
    event, one = single(1, SHIP, 0)
    assert found((replace(event, first=None, last=None), one), single(2, FREE, 1)) == {}
    assert found(single(1, "", 0), single(2, "", 1)) == {}
    assert found() == {}


@settings(max_examples=15)
@given(st.permutations(range(4)))
def test_the_order_of_events_changes_nothing(order: list[int]) -> None:
    events = [single(0, SHIP, 0), single(1, SCHOOL, 1), single(2, FREE, 5), single(3, SCHOOL, 9)]
    assert found(*(events[number] for number in order)) == found(*events)


def test_a_report_that_touches_two_stories_does_not_chain_them() -> None:
    both = single(9, f"{SHIP} {SCHOOL}", 2)
    of = found(single(1, SHIP, 0), single(2, FREE, 1), single(3, SCHOOL, 0), single(4, SCHOOL, 1), both)
    assert of["e1"] != of["e3"]


@pytest.fixture(scope="module")
def samples() -> tuple[list[Event], dict[str, Article], list[int | None]]:
    """The samples' labelled events, their articles, and the number of each event's story."""
    from datetime import UTC, datetime

    from briefing.clean import clean
    from briefing.model import RawDocument
    from briefing.read import read

    gold = json.loads((ROOT / "tests/fixtures/seeds-gold.json").read_text("utf-8"))
    named: dict[str, Article] = {}
    for document in read([ROOT / "seeds"], fetched_at=datetime(2030, 1, 1, tzinfo=UTC)):
        assert isinstance(document, RawDocument)
        cleaned, _ = clean(document)
        if cleaned:
            name = Path(document.path or "").name
            named[name] = named[f"{name}#{document.part}"] = cleaned
    story = {name: number for number, names in enumerate(gold["stories"]) for name in names}
    events = [
        replace(event_of([named[name] for name in names], {}), id=f"e{number}")
        for number, names in enumerate(gold["events"])
    ]
    return events, {each.id: each for each in named.values()}, [story.get(names[0]) for names in gold["events"]]


def test_the_samples_stories_are_found(samples: tuple[list[Event], dict[str, Article], list[int | None]]) -> None:
    events, articles, told = samples
    of = stories(events, articles, {})
    gold = {
        (one.id, other.id)
        for (one, a), (other, b) in combinations(zip(events, told, strict=True), 2)
        if a is not None and a == b
    }
    together = {
        (one.id, other.id) for one, other in combinations(events, 2) if one.id in of and of[one.id] == of.get(other.id)
    }
    assert len(gold & together) >= LEAST_RIGHT
    assert len(together - gold) <= MOST_WRONG
