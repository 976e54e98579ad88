"""Turns: one request at a time to a host, and a pause between two, whichever thread makes them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float | None = None  # by the clock; None: nobody asked it anything yet


class Turns:
    """Whose turn it is at each host."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """`clock` counts seconds from anywhere, `sleep` waits for some."""
        self._clock, self._sleep = clock, sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """The host to oneself; the next turn begins `delay` seconds behind the end of this one at the earliest."""
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
        with state.lock:
            ahead = 0.0 if state.free_at is None else state.free_at - self._clock()
            if ahead > 0:
                self._sleep(ahead)
            try:
                yield
            finally:
                state.free_at = self._clock() + delay
