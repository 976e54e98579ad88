"""All or nothing: one way to change the library, for every table in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is kept whole, or not at all; `connection` commits nothing by itself.

    The lock for writing is taken at once: nothing read inside can be stale when it is acted on. SQLite may have rolled
    back by itself (a full disk); rolling back again would hide the true error behind one of ours.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
