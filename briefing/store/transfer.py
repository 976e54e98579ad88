"""Transfer: a whole library as rows, and rows as a whole library.

What can be found again from the rest is left out: full-text indexes, quotations, what came of files when they were
read, briefings as they were composed. Everything else is a row of a table, whatever later versions add to the schema;
a library made of the rows of an older schema is brought up to date as any older library is.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import groupby, islice
from json import dumps, loads
from pathlib import Path
from typing import Any

from briefing.database.address import Address, Server
from briefing.database.connection import CHUNK, Connection, Use, marks
from briefing.database.seam import Seam, backend, connect, errors, opened
from briefing.database.transaction import transaction
from briefing.errors import StoreError
from briefing.store.fulltext import fulltext
from briefing.store.migrations import MIGRATIONS, SCHEMA, advance, recognise

Row = Mapping[str, Any]

# Kept by each database in its own way, and found again by that; `library` is how PostgreSQL knows one.
INDEXES = frozenset({"words", "said_words", "told_words", "told", "library"})
# Found again when they are wanted: by looking for quotations, by reading the sources, by composing.
DERIVED = INDEXES | {"quoted", "quotation", "source", "document", "whole", "wording", "standing"}
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


class Transfer(Seam):
    """One library to be taken elsewhere; every method raises StoreError where it cannot be read."""

    use = Use(reading=True)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """(table, row) of all that cannot be found again, by table, by key; one moment's state of the library."""
        with self._snapshot():
            for table in carried(self._connection):
                names, keys = self._connection.columns(table)
                for values in read(self._connection, table, names, keys):
                    yield table, {name: shown(table, name, value) for name, value in zip(names, values, strict=True)}

    def is_empty(self) -> bool:
        """Whether nothing was ever put into it."""
        with self._errors():
            return is_empty(self._connection)


def is_empty(connection: Connection) -> bool:
    """Whether no table that is carried has a row."""
    asked = (f"SELECT 1 FROM {table} LIMIT 1" for table in carried(connection))  # noqa: S608 names of our own schema
    return not any(connection.execute(each).fetchall() for each in asked)


def carried(connection: Connection) -> list[str]:
    """The tables whose rows are carried, by name."""
    return [name for name in connection.tables() if name not in DERIVED]


def read(connection: Connection, table: str, names: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """All rows of a table, by its key, within a transaction."""
    yield from connection.walk(f"SELECT {', '.join(names)} FROM {table} ORDER BY {', '.join(keys)}")  # noqa: S608 names of our own schema


def shown(table: str, column: str, value: Any) -> Any:
    """A value as it is carried."""
    return loads(value) if (table, column) in AS_JSON and value is not None else value


def kept(table: str, column: str, value: Any) -> Any:
    """A value as it is stored; half a surrogate pair stays an escape."""
    return dumps(value) if (table, column) in AS_JSON and value is not None else value


def copied(source: Connection, target: Connection) -> None:
    """Copy every row of one library into a new one of the same schema, both within a transaction."""
    target.execute("PRAGMA defer_foreign_keys = ON")
    for table in source.tables():
        if table not in INDEXES:
            names, keys = source.columns(table)
            rows = read(source, table, names, keys)
            target.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks(names)})", rows)  # noqa: S608 names of our own schema


def restore(library: Address, schema: int, rows: Iterable[tuple[str, Row]]) -> None:
    """Make a library of these rows, all or nothing, in place of an empty one; whatever `rows` raises it raises.

    schema: of the library they come from. Raises StoreError where a row does not fit it, or it cannot be made.
    """
    if not 1 <= schema <= SCHEMA:
        raise StoreError(
            f"this was exported by a newer brief (schema {schema}, this one knows {SCHEMA}): upgrade brief"
        )
    if isinstance(library, Server):
        with errors(library), closing(connect(library)) as connection, transaction(connection):
            if recognise(connection, library) and not is_empty(connection):
                raise StoreError(f"{library} has something in it already: name a new one with --library")
            for table in connection.tables():
                connection.execute(f"DROP TABLE {table} CASCADE")
            fill(connection, library, schema, rows)
    else:
        replace_file(library, schema, rows)


def replace_file(path: Path, schema: int, rows: Iterable[tuple[str, Row]]) -> None:
    """Make the file under another name, and give it its own at once."""
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise StoreError(f"{path} cannot be made ({error.strerror}): name a file in a folder that exists") from None
    os.close(handle)
    part = Path(name)
    try:
        with errors(path):
            with closing(connect(part)) as connection:
                connection.execute("PRAGMA foreign_keys = OFF")
                with transaction(connection):
                    fill(connection, part, schema, rows)
                if connection.execute("PRAGMA foreign_key_check").fetchone() or connection.faults():
                    raise StoreError("the rows do not belong together: the export was changed, or is not whole")
            part.chmod(MODE & ~umask())
            for end in SIDES:  # of an empty library that stood there
                path.with_name(path.name + end).unlink(missing_ok=True)
            part.replace(path)
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in SIDES)):
            with suppress(OSError):
                leftover.unlink()


def fill(connection: Connection, library: Address, schema: int, rows: Iterable[tuple[str, Row]]) -> None:
    """Put the rows within a transaction into a new library of that schema and bring it up to date."""
    advance(connection, MIGRATIONS[:schema])
    known = {table: {*connection.columns(table)[0]} for table in carried(connection)}
    misfit: tuple[type[Exception], ...] = (*backend(library).Misfit, UnicodeEncodeError, OverflowError)
    for table, some in groupby(rows, key=lambda row: row[0]):
        rest = (row for _, row in some)
        while together := list(islice(rest, CHUNK)):
            if table not in known or any({*row} != known[table] for row in together):
                raise StoreError(f"a row of {table} does not fit: the export was changed, or is none of brief's")
            try:
                insert(connection, table, together)
            except misfit as error:
                told = " ".join(str(error).split())
                raise StoreError(f"a row of {table} does not fit ({told}): the export was changed") from None
    advance(connection)
    fulltext(connection).fill(connection)  # where nothing was left to advance, too
    connection.renumber()


def insert(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Rows of the same columns into their table."""
    names = list(rows[0])
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks(names)})",  # noqa: S608 names of our own schema
        [[kept(table, name, row[name]) for name in names] for row in rows],
    )


def schema_of(library: Address) -> int:
    """The version of a library's schema."""
    with errors(library), opened(library) as connection:
        return connection.schema()


def umask() -> int:
    """The process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
