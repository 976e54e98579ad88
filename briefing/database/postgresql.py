"""A library on a PostgreSQL server, reached by psycopg (https://www.psycopg.org/psycopg3/docs/).

Its tables stand in the schema that comes first in the user's search path, among them `library`: of which version they
are, and how often they were changed. Whoever writes holds an advisory lock until the transaction ends, so that writers
take turns, as they do on a file, and nothing can be decided on what is stale; readers wait for nobody.

A server may be started again while a run is at work: what only reads goes on by itself, what was being written is
undone by the server and told of.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, Final, Literal, TypeVar

import psycopg
from psycopg import errors

from briefing.database.address import Server, without_password
from briefing.database.connection import BUSY_SECONDS, CHUNK, FOREIGN, Use
from briefing.database.reaching import UnreachedError, left, reached, taken
from briefing.database.translation import query

T = TypeVar("T")

Error: type[Exception] = psycopg.Error
Misfit: tuple[type[Exception], ...] = (psycopg.IntegrityError, psycopg.DataError, psycopg.ProgrammingError)

WRITING, RUNNING = 0x62726566, 0x62726567  # "bref" and the next: classes of advisory locks that are ours

LOCK = (
    """(SELECT CAST(CAST(oid AS BIGINT) % 2147483647 AS INTEGER) FROM pg_namespace WHERE nspname = current_schema())"""
)
BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"  # whatever the server is set to
TURN = f"SELECT pg_advisory_xact_lock({WRITING}, {LOCK})"
TRY_RUN = f"SELECT pg_try_advisory_lock({RUNNING}, {LOCK})"
SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
CHANGED = "UPDATE library SET changes = changes + 1"
TABLES = """SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = current_schema() AND relkind IN ('r', 'p') ORDER BY relname COLLATE "C" """
COLUMNS = """SELECT attname, array_position(indkey, attnum) FROM pg_attribute
    LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
    WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum"""
NUMBERED = """SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = current_schema() AND attidentity <> '' """
INVALID = """SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = current_schema() AND NOT indisvalid LIMIT 3"""


class Session:
    """A connection to one server; see `briefing.database.connection.Connection`."""

    dialect: Final[Literal["postgresql"]] = "postgresql"

    def __init__(self, server: Server, *, reading: bool = False) -> None:
        self._server = server
        self._reading = reading
        self._began = False
        self._written = False
        self._alone = False  # whether a lock hangs on this very connection
        self._closed = False
        self._connection: psycopg.Connection[Any] = taken(server) or reached(server)

    @property
    def in_transaction(self) -> bool:
        """See `Connection.in_transaction`."""
        return self._began

    def execute(self, sql: str, values: Any = (), /) -> "psycopg.Cursor[Any]":
        """See `Connection.execute`."""
        return self._again(lambda: self._connection.execute(query(sql), values))

    def walk(self, sql: str, /) -> Iterator[Any]:
        """See `Connection.walk`."""
        with self._connection.cursor("walk") as cursor:
            cursor.itersize = CHUNK
            cursor.execute(query(sql))
            yield from cursor

    def executemany(self, sql: str, values: Iterable[Any], /) -> None:
        """See `Connection.executemany`."""
        with self._connection.cursor() as cursor:
            cursor.executemany(query(sql), list(values))

    def begin(self) -> None:
        """See `Connection.begin`."""
        if self._reading:
            raise errors.ReadOnlySqlTransaction("this connection only reads")
        self._again(lambda: self._connection.execute(BEGIN))
        self._began = self._written = True
        try:
            self._connection.execute(TURN)
        except BaseException:
            self.rollback()
            raise

    def snapshot(self) -> None:
        """See `Connection.snapshot`."""
        self._again(lambda: self._connection.execute(SNAPSHOT))
        self._began, self._written = True, False

    def commit(self) -> None:
        """See `Connection.commit`."""
        if self._written:
            self._connection.execute(CHANGED)
        self._connection.execute("COMMIT")
        self._began = False

    def rollback(self) -> None:
        """See `Connection.rollback`."""
        self._began = False
        with suppress(psycopg.OperationalError):  # the server undoes what a lost connection began
            self._connection.execute("ROLLBACK")

    def _one(self, sql: str) -> Any:
        """The one value that a query gives."""
        row = self.execute(sql).fetchone()
        return row and row[0]

    def changes(self) -> int:
        """See `Connection.changes`."""
        return int(self._one("SELECT changes FROM library"))

    def schema(self) -> int:
        """See `Connection.schema`."""
        tables = self.tables()  # asked once: another run may make them all while this one looks
        if "library" not in tables:
            return FOREIGN if tables else 0
        if set(self.columns("library")[0]) != {"schema", "changes"}:
            return FOREIGN
        return int(self._one("SELECT schema FROM library"))

    def mark(self, schema: int) -> None:
        """See `Connection.mark`."""
        if "library" not in self.tables():
            self.execute("CREATE TABLE library (schema BIGINT NOT NULL, changes BIGINT NOT NULL)")
            self.execute("INSERT INTO library VALUES (0, 0)")
        self.execute("UPDATE library SET schema = ?", (schema,))

    def tables(self) -> list[str]:
        """See `Connection.tables`."""
        return [name for (name,) in self.execute(TABLES)]

    def columns(self, table: str) -> tuple[list[str], list[str]]:
        """See `Connection.columns`."""
        rows = self.execute(COLUMNS, (table,)).fetchall()
        keys = sorted((place, name) for name, place in rows if place is not None)
        return [name for name, _ in rows], [name for _, name in keys] or [name for name, _ in rows]

    def renumber(self) -> None:
        """See `Connection.renumber`."""
        for table, column in self.execute(NUMBERED).fetchall():
            last = f"(SELECT coalesce(max({column}), 0) + 1 FROM {table})"  # noqa: S608 names of our own schema
            self.execute(f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), {last}, false)")

    def faults(self) -> list[str]:
        """See `Connection.faults`."""
        return [f"the index {name} is not valid" for (name,) in self.execute(INVALID)]

    def lock_runs(self) -> bool:
        """See `Connection.lock_runs`."""
        held = bool(self._one(TRY_RUN))
        self._alone = True
        return held

    def close(self) -> None:
        """See `Connection.close`."""
        if self._closed:
            return
        self._closed = True
        if self._began or self._alone:
            self._connection.close()
        else:
            left(self._server, self._connection)

    def _again(self, do: Callable[[], T]) -> T:
        """Do it, and once more over a new connection where the old one was lost and nothing had begun on it."""
        try:
            return do()
        except psycopg.OperationalError:
            if self._began or self._alone or not self._connection.closed:
                raise
        self._connection = reached(self._server)
        return do()


def connect(server: Server, use: Use, /) -> Session:
    """See `briefing.database.seam.connect`. Threads may share any session, and there is no text that is none."""
    session = Session(server, reading=use.reading)
    if use.durable:
        session.execute("SET synchronous_commit = on")
    return session


def look(server: Server, /) -> Session:
    """See `briefing.database.seam.opened`."""
    return Session(server, reading=True)


def advice(error: Exception, /) -> str:
    """What is wrong with the library, and what to do about it."""
    state = getattr(error, "sqlstate", None) or ""
    said = without_password(" ".join((diagnosed(error) or str(error)).split()).removeprefix("connection failed: "))
    for family, told in ADVICE.items():
        if state.startswith(family):
            return told.format(said)
    if isinstance(error, UnreachedError):
        return f"cannot be reached ({said}): see that the server runs, has that database, and lets you in"
    if isinstance(error, psycopg.OperationalError) and not state:
        return LOST
    if isinstance(error, psycopg.ProgrammingError) and not state:
        return f"is no address of a database ({said}): write postgresql://user@host/database"
    return f"cannot be used ({said}): see what `brief doctor` says"


def diagnosed(error: Exception) -> str | None:
    """What the server said, without the place in our SQL."""
    return error.diag.message_primary if isinstance(error, psycopg.Error) else None


LOST = "was lost, the server ended the connection: try again; what was not finished is undone"
# By SQLSTATE or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html
ADVICE = {
    "55P03": f"is in use by another run, and was for {BUSY_SECONDS:.0f} seconds: try again when that is done",
    "40": "is in use by another run ({}): try again; nothing was changed",
    "53100": "cannot grow, the server's disk is full: make room there and try again; nothing was changed",
    "53": "has no room on its server ({}): try again later; nothing was changed",
    "42501": "may not be read or written ({}): ask for the rights, or name another database as the library",
    "25006": "may only be read ({}): name the server that may be written",
    "57P": LOST,
}
