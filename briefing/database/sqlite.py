"""A library in one SQLite file, beside it SQLite's own `-wal` and `-shm` while it is open."""

import sqlite3
from pathlib import Path
from typing import Final, Literal

from briefing.database.connection import BUSY_SECONDS, FOREIGN, Use

Error: type[Exception] = sqlite3.Error
Misfit: tuple[type[Exception], ...] = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)

PLAIN = Use()
APPLICATION_ID = 0x62726566  # "bref": what tells a library from any other SQLite file
NO_APPLICATION = 0  # what a fresh SQLite file says

TABLES = """SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
    AND name NOT LIKE 'sqlite_%' ORDER BY name"""
# In one statement, as another run may make a library of the file between two.
HEADER = """SELECT (SELECT count(*) FROM sqlite_schema), (SELECT application_id FROM pragma_application_id),
    (SELECT user_version FROM pragma_user_version)"""
INDEXES = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'"


class File(sqlite3.Connection):
    """A connection to one file; what is not said here SQLite's own class does."""

    dialect: Final[Literal["sqlite"]] = "sqlite"

    def begin(self) -> None:
        """See `Connection.begin`: the lock for writing is taken at once."""
        self.execute("BEGIN IMMEDIATE")

    def snapshot(self) -> None:
        """See `Connection.snapshot`."""
        self.execute("BEGIN")

    def walk(self, sql: str) -> sqlite3.Cursor:
        """See `Connection.walk`."""
        return self.execute(sql)

    def changes(self) -> int:
        """See `Connection.changes`."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

    def schema(self) -> int:
        """See `Connection.schema`."""
        tables, application, schema = self.execute(HEADER).fetchone()
        if application == NO_APPLICATION and not tables and not schema:
            return 0
        return int(schema) if application == APPLICATION_ID else FOREIGN

    def mark(self, schema: int) -> None:
        """See `Connection.mark`."""
        self.execute(f"PRAGMA user_version = {schema}")
        self.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def tables(self) -> list[str]:
        """See `Connection.tables`."""
        indexes = tuple(f"{name}_" for (name,) in self.execute(INDEXES))  # FTS5 keeps its own beside each
        found = [name for (name,) in self.execute(TABLES)]
        return [name for name in found if not (indexes and name.startswith(indexes))]

    def columns(self, table: str) -> tuple[list[str], list[str]]:
        """See `Connection.columns`."""
        rows = self.execute(f"PRAGMA table_info({table})").fetchall()
        keys = sorted((row[5], row[1]) for row in rows if row[5])
        return [row[1] for row in rows], [name for _, name in keys] or ["rowid"]

    def lock_runs(self) -> bool:
        """Nothing: a file beside the library does it (`briefing.deliver.lock`)."""
        return True

    def renumber(self) -> None:
        """Nothing: SQLite looks for the last number itself."""

    def faults(self) -> list[str]:
        """See `Connection.faults`."""
        return [said for (said,) in self.execute("PRAGMA integrity_check(3)") if said != "ok"]


def connect(path: Path, use: Use = PLAIN, /) -> File:
    """See `briefing.database.seam.connect`."""
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=not use.shared, factory=File
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if use.durable:
            connection.execute("PRAGMA synchronous = FULL")
        if use.reading:
            connection.execute("PRAGMA query_only = ON")
        if use.lenient:
            connection.text_factory = replaced
    except BaseException:
        connection.close()
        raise
    return connection


def look(path: Path) -> File:
    """A connection that changes nothing, not even the file's time; bytes that are no text come with U+FFFD in it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, factory=File)
    connection.text_factory = replaced
    return connection


def replaced(data: bytes) -> str:
    """Text of bytes that may be none."""
    return data.decode("utf-8", "replace")


def advice(error: Exception, /) -> str:
    """What is wrong with the library, and what to do about it."""
    name = getattr(error, "sqlite_errorname", "") or ""
    told = {
        "SQLITE_NOTADB": "is no library: name another file, or move this one away and a new one is made",
        "SQLITE_CORRUPT": "is damaged: `brief doctor --repair` keeps what can be read; or put a copy in its place",
        "SQLITE_BUSY": f"is in use by another run, and was for {BUSY_SECONDS:.0f} seconds: try again when that is done",
        "SQLITE_FULL": "cannot grow, the disk is full: make room and try again; nothing was changed",
        # Also where there is no room for its `-shm` file, which SQLite tells in no other way.
        "SQLITE_IOERR": "met a faulty or full disk: make room, check the disk, and try again; nothing was changed",
        "SQLITE_READONLY": "may not be written: change its permissions, or name another file as the library",
        "SQLITE_CANTOPEN": "cannot be opened: check that it and its folder may be read and written",
    }
    family = "_".join(name.split("_")[:2])  # SQLITE_READONLY_DIRECTORY is a SQLITE_READONLY
    return told.get(family, f"cannot be used ({error}): see what `brief doctor` says")
