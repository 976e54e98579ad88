from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from briefing.database import Address
from briefing.errors import StoreError
from briefing.model import Correction
from briefing.store import open_library
from briefing.store.remembered import Remembered
from tests.factory import MONDAY, article, event

TUESDAY = MONDAY + timedelta(days=1)
ONE, TWO, UNDATED = (
    article("a1"),
    article("a2", outlet="Tarn Post", published=TUESDAY),
    article("a3", outlet=None, published=None),
)


@pytest.fixture
def path(place: Address) -> Address:
    with open_library(place) as library:
        library.add([ONE, TWO, UNDATED], seen_at=MONDAY)
    return place


@pytest.fixture
def memory(path: Address) -> Iterator[Remembered]:
    with Remembered(path) as opened:
        yield opened


def test_events_are_remembered_from_run_to_run(path: Address) -> None:
    with Remembered(path) as memory:
        memory.remember([event(ONE, TWO, event_id="e1")], {"a1": "e1", "a2": "e1"})
    with Remembered(path) as memory:
        assert memory.membership() == {"a1": "e1", "a2": "e1"}
        (found,) = memory.events()
    assert (found.id, found.article_ids, found.headline) == ("e1", ("a1", "a2"), ONE.title)
    assert (found.first, found.last) == (MONDAY, TUESDAY)


def test_articles_not_named_again_stay_in_their_events(memory: Remembered) -> None:
    memory.remember([event(ONE, TWO, event_id="e1")], {"a1": "e1", "a2": "e1"})
    memory.remember([event(UNDATED, event_id="e2")], {"a3": "e2"})
    assert memory.membership() == {"a1": "e1", "a2": "e1", "a3": "e2"}
    assert [found.id for found in memory.events()] == ["e1", "e2"]


def test_an_event_without_articles_is_forgotten(memory: Remembered) -> None:
    memory.remember([event(ONE, event_id="e1"), event(TWO, event_id="e2")], {"a1": "e1", "a2": "e2"})
    memory.remember([event(ONE, TWO, event_id="e1")], {"a1": "e1", "a2": "e1"})
    assert [found.id for found in memory.events()] == ["e1"]


def test_of_dropped_events_the_articles_are_remembered_too(memory: Remembered) -> None:
    memory.remember([], {"a1": "e1"})
    assert memory.membership() == {"a1": "e1"}


def test_corrections_are_kept_in_order_and_taken_back_from_the_last(memory: Remembered) -> None:
    merge, drop = Correction("merge", ("a1",), ("a2",)), Correction("drop", ("a3",), (), "e2")
    memory.correct(merge, at=MONDAY)
    memory.correct(drop, at=MONDAY)
    assert memory.corrections() == (merge, drop)
    assert memory.undo() == drop
    assert memory.corrections() == (merge,)
    assert memory.undo() == merge
    assert memory.undo() is None


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"no library" * 100)
    with Remembered(tmp_path / "other") as memory, pytest.raises(StoreError):
        memory.membership()
