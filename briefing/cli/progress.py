"""Progress of long work: one line on standard error, only where a person looks at it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.cli.terminal import acting
from briefing.pipeline import Progress, silent

STEP = 25  # how many articles go by between two updates: enough to see it move, too few to slow it
ERASE = "\r\x1b[K"  # back to the line's start, and wipe it (ECMA-48)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """What to report progress to; the line is gone again when the block ends."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return

    terminal = acting(sys.stderr)

    def show(doing: str, done: int) -> None:
        if doing != "reading" or done % STEP == 0:
            terminal.write(f"{ERASE}{doing} {done}")
            terminal.flush()

    try:
        yield show
    finally:
        terminal.write(ERASE)
