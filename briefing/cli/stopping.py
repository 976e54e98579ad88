"""Being stopped: a signal ends the work where it stands, what is half done is undone, the exit status says which."""

import os
import signal
import sys
from types import FrameType

import click

SIGNALLED = 128  # a shell's exit status for a command that a signal ended is this and the signal's number (POSIX)


class Terminated(KeyboardInterrupt):
    """SIGTERM came: as SIGINT, it unwinds whatever is going on."""


def listen() -> None:
    """Have SIGTERM unwind as SIGINT does: transactions are rolled back, half-written files removed."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    signal.signal(signal.SIGTERM, stop)


def stopped(by: BaseException | None) -> int:
    """Say that the work was stopped; the exit status for what stopped it.

    Answers still awaited from servers are waited for no longer: the threads that wait hold nothing of the library's.
    """
    number = signal.SIGTERM if isinstance(by, Terminated) else signal.SIGINT
    click.echo("brief: stopped; what was finished is kept, nothing is half done", err=True)
    return SIGNALLED + number


def leave(status: int) -> None:
    """End the process now, threads that still wait for a server or not."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
