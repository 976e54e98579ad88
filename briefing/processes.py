"""Processes: the engine that works in several processes of this machine.

Each is a Python of its own, never a fork of this one, which may have threads. They only compute: they open no file of
ours, so that ending them at any moment harms nothing, and one that dies is replaced, its work done once more.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from briefing.closing import Closing
from briefing.engine import Done, Item, Worked, chunks, portable, worked
from briefing.errors import EngineError
from briefing.freed import give_back
from briefing.packed import Arrived, Job, Packed, arrived

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

AHEAD = 2  # chunks a process has at once: the one it works on, and the one it will
TRIES = 3  # deaths over one chunk after which it is taken for their cause


@dataclass(frozen=True, slots=True)
class Task:
    """Some items of one map."""

    job: int
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is sent."""

    number: int
    job: int
    items: bytes  # unpacked where an error can be told


@dataclass(frozen=True, slots=True)
class Over:
    """A job's function is not needed any more."""

    job: int


@dataclass(slots=True)
class Worker:
    """One process, as this one sees it."""

    process: "BaseProcess"
    connection: "Connection"
    jobs: set[int] = field(default_factory=set)  # whose functions it has
    tasks: deque[int] = field(default_factory=deque)  # what it has to do, the first being worked on


class Processes(Closing):
    """Processes that start when there is work, and end when the block does."""

    def __init__(self, many: int) -> None:
        """many: how many at most."""
        self._many = many
        self._numbers = count()
        self._workers: list[Worker] = []
        self._functions: dict[int, Packed] = {}  # by job
        self._tasks: dict[int, Task] = {}  # not done yet
        self._waiting: deque[int] = deque()  # of these, which no worker has
        self._done: dict[int, Worked] = {}
        self._deaths: dict[int, int] = {}  # by task

    def close(self) -> None:
        """End the processes now, whatever they do: what they would give is asked for no more."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()
        for packed in self._functions.values():
            packed.close()

    def pids(self) -> tuple[int, ...]:
        """Of the processes that have been started and not died."""
        return tuple(worker.process.pid for worker in self._workers if worker.process.pid)

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """See `Engine.map`."""
        job = next(self._numbers)
        self._functions[job] = Packed(function)
        parts = chunks(items, chunk)
        asked: deque[int] = deque()
        try:
            while True:
                while len(asked) < AHEAD * self._many and (part := next(parts, None)):
                    asked.append(self._ask(Task(job, part)))
                if not asked:
                    return
                done = self._result(asked.popleft())
                yield from done.results
                if done.error:
                    raise done.error
        finally:
            self._forget(job, asked)

    def _ask(self, task: Task) -> int:
        number = next(self._numbers)
        self._tasks[number] = task
        self._waiting.append(number)
        self._hand_out()
        return number

    def _result(self, number: int) -> Worked:
        self._receive(block=False)
        while number not in self._done:
            self._receive(block=True)
        return self._done.pop(number)

    def _forget(self, job: int, asked: Iterable[int]) -> None:
        """Nobody asks for these any more."""
        for number in asked:
            self._tasks.pop(number, None)
            self._done.pop(number, None)
            if number in self._waiting:
                self._waiting.remove(number)
        self._functions.pop(job).close()
        for worker in self._workers:
            if job in worker.jobs:  # functions may be large: what is not asked for any more is let go
                worker.jobs.remove(job)
                with suppress(OSError):  # it has died, which is seen in time
                    worker.connection.send_bytes(sendable(Over(job)))

    def _hand_out(self) -> None:
        """Give what waits to whoever has least to do, a new process if all have something."""
        while self._waiting:
            idlest = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if (idlest is None or idlest.tasks) and len(self._workers) < self._many:
                idlest = started()
                self._workers.append(idlest)
            if idlest is None or len(idlest.tasks) >= AHEAD:
                return
            number = self._waiting.popleft()
            idlest.tasks.append(number)
            try:
                self._send(idlest, number, self._tasks[number])
            except OSError:  # it has died; what it had is given out again
                self._bury(idlest)

    def _send(self, worker: Worker, number: int, task: Task) -> None:
        if task.job not in worker.jobs:
            worker.jobs.add(task.job)
            packed = self._functions[task.job]
            worker.connection.send_bytes(sendable(packed.job(task.job)))
            packed.send(worker.connection)
        worker.connection.send_bytes(sendable(Asked(number, task.job, sendable(task.items))))

    def _receive(self, *, block: bool) -> None:
        """Take what has come, and hand out more."""
        from multiprocessing.connection import wait

        by_connection = {worker.connection: worker for worker in self._workers}
        for ready in wait(list(by_connection), None if block else 0):
            worker = by_connection[ready]  # type: ignore[index]  # what `wait` gives is some of what it was given
            try:
                number, done = pickle.loads(worker.connection.recv_bytes())  # noqa: S301 from our own process
            except (EOFError, OSError):
                self._bury(worker)
                continue
            worker.tasks.remove(number)
            if self._tasks.pop(number, None):
                self._done[number] = done
        self._hand_out()

    def _bury(self, worker: Worker) -> None:
        """One has died: what it had not done is done by others, before all else."""
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        if worker.tasks:
            first = worker.tasks[0]
            self._deaths[first] = self._deaths.get(first, 0) + 1
            if self._deaths[first] >= TRIES:
                raise EngineError(
                    f"processes that work on the same articles died {TRIES} times ({ending(worker.process.exitcode)}): "
                    "is there too little memory? try fewer with processes = 1, or --engine serial"
                )
        self._waiting.extendleft(number for number in reversed(worker.tasks) if number in self._tasks)


def ending(status: int | None) -> str:
    """How a process ended, in a word."""
    return signal.Signals(-status).name if status and status < 0 else f"status {status}"


def sendable(value: object) -> bytes:
    """A value as it goes through a pipe."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def started() -> Worker:
    """A new process. Ctrl-C at the terminal is this process's to answer, so the new one never gets it."""
    from multiprocessing import get_context, resource_tracker

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    resource_tracker.ensure_running()  # which would lift the block below
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    except OSError as error:
        raise EngineError(f"no process could be started ({error.strerror}): try --engine serial") from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    return Worker(process, ours)


