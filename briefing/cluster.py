"""Cluster: the engine that works on a Dask cluster which exists already (https://distributed.dask.org).

Its workers need the same `brief`, Python and libraries, or else the briefing could be another: each says which it has
before it works. They read no file and no library of ours: articles go to them and what came of them returns.
"""

import logging
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from briefing.closing import Closing
from briefing.engine import Done, Item, Worked, chunks, worked
from briefing.errors import EngineError
from briefing.kept import method

if TYPE_CHECKING:
    from distributed import Future

AHEAD = 2  # chunks asked for a worker: one that it works on, and one that it will
TRIES = 3  # times a chunk is asked for again after what it needs was lost with a worker
REACHING = 10.0  # seconds a scheduler, or a first worker, is waited for
LOOKING = 2.0  # seconds between two looks whether the cluster is there still
ALONE = 60.0  # seconds without any worker, or without a scheduler, after which none is waited for any longer
# Bytes of a function with what is bound to it beyond which it is sent to all workers once, not with each chunk.
LARGE = 100_000
DASKS = ("distributed.", "tornado")
OTHER_VERSION = "{} has another version of brief, Python or a library: install the same there as here"
ONE_AT_A_TIME = Lock()  # a worker may have threads: what we call was not made for that, nor would it be any faster


@dataclass(slots=True)
class Asked:
    """Some items, and what is to come of them."""

    items: tuple[Any, ...]
    future: "Future[Worked]"


class Job:
    """One map's function, as tasks have it."""

    def __init__(self, client: Any, function: Callable[[Any], object]) -> None:
        self._client, self._function = client, function
        self._large = len(pickle.dumps(function, pickle.HIGHEST_PROTOCOL)) > LARGE
        self._sent: Future[Any] | None = None

    def ask(self, items: tuple[Any, ...]) -> Asked:
        """Have a worker do these; what is large was sent before, unless it was lost with all who had it."""
        if self._large and (self._sent is None or self._sent.status in ("cancelled", "error", "lost")):
            self._sent = self._client.scatter(self._function, broadcast=True, hash=False)
        function = self._sent if self._large else self._function
        return Asked(items, self._client.submit(apply, method(), function, items, pure=False))


def apply(version: str, function: Callable[[Any], object], items: tuple[Any, ...]) -> Worked:
    """What a worker does, whose code must be of the version given: it may have come since all were asked."""
    if version != method():
        return Worked((), EngineError(OTHER_VERSION.format("a worker that came later")))
    with ONE_AT_A_TIME:
        return worked(function, items)


class Cluster(Closing):
    """The workers of a scheduler."""

    def __init__(self, address: str) -> None:
        """address: HOST:PORT, reached as Dask's own configuration says, by TLS for one.

        Raises EngineError where there is no scheduler, or workers that are of no use.
        """
        try:
            from distributed import Client
        except ImportError:
            raise EngineError("dask:// needs Dask's distributed: pip install 'brief[cluster]'") from None
        for name in ("distributed", *(name for name in logging.root.manager.loggerDict if name.startswith(DASKS))):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what matters is raised, in a line
        self._address = address
        try:
            untyped: Any = Client
            self._client = untyped(address, timeout=REACHING, set_as_default=False)
        except (OSError, ValueError):
            raise EngineError(f"no Dask scheduler answers at {address}: is one running there?") from None
        self._workers = self._able()

    def close(self) -> None:
        """Let go of the cluster; what it works on for us is cancelled."""
        self._client.close(timeout=LOOKING)

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """See `Engine.map`."""
        job = Job(self._client, function)
        parts = chunks(items, chunk)
        asked: deque[Asked] = deque()
        while True:
            while len(asked) < AHEAD * self._workers and (part := next(parts, None)):
                asked.append(self._asked(job, part))
            if not asked:
                return
            done = self._result(job, asked.popleft())
            yield from done.results
            if done.error:
                raise done.error

    def _able(self) -> int:
        """How many workers there are, all of them as we are."""
        try:
            self._client.wait_for_workers(1, timeout=REACHING)
            versions = self._client.run(method)
        except (OSError, TimeoutError, ImportError, AttributeError) as error:
            self.close()
            told = " ".join(str(error).split()) or type(error).__name__
            raise EngineError(f"the Dask cluster at {self._address} cannot be used: {told}") from None
        for worker, version in versions.items():
            if version != method():
                self.close()
                raise EngineError(OTHER_VERSION.format(worker))
        return len(versions)

    def _result(self, job: Job, asked: Asked) -> Worked:
        """What came of some items, asked for once more where it was lost."""
        from distributed import CancelledError
        from distributed.scheduler import KilledWorker

        for _ in range(TRIES):
            try:
                return self._awaited(asked.future)
            except KilledWorker:
                break
            except (CancelledError, OSError):  # lost with a worker, or on the way from one
                self._wait_for_scheduler()
                asked = self._asked(job, asked.items)
        raise EngineError(
            f"workers at {self._address} die again and again over the same articles: have they too little memory?"
        )

    def _awaited(self, future: "Future[Worked]") -> Worked:
        """The result, as long as there is somebody who may give it."""
        alone_since = None
        while True:
            try:
                return future.result(timeout=LOOKING)
            except TimeoutError:
                alone_since = None if self._is_manned() else alone_since or time.monotonic()
                if alone_since is not None:
                    self._refuse_gone(alone_since)

    def _asked(self, job: Job, items: tuple[Any, ...]) -> Asked:
        """Have a worker do these."""
        try:
            return job.ask(items)
        except Exception:  # Dask's own differ from version to version
            if self._client.status != "running":
                self._wait_for_scheduler()
                return job.ask(items)
            raise

    def _wait_for_scheduler(self) -> None:
        """Return when there is one; EngineError where none comes."""
        since = time.monotonic()
        while self._client.status != "running":
            self._refuse_gone(since)
            time.sleep(LOOKING / 10)

    def _is_manned(self) -> bool:
        """Whether there is a scheduler, and a worker."""
        try:
            return self._client.status == "running" and bool(self._client.nthreads())
        except OSError:
            return False

    def _refuse_gone(self, since: float) -> None:
        """Raise EngineError if nothing has been there for too long."""
        if self._client.status == "closed" or time.monotonic() - since > ALONE:
            raise EngineError(
                f"the Dask cluster at {self._address} has no scheduler or no worker left: what was read is kept, "
                "start it and call brief again"
            )
