from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import correct
from briefing.correct import Desk, Outcome, named
from briefing.errors import EventError
from briefing.happenings import keep_found, settled
from briefing.model import Correction, Event, Span
from briefing.store import open_library
from briefing.store.remembered import Remembered
from tests.factory import MONDAY, article
from tests.group.test_events import ARTICLES, TOLD


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A library whose events are known."""
    with opened(tmp_path / "library.sqlite") as working:
        yield working


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """The same, in a file of one's own."""
    with open_library(path) as library, Remembered(path) as remembered:
        library.add(ARTICLES, seen_at=MONDAY)
        working = Desk(library, remembered, MONDAY)
        regroup(working)
        yield working


def regroup(desk: Desk, *more: str) -> tuple[Event, ...]:
    """Everything is grouped anew, and remembered."""
    ids = [*(each.id for each in ARTICLES), *more]
    found = settled(desk.library.get(ids), desk.remembered)
    keep_found(found, desk.remembered, ids)
    return found.events


def one_of(story: str) -> str:
    return next(each.id for each in ARTICLES if TOLD[each.id] == story)


def home(desk: Desk, article_id: str) -> str:
    return desk.remembered.membership()[article_id]


def company(desk: Desk, article_id: str) -> set[str]:
    """The articles of one article's event."""
    membership = desk.remembered.membership()
    return {each for each, event in membership.items() if event == membership[article_id]}


def two_events(desk: Desk) -> tuple[str, str]:
    """Two events' ids, the first of several articles."""
    membership = desk.remembered.membership()
    first = membership[one_of("fire")]
    return first, next(event for _, event in sorted(membership.items()) if event != first)


def more(desk: Desk) -> None:
    """Another article comes in, and everything is grouped anew."""
    late = replace(ARTICLES[0], id="late", published=MONDAY - timedelta(hours=1), outlet="Lindow Radio")
    desk.library.add([late, article("other", "Swans are back on the lake of Tarn.", title="Swans")], seen_at=MONDAY)
    regroup(desk, "late", "other")


def test_merged_events_stay_together_when_more_comes(desk: Desk) -> None:
    first, second = two_events(desk)
    both = {article_id for article_id, event in desk.remembered.membership().items() if event in (first, second)}
    (merged,) = correct.merge(first, second, desk).events
    assert set(merged.article_ids) == both
    more(desk)
    assert both <= company(desk, min(both))


def test_articles_split_off_stay_off_when_more_comes(desk: Desk) -> None:
    leaving = one_of("fire")
    stayed = company(desk, leaving) - {leaving}
    old = home(desk, leaving)
    correct.split(old, [leaving], desk)
    more(desk)
    assert not company(desk, leaving) & stayed
    assert {home(desk, article_id) for article_id in stayed} == {old}


def test_a_moved_article_stays_where_it_was_put(desk: Desk) -> None:
    moved = one_of("fire")
    _, target = two_events(desk)
    correct.move(moved, target, desk)
    more(desk)
    assert home(desk, moved) == target


def test_a_dropped_event_stays_dropped_with_what_joins_it(desk: Desk) -> None:
    dropped = home(desk, one_of("fire"))
    assert correct.drop(dropped, desk).events == ()
    more(desk)
    events = regroup(desk, "late")
    assert dropped not in {event.id for event in events}
    assert "late" not in {article_id for event in events for article_id in event.article_ids}


def test_an_article_that_is_in_no_event_can_be_dropped_and_taken_back(desk: Desk) -> None:
    undated = replace(desk.library.get([one_of("fire")])[0], id="b00000000009", published=None, sha256="9" * 64)
    desk.library.add([undated], seen_at=MONDAY)
    assert correct.drop(undated.id, desk) == Outcome(Correction("drop", (undated.id,)), ())
    assert correct.undo(desk).correction.subjects == (undated.id,)


def test_a_dropped_article_is_in_no_event_told(desk: Desk) -> None:
    dropped = one_of("fire")
    told = correct.drop(dropped, desk).events
    assert dropped not in {article_id for event in told for article_id in event.article_ids}


def test_what_was_said_can_be_taken_back(desk: Desk) -> None:
    before = desk.remembered.membership()
    first, second = two_events(desk)
    correct.merge(first, second, desk)
    correct.undo(desk)
    assert desk.remembered.membership() == before
    with pytest.raises(EventError, match="no correction"):
        correct.undo(desk)


