"""Sending: parts of the work done elsewhere, as `briefing.group.over` asks for."""

import pickle
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")


def sent(function: Callable[[Part], Done], parts: Iterable[Part]) -> list[Done]:
    """As other processes would: what goes and what comes back is pickled, and the last part is done first."""

    def through(thing: Any) -> Any:
        return pickle.loads(pickle.dumps(thing))  # noqa: S301 - pickled right here

    done = [through(through(function)(part)) for part in map(pickle.loads, map(pickle.dumps, reversed([*parts])))]
    return done[::-1]
