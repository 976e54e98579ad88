"""The lock: one run at a time. The system lets go of it when a run ends, even by `kill -9`: it never goes stale."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import DeliverError

SUFFIX = ".lock"
MODE = 0o644


class BusyError(DeliverError):
    """Another run is at work."""


@contextmanager
def only_run(library: Path) -> Iterator[None]:
    """Be the only run on that library until the block ends.

    The file beside the library stays: removing it would let two runs lock two files of one name. Raises BusyError where
    another run holds it, DeliverError where the file cannot be made.
    """
    whole = library.resolve()  # two names of one library are one lock
    path = whole.with_name(whole.name + SUFFIX)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, MODE)
    except OSError as error:
        raise DeliverError(f"{path} cannot be made ({error.strerror}): check the folder") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError(f"another run is at work on {library}: wait until it is done") from None
        yield
    finally:
        os.close(handle)