def work(connection: "Connection") -> None:
    """What a process does: functions come, and items for them; results go."""
    queue: SimpleQueue[Asked | Over | tuple[int, Arrived]] = SimpleQueue()
    Thread(target=listen, args=(connection, queue), daemon=True).start()
    functions: dict[int, Arrived | Callable[[Any], object]] = {}
    while True:
        given = queue.get()
        if isinstance(given, tuple):
            number, functions[number] = given
        elif isinstance(given, Over):
            functions.pop(given.job, None)
            give_back()
        else:
            connection.send_bytes(answer(given, functions))
        del given  # or it would stay until the next comes


def answer(asked: Asked, functions: dict[int, Arrived | Callable[[Any], object]]) -> bytes:
    """A task's number and what came of it, as it is sent; a function is unpacked when it is first called."""
    try:
        function = functions[asked.job]
        if isinstance(function, Arrived):
            function = functions[asked.job] = function.unpacked()
        items = pickle.loads(asked.items)  # noqa: S301 from our own parent
        return sendable((asked.number, worked(function, items)))
    except Exception as error:  # noqa: BLE001 what cannot be sent, or not be unpacked, is told like any other error
        return sendable((asked.number, Worked((), portable(error))))


def listen(connection: "Connection", queue: "SimpleQueue[Asked | Over | tuple[int, Arrived]]") -> None:
    """Take whatever is sent, so that the sender never waits for us; without a sender, end the process."""
    try:
        while True:
            given = pickle.loads(connection.recv_bytes())  # noqa: S301 from our own parent
            queue.put((given.number, arrived(connection, given)) if isinstance(given, Job) else given)
            del given
    except (EOFError, OSError, RuntimeError):  # the last where no file can be had any more
        os._exit(0)
