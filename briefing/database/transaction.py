"""All or nothing: one way to change a library, for every table in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefing.database.connection import Connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """What is done inside is kept whole, or not at all, and by one run at a time.

    The database may have rolled back by itself (a full disk); rolling back again would hide the true error behind one
    of ours.
    """
    connection.begin()
    yield from _ended(connection)


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """What is read inside is one moment's state of the library, whoever writes meanwhile."""
    connection.snapshot()
    yield from _ended(connection)


def _ended(connection: Connection) -> Iterator[None]:
    try:
        yield
        connection.commit()
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
