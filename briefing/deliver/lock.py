"""The lock: one run at a time. The system lets go of it when a run ends, even by `kill -9`: it never goes stale."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.database import Address, Server
from briefing.database.seam import connect, errors
from briefing.errors import DeliverError

SUFFIX = ".lock"
MODE = 0o644


class BusyError(DeliverError):
    """Another run is at work."""


def busy(library: Address) -> BusyError:
    """What to say."""
    return BusyError(f"another run is at work on {library}: wait until it is done")


@contextmanager
def only_run(library: Address) -> Iterator[None]:
    """Be the only run on that library until the block ends.

    On a server it is that which lets go, as soon as the connection ends (PostgreSQL's advisory locks).
    The file beside a library stays: removing it would let two runs lock two files of one name. Raises BusyError where
    another run holds it, DeliverError where the file cannot be made.
    """
    if isinstance(library, Server):
        with held(library):
            yield
        return
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
            raise busy(library) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def held(library: Server) -> Iterator[None]:
    """The same on a server."""
    with errors(library, DeliverError):
        connection = connect(library)
        try:
            if not connection.lock_runs():
                raise busy(library)
            yield
        finally:
            connection.close()
