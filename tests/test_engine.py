"""Engines give what the builtin `map` gives, whoever does the work and whoever dies over it."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import numpy as np
import pytest

from briefing.engine import HERE, Auto, Done, Engine, Item, Serial, engine_named
from briefing.errors import EngineError
from briefing.ledger import finding
from briefing.processes import AHEAD, Processes
from briefing.store import open_library
from briefing.store.quotations import Quotations
from tests import engine_work as work
from tests.factory import MONDAY, article

ROOT = Path(__file__).parents[1]
CHUNKS = (1, 3, 1000)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)  # a process of its own is told where to look


@pytest.fixture
def processes() -> Iterator[Processes]:
    with Processes(2) as engine:
        yield engine


@pytest.mark.parametrize("chunk", CHUNKS)
def test_results_come_in_the_order_of_the_items(processes: Processes, chunk: int) -> None:
    assert list(processes.map(work.squared, range(50), chunk)) == [number * number for number in range(50)]


def test_nothing_gives_nothing_and_starts_nothing(processes: Processes) -> None:
    assert list(processes.map(work.squared, ())) == []
    assert processes.pids() == ()


def test_what_all_items_share_is_bound_to_the_function(processes: Processes) -> None:
    table = list(range(100_000))
    assert list(processes.map(partial(work.added, table), range(5))) == [0, 2, 4, 6, 8]


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_arrays_arrive_as_they_are_and_a_worker_has_its_own(processes: Processes, size: int) -> None:
    table = np.arange(size)
    assert list(processes.map(partial(work.changed, table), range(3))) == [1, 2, 3]
    assert (table == np.arange(size)).all()
    empty = np.zeros(0, dtype=np.int64)
    assert list(processes.map(partial(work.kept, (empty, table[::2])), [1])) == [(0, 2)]


def test_items_are_taken_a_few_chunks_ahead_only(processes: Processes) -> None:
    taken = count()
    results = processes.map(work.squared, iter(taken), 5)
    assert list(islice(results, 10)) == [number * number for number in range(10)]
    assert next(taken) <= 10 + 5 * AHEAD * 2


def test_maps_may_go_on_side_by_side(processes: Processes) -> None:
    one, other = processes.map(work.squared, range(9)), processes.map(work.inverted, range(1, 10), 2)
    pairs = list(zip(one, other, strict=True))
    assert pairs == [(number * number, 1 / (number + 1)) for number in range(9)]


def test_a_map_that_is_left_in_the_middle_hinders_no_other(processes: Processes) -> None:
    begun = processes.map(work.squared, count(), 2)
    assert next(begun) == 0
    del begun
    assert list(processes.map(work.squared, range(6))) == [0, 1, 4, 9, 16, 25]


@pytest.mark.parametrize("chunk", CHUNKS)
def test_an_error_is_raised_when_its_turn_comes_as_it_would_be_here(processes: Processes, chunk: int) -> None:
    def until_raised(engine: Engine) -> list[float]:
        found: list[float] = []
        with pytest.raises(ZeroDivisionError, match="division by zero"):
            found.extend(engine.map(work.inverted, (2, 1, 0, 4), chunk))
        return found  # what came before the error

    assert until_raised(processes) == until_raised(HERE) == [0.5, 1.0]


def test_an_error_that_cannot_be_sent_is_told_by_its_words(processes: Processes) -> None:
    with pytest.raises(RuntimeError, match="Untold: here 3"):
        list(processes.map(work.untold, [3]))


def test_an_item_that_cannot_be_unpacked_is_told_and_nobody_waits(processes: Processes) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        list(processes.map(repr, [work.Untold("here", 3)]))
    assert list(processes.map(work.squared, [2])) == [4]


def test_an_error_says_where_in_the_worker_it_was_raised(processes: Processes) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        list(processes.map(work.inverted, [0]))
    assert "in inverted" in "".join(raised.value.__notes__)


def test_what_cannot_be_sent_is_said_before_any_work(processes: Processes) -> None:
    with pytest.raises((AttributeError, TypeError), match=r"pickle|local object"):  # as Python 3.11 and 3.13 say it
        next(processes.map(lambda number: number, [1]))


def test_the_work_of_a_killed_process_is_done_again(processes: Processes, tmp_path: Path) -> None:
    found = list(processes.map(partial(work.dying_once, tmp_path / "mark"), range(40), 2))
    assert found == list(range(40))
    assert (tmp_path / "mark").exists()


def test_work_that_kills_whoever_does_it_ends_in_one_line(processes: Processes) -> None:
    with pytest.raises(EngineError, match=r"died 3 times \(SIGKILL\)") as raised:
        list(processes.map(work.dying, range(4)))
    assert "\n" not in str(raised.value)


def test_the_end_of_the_block_ends_the_processes_whatever_they_do() -> None:
    with Processes(2) as engine:
        working = engine.map(work.lasting, [0.0, 0.0, 60.0, 60.0])
        pids = {next(working), next(working)}
        began = time.monotonic()
    assert time.monotonic() - began < 1
    assert not [pid for pid in pids if Path(f"/proc/{pid}/cmdline").exists()]


class Recording(Serial):
    """An engine that tells what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        given = list(items)
        self.asked += given
        return super().map(function, given, chunk)


def test_small_work_is_done_here_and_long_work_calls_for_others() -> None:
    others = Recording()
    assert list(Auto(lambda: others, patience=60).map(work.squared, range(9))) == [n * n for n in range(9)]
    assert others.asked == []
    assert list(Auto(lambda: others, patience=0).map(work.squared, range(9))) == [n * n for n in range(9)]
    assert others.asked == list(range(1, 9))


def test_less_than_a_chunk_is_not_worth_calling() -> None:
    others = Recording()
    assert list(Auto(lambda: others, patience=0).map(work.squared, range(9), 10)) == [n * n for n in range(9)]
    assert others.asked == []


def test_an_engine_is_had_by_its_name() -> None:
    with engine_named("serial") as serial, engine_named("auto", 1) as alone, engine_named("auto", 2) as auto:
        assert (serial, alone) == (HERE, HERE)
        assert isinstance(auto, Auto)
    with engine_named("processes", 1) as one:
        assert list(one.map(work.where, [1])) != [os.getpid()]


def test_a_library_is_filled_with_the_same_quotations_by_any_engine(
    processes: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "TOGETHER", 3)
    monkeypatch.setattr(finding, "CHUNK", 2)
    said = [
        article(f"a{number:011}", f'"The ferry sails at {number}," said Mira Solen, the mayor of Kessel, on Monday.')
        for number in range(10)
    ]
    found = []
    for name, engine in (("here", HERE), ("there", processes)):
        path = tmp_path / f"{name}.sqlite"
        with open_library(path) as library:
            library.add(said, seen_at=MONDAY)
            assert finding.fill(library, path, engine=engine) == len(said)
        with Quotations(path) as quotations:
            found.append(quotations.all(finding.method()))
    assert found[0] == found[1]
    assert {quote.speaker for quote in found[0]} == {"Mira Solen"}
    assert len(found[0]) == len(said)
