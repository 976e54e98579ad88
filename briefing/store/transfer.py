"""Transfer: a whole library as rows, and rows as a whole library.

What can be found again from the rest is left out: full-text indexes, quotations, what came of files when they were
read, briefings as they were composed. Everything else is a row of a table, whatever later versions add to the schema;
a library made of the rows of an older schema is brought up to date as any older library is.
"""

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from briefing.errors import StoreError
from briefing.store.migrations import MIGRATIONS, SCHEMA, migrate, pragma, statements
from briefing.store.seam import Seam
from briefing.store.sqlite import advice

Row = Mapping[str, Any]

# Found again when they are wanted: by triggers, by looking for quotations, by reading the sources, by composing.
DERIVED = frozenset(
    {"words", "said_words", "told_words", "told", "quoted", "quotation", "source", "document", "whole"}
)  # fmt: skip
# Columns whose text is JSON, shown as what it stands for.
AS_JSON = frozenset(
    {
        ("article", "authors"), ("article", "removed"), ("former", "authors"), ("former", "removed"),
        ("printed_event", "articles"), ("printed_event", "sentences"), ("correction", "subjects"),
        ("correction", "others"), ("identity", "names"), ("edition", "told"),
    }
)  # fmt: skip
SIDES = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file
MODE = 0o666  # what a plain file is made with, less the user's umask; `tempfile` alone would make it private
TABLES = """SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
    AND name NOT LIKE 'sqlite_%' ORDER BY name"""
SHADOWS = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'"


class Transfer(Seam):
    """One library to be taken elsewhere; every method raises StoreError where the file cannot be read."""

    def rows(self) -> Iterator[tuple[str, Row]]:
        """(table, row) of all that cannot be found again, by table, by key; one moment's state of the library."""
        with self._errors():
            self._connection.execute("BEGIN")
            try:
                for table in tables(self._connection):
                    names, keys = columns(self._connection, table)
                    asked = f"SELECT {', '.join(names)} FROM {table} ORDER BY {', '.join(keys)}"  # noqa: S608 names of our own schema
                    for values in self._connection.execute(asked):
                        yield (
                            table,
                            {name: shown(table, name, value) for name, value in zip(names, values, strict=True)},
                        )
            finally:
                self._connection.execute("COMMIT")

    def is_empty(self) -> bool:
        """Whether nothing was ever put into it."""
        return next(self.rows(), None) is None


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables whose rows are carried, by name."""
    indexes = tuple(f"{name}_" for (name,) in connection.execute(SHADOWS))  # FTS5 keeps its own beside each
    found = [name for (name,) in connection.execute(TABLES)]
    return [name for name in found if name not in DERIVED and not (name.startswith(indexes) and indexes)]


def columns(connection: sqlite3.Connection, table: str) -> tuple[list[str], list[str]]:
    """A table's columns, and those of its key."""
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sorted((row[5], row[1]) for row in rows if row[5])
    return [row[1] for row in rows], [name for _, name in keys] or ["rowid"]


def shown(table: str, column: str, value: Any) -> Any:
    """A value as it is carried."""
    return json.loads(value) if (table, column) in AS_JSON and value is not None else value


def kept(table: str, column: str, value: Any) -> Any:
    """A value as it is stored; half a surrogate pair stays an escape."""
    if (table, column) in AS_JSON and value is not None:
        return json.dumps(value)
    return value


def restore(path: Path, schema: int, rows: Iterable[tuple[str, Row]]) -> None:
    """Make a library of these rows, all or nothing, in place of the file at `path`; whatever `rows` raises it raises.

    schema: of the library they come from. Raises StoreError where a row does not fit it, or the file cannot be made.
    """
    if not 1 <= schema <= SCHEMA:
        raise StoreError(
            f"this was exported by a newer brief (schema {schema}, this one knows {SCHEMA}): upgrade brief"
        )
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise StoreError(f"{path} cannot be made ({error.strerror}): name a file in a folder that exists") from None
    os.close(handle)
    part = Path(name)
    try:
        fill(part, schema, rows)
        part.chmod(MODE & ~umask())
        for end in SIDES:  # of an empty library that stood there
            path.with_name(path.name + end).unlink(missing_ok=True)
        part.replace(path)
    except sqlite3.Error as error:
        raise StoreError(f"{path} {advice(error)}") from error
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in SIDES)):
            with suppress(OSError):
                leftover.unlink()


def fill(part: Path, schema: int, rows: Iterable[tuple[str, Row]]) -> None:
    """Put the rows into a new file of that schema and bring it up to date."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        migrate(connection, part, MIGRATIONS[:schema])
        known = {table: columns(connection, table)[0] for table in tables(connection)}
        connection.execute("BEGIN")
        for table, row in rows:
            if table not in known or set(row) != set(known[table]):
                raise StoreError(f"a row of {table} does not fit: the export was changed, or is none of brief's")
            insert(connection, table, row)
        connection.execute("COMMIT")
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        for version in range(schema, SCHEMA):  # without the copies that `migrate` leaves of somebody's library
            migrate_one(connection, version)
        if connection.execute("PRAGMA foreign_key_check").fetchone() or not sound(connection):
            raise StoreError("the rows do not belong together: the export was changed, or is not whole")


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """One row into its table."""
    names = list(row)
    values = [kept(table, name, row[name]) for name in names]
    try:
        connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 names of our own schema
            values,
        )
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError, UnicodeEncodeError) as error:
        raise StoreError(f"a row of {table} does not fit ({error}): the export was changed") from None


def migrate_one(connection: sqlite3.Connection, version: int) -> None:
    """Bring a library that nobody else knows yet from one schema to the next."""
    connection.execute("BEGIN")
    for statement in statements(MIGRATIONS[version]):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.execute("COMMIT")


def sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file whole."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def schema_of(path: Path) -> int:
    """The version of a library's schema."""
    with closing(sqlite3.connect(path)) as connection:
        return pragma(connection, "user_version")


def umask() -> int:
    """The process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
