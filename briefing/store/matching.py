"""Matching: the rows of a query for some ids, however many these are."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.database.connection import CHUNK, Connection, marks
from briefing.store.mapping import guarded


def matching(connection: Connection, query: str, ids: Iterable[str], rest: str = "") -> Iterator[tuple[Any, ...]]:
    """The rows for each of these ids once, as many at a time as a query takes. query: what comes before its IN."""
    wanted = [guarded(each) for each in dict.fromkeys(ids)]
    for at in range(0, len(wanted), CHUNK):
        some = wanted[at : at + CHUNK]
        yield from connection.execute(f"{query} IN ({marks(some)}) {rest}", some).fetchall()
