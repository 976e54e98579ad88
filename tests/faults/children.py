"""The real command in a forked child, which sends itself a signal at a chosen one of its calls.

A child counts the calls it makes, of C functions too: a point is the same one in every run, there is no race, and no
clean-up of Python or SQLite comes after a SIGKILL. Forked from a process that has imported everything, a run costs no
imports.
"""

import importlib
import os
import pkgutil
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import briefing
from briefing.cli import main

EVERY = frozenset[str]()  # count calls of every function
# Count these C functions alone: calls that leave something on disk, where a kill would hurt most.
LASTING = frozenset(
    {"execute", "executemany", "executescript", "fsync", "replace", "rename", "unlink", "mkstemp", "write"}
)
OUTPUT = "output.txt"  # in the folder: what the last child printed


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a child."""

    status: int  # as a shell would give it, but negative for a signal that was not caught
    calls: int  # made before the signal, or in all; 0 where it ended before the call at which it was to come
    seconds: float  # from the signal to the end; of a run without one, from its start
    output: str


def warm() -> None:
    """Import what a run may import, once for all children.

    A run imports some of it in a thread beside; what is left to a child is then done now by one thread, now by another,
    and the calls that the first one makes are not always as many.
    """
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def child(
    folder: Path, *arguments: str, at: int | None = None, by: int = signal.SIGKILL, count: frozenset[str] | None = None
) -> Run:
    """Run `brief ARGUMENTS` in `folder`, sent the signal `by` at its call number `at`.

    count: the names of the functions whose calls count; none named: all calls do. None: nothing is counted.
    """
    reading, writing = os.pipe()
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _be_the_command(folder, arguments, writing, at, by, count)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()  # ends with the child
    _, status = os.waitpid(process, 0)
    ended = time.monotonic()
    calls, _, moment = told.partition(" ")
    output = (folder / OUTPUT).read_text(encoding="utf-8")
    return Run(os.waitstatus_to_exitcode(status), int(calls or 0), ended - float(moment or started), output)


def _be_the_command(
    folder: Path, arguments: tuple[str, ...], writing: int, at: int | None, by: int, count: frozenset[str] | None
) -> None:
    os.chdir(folder)
    printed = os.open(OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(printed, sys.stdout.fileno())
    os.dup2(printed, sys.stderr.fileno())
    calls = 0

    def tell(_frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        if count:
            counts = event == "c_call" and getattr(argument, "__name__", "") in count
        else:
            counts = event in ("call", "c_call")
        calls += counts
        if counts and calls == at:
            os.write(writing, f"{calls} {time.monotonic()}".encode())
            sys.setprofile(None)
            os.kill(os.getpid(), by)

    status = 0
    sys.argv = ["brief", *arguments]
    if count is not None:
        sys.setprofile(tell)
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.setprofile(None)
        if at is None:
            os.write(writing, f"{calls} ".encode())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
