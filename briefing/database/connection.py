"""Connections: what SQLite and PostgreSQL have in common, by PEP 249, and what each has a word of its own for.

SQL is written once, as SQLite has it: `?` and `:name` stand for values, `ON CONFLICT … DO` for what is there already,
times and JSON are text. What either of the two could not read stands in `sqlite.py` or `postgresql.py` beside this.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Dialect = Literal["sqlite", "postgresql"]
Values = Sequence[Any] | Mapping[str, Any]

# How long to wait for another run: the longest transaction measured, 10,000 articles, takes 5 (benchmarks/store.py).
BUSY_SECONDS = 30.0
PLACES = 999  # for values in one statement: what the oldest SQLite takes
CHUNK = 500  # values of one query: bounds memory, and stays below that


FOREIGN = -1  # in place of a schema's version: what stands there is another program's


@dataclass(frozen=True, slots=True)
class Use:
    """What a connection is for."""

    shared: bool = False  # by threads that take turns
    durable: bool = False  # what is kept is on the disk, even after a power cut
    reading: bool = False  # and nothing else
    lenient: bool = False  # what is no text in a file comes with U+FFFD in it, rather than as an error


class Rows(Protocol):
    """What a query gives, each row a tuple."""

    def __iter__(self) -> Iterator[Any]: ...

    def fetchone(self) -> Any:
        """The next row; None after the last."""

    def fetchall(self) -> list[Any]:
        """All that are left."""


class Connection(Protocol):
    """A way to one library. Outside of transactions it only reads: `briefing.database.transaction`."""

    @property
    def dialect(self) -> Dialect:
        """Which of the two it is."""

    @property
    def in_transaction(self) -> bool:
        """Whether one was begun and has not ended."""

    def execute(self, sql: str, values: Any = ..., /) -> Rows:
        """Run one statement. values: a sequence for each `?`, or a mapping for each `:name`."""

    def walk(self, sql: str, /) -> Iterator[Any]:
        """Run one query within a transaction, and hold few of its rows at a time."""

    def executemany(self, sql: str, values: Iterable[Any], /) -> object:
        """Run one statement for each of some values."""

    def begin(self) -> None:
        """Begin to write; waits until nobody else does. Nothing that is read then can be stale when it is acted on."""

    def snapshot(self) -> None:
        """Begin to read one moment's state, and nothing else."""

    def commit(self) -> None:
        """Keep what was done since."""

    def rollback(self) -> None:
        """Undo it; nothing where nothing was begun."""

    def changes(self) -> int:
        """A number that is another one whenever somebody else has written since it was last asked for."""

    def schema(self) -> int:
        """The version of the library's schema; 0 where nothing is yet, FOREIGN where another program's data are."""

    def mark(self, schema: int) -> None:
        """Say within a transaction that the library now is of that schema."""

    def tables(self) -> list[str]:
        """The names of all tables, but those that an index keeps for itself."""

    def columns(self, table: str) -> tuple[list[str], list[str]]:
        """A table's columns, and those of its key."""

    def lock_runs(self) -> bool:
        """Be the only run on the library as long as this connection lasts; False where another is."""

    def renumber(self) -> None:
        """Number new rows after those that were given a number by hand, in the same transaction."""

    def faults(self) -> list[str]:
        """What is wrong with how the library is kept; the first few."""

    def close(self) -> None:
        """Let go of it. Closing twice does nothing."""


def marks(values: Sequence[object]) -> str:
    """A place for each value in a query."""
    return ", ".join("?" * len(values))


def insert(connection: Connection, into: str, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows, as many by one statement as can be. into: the statement up to `VALUES`.

    SQLite's indexes of words write what they have gathered whenever a statement begins: row by row, each article would
    become an index of its own, to be merged with all others, which takes as long again as all else there is to do.
    """
    if not rows:
        return
    one = f"({marks(rows[0])})"
    together = PLACES // len(rows[0])
    for at in range(0, len(rows), together):
        some = rows[at : at + together]
        connection.execute(f"{into} VALUES {', '.join([one] * len(some))}", [value for row in some for value in row])
