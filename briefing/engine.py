"""Engine: where the work on many articles or events is done: here, by processes of this machine, or by a Dask cluster.

What comes out is the same everywhere: an engine maps a function, which depends on nothing but what it is given, over
items, and gives the results in the order of the items. Files, the library and the network are the caller's alone.
"""

import os
import pickle
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple, Protocol, TypeVar

from briefing.config.engine import AUTO, CLUSTER, PROCESSES, SERIAL

Item = TypeVar("Item")
Done = TypeVar("Done")

# Processor seconds a map works here before it calls for processes. Starting one and having it import a stage takes half
# a second to one (benchmarks/scale_engine.py), so whatever they turn out to be good for, at most as much again is lost.
PATIENCE = 1.0


class Engine(Protocol):
    """Does work on many items."""

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """What the function makes of each item, in the items' order, as the builtin `map` would give it.

        Function, items and results can be pickled; the function stands in a module, and what all items share is bound
        to it (`functools.partial`), as it is sent to each worker once. `chunk`: items that travel together. Items are
        taken as results are asked for, a few chunks ahead. What the function raises is raised when its turn comes.
        Raises EngineError where workers cannot be had, or die again and again.
        """


class Serial:
    """This process, one item after the other."""

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """The builtin `map`."""
        del chunk
        return map(function, items)


HERE = Serial()


class Auto:
    """This process for small work, and as many as it has processors for what takes longer than starting them."""

    def __init__(self, start: Callable[[], Engine], patience: float = PATIENCE) -> None:
        """start: gives the engine for long work, when there is some; patience: seconds."""
        self._start, self._patience = start, patience

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """Here for as long as patience lasts; what is left then, if it is a chunk at least, by the other engine."""
        left = iter(items)
        spent = 0.0
        for item in left:
            began = time.process_time()  # by the clock a machine busy with other work would call for more of it
            done = function(item)
            spent += time.process_time() - began
            yield done
            if spent > self._patience:
                break
        more = list(islice(left, chunk))
        if len(more) < chunk:
            yield from map(function, more)
        else:
            yield from self._start().map(function, chain(more, left), chunk)


class Worked(NamedTuple):
    """What a worker made of some items."""

    results: tuple[Any, ...]
    error: Exception | None  # what the function raised for the item after these


def worked(function: Callable[[Item], object], items: Iterable[Item]) -> Worked:
    """Apply a function to items, up to the first it raises for."""
    results = []
    try:
        for item in items:
            results.append(function(item))  # noqa: PERF401 what was done before an error counts
    except Exception as error:  # noqa: BLE001 whatever it is, it is raised where the results are asked for
        return Worked(tuple(results), portable(error))
    return Worked(tuple(results), None)


def portable(error: Exception) -> Exception:
    """The error with where it was raised as a note; a plain one of its words where it cannot be sent."""
    where = "".join(traceback.format_exception(error))
    try:
        sent: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301 our own
    except Exception:  # noqa: BLE001 whatever hinders it
        sent = RuntimeError(f"{type(error).__name__}: {error}")
    sent.add_note(f"raised by a worker:\n{where}")
    return sent


def chunks(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """The items, so many at a time."""
    left = iter(items)
    while some := tuple(islice(left, size)):
        yield some


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def engine_named(name: str, count: int | None = None) -> Iterator[Engine]:
    """The engine of that name, as long as the block lasts; whatever ends the block ends its workers at once.

    count: of processes; None: one a processor. Raises EngineError where a cluster cannot be had.
    """
    if name.startswith(CLUSTER):
        from briefing.cluster import Cluster

        with Cluster(name.removeprefix(CLUSTER)) as cluster:
            yield cluster
        return
    many = count or processors()
    if name == SERIAL or (name == AUTO and many == 1):
        yield HERE
        return
    with ExitStack() as ended:

        @cache
        def processes() -> Engine:
            from briefing.processes import Processes

            return ended.enter_context(Processes(many))

        yield processes() if name == PROCESSES else Auto(processes)