def test_what_was_said_last_is_kept_once(desk: Desk) -> None:
    known = desk.remembered.membership()
    first, second = sorted(set(known.values()))[:2]
    dropped = next(each for each, event in known.items() if event == first)
    place = ARTICLES[0].id, Span(0, 20)

    def said() -> int:
        return len(desk.remembered.corrections())

    for _ in range(2):
        correct.drop(first, desk)
        correct.retitle(second, "Another headline", desk)
        correct.strike(*place, desk)
        correct.speaker(*place, "Ana Roe", desk)
    assert said() == 4
    correct.pin(*place, desk)  # the last word counts, so the one before may come again
    correct.strike(*place, desk)
    correct.speaker(*place, "Ana Poe", desk)
    correct.speaker(*place, "Ana Roe", desk)
    correct.retitle(second, "A third headline", desk)
    correct.retitle(second, "Another headline", desk)
    correct.move(dropped, second, desk)
    correct.drop(dropped, desk)
    assert said() == 12


def test_wrong_corrections_are_refused_and_none_is_kept(desk: Desk) -> None:
    first, second = two_events(desk)
    own, strange = one_of("fire"), next(a for a, event in desk.remembered.membership().items() if event == second)
    attempts: list[Callable[[], Outcome]] = [
        lambda: correct.merge(first, first, desk),
        lambda: correct.merge(first, "e-nowhere", desk),
        lambda: correct.split(first, [strange], desk),
        lambda: correct.split(first, sorted(company(desk, own)), desk),
        lambda: correct.move(own, first, desk),
        lambda: correct.drop("nothing", desk),
    ]
    for wrong in attempts:
        with pytest.raises(EventError):
            wrong()
    assert desk.remembered.corrections() == ()


def test_before_anything_was_grouped_it_is_said_how_to(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library, Remembered(path) as remembered, pytest.raises(EventError, match="--week"):
        correct.drop("e1", Desk(library, remembered, MONDAY))


def test_an_id_may_be_named_by_its_beginning_where_that_is_enough() -> None:
    assert named("e12", ["e123", "e456"], "event") == "e123"
    assert named("e1", ["e1", "e12"], "event") == "e1"
    with pytest.raises(EventError, match="could be any of e123, e124: give more of it"):
        named("e12", ["e123", "e124"], "event")
    for name in ("x", ""):
        with pytest.raises(EventError, match="there is no event"):
            named(name, ["e123"], "event")


def as_they_are(desk: Desk) -> dict[str, tuple[tuple[str, ...], str]]:
    return {event.id: (event.article_ids, event.headline) for event in desk.remembered.events()}


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_taking_back_whatever_was_said_in_any_order_leaves_every_event_as_it_was_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    with opened(tmp_path_factory.mktemp("said") / "library.sqlite") as desk:
        said_and_taken_back(desk, data)


def said_and_taken_back(desk: Desk, data: st.DataObject) -> None:
    before = as_they_are(desk)
    for _ in range(data.draw(st.integers(1, 4))):
        membership = desk.remembered.membership()
        events = sorted(set(membership.values()))
        event = data.draw(st.sampled_from(events))
        members = correct.members(event, membership)
        others = [each for each in events if each != event]
        if data.draw(st.booleans()) and len(members) > 1:
            said = correct.split(event, members[: data.draw(st.integers(1, len(members) - 1))], desk)
        elif data.draw(st.booleans()):
            said = correct.move(data.draw(st.sampled_from(members)), data.draw(st.sampled_from(others)), desk)
        else:
            said = correct.merge(event, data.draw(st.sampled_from(others)), desk)
        untouched = {each: event for each, event in membership.items() if event not in homes_of(said, membership)}
        now = desk.remembered.membership()
        assert {each: now[each] for each in untouched} == untouched
    for number in data.draw(st.permutations([kept.number for kept in desk.remembered.kept()])):
        correct.undo(desk, number)
    assert as_they_are(desk) == before


def homes_of(said: Outcome, membership: dict[str, str]) -> set[str]:
    """The events that the articles a correction names were in."""
    return {membership[each] for each in (*said.correction.subjects, *said.correction.others)}
