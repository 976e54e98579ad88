"""Salvage: what can still be read of a damaged library, in a whole one."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.database.sqlite import File, connect, look
from briefing.errors import StoreError
from briefing.store.migrations import MIGRATIONS, migrate, recognise

# Rows that are sought one by one behind the last that a scan could read, without finding any, before it is called the
# last: a damaged page holds some tens of rows, and removals leave gaps of few.
MISSES = 5_000

Row = tuple[Any, ...]
Genuine = Callable[[str, str, str], bool]  # (title, text, sha256) → whether these are the words the hash was taken of


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it."""

    damaged: Path  # where the damaged file stands now
    kept: dict[str, int]  # table → rows that are in the library again
    spoiled: int  # articles that could be read, but whose words are no longer those that came


def salvage(path: Path, genuine: Genuine) -> Salvaged:
    """Put a whole library in the place of a damaged one, holding every row that can still be read.

    The damaged file stays beside it. Raises StoreError where not even the list of its tables can be read, and where
    the file is none of ours; the file is then as it was.
    """
    part = path.with_name(f"{path.name}.salvaged")
    part.unlink(missing_ok=True)
    try:
        with closing(look(path)) as old, closing(connect(part)) as new:
            kept, spoiled = copy(old, new, path, genuine)
    except (StoreError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        if isinstance(error, StoreError):
            raise
        raise StoreError(f"nothing of {path} can be read ({error}): put a copy in its place, or move it away") from None
    damaged = set_aside(path)
    part.replace(path)
    return Salvaged(damaged, kept, spoiled)


def copy(old: File, new: File, path: Path, genuine: Genuine) -> tuple[dict[str, int], int]:
    """Fill a new library of the old one's schema; rows kept by table, and how many articles were spoiled."""
    schema = recognise(old, path)
    migrate(new, path, MIGRATIONS[:schema])
    triggers = new.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").fetchall()
    for name, _ in triggers:  # the tables they fill are salvaged themselves
        new.execute(f"DROP TRIGGER {name}")
    new.execute("PRAGMA foreign_keys = OFF")
    new.execute("BEGIN")
    kept: dict[str, int] = {}
    spoiled = 0
    for table, columns in tables(new):
        rows: Iterable[Row] = readable(old, table, columns)
        if {"title", "text", "sha256"} <= {*columns}:
            places = [columns.index(name) for name in ("title", "text", "sha256")]
            every = list(rows)
            rows = [row for row in every if genuine(*(str(row[place]) for place in places))]
            spoiled += len(every) - len(rows)
        kept[table] = write(new, table, columns, rows)
    while any(orphans_removed(new, table) for table, _ in tables(new)):
        pass  # what belonged to an orphan is one now
    for name in indexes_of_words(new):
        new.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608 our own schema's names
    for _, sql in triggers:
        new.execute(sql)
    new.execute("COMMIT")
    return kept, spoiled


def tables(new: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """The tables to fill, with their columns: ours, and those in which full-text indexes keep words of their own."""
    named = new.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall()
    virtual = tuple(name for name, sql in named if sql.startswith("CREATE VIRTUAL"))
    shadows = re.compile(rf"(?:{'|'.join(virtual)})_(?:data|idx|docsize|config)" if virtual else "(?!)")
    for name, _ in named:
        if name not in virtual and not shadows.fullmatch(name):
            yield name, [row[1] for row in new.execute(f"PRAGMA table_info({name})")]


def indexes_of_words(new: sqlite3.Connection) -> list[str]:
    """The full-text indexes, which are built anew from the words."""
    return [name for (name,) in new.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")]


def orphans_removed(new: sqlite3.Connection, table: str) -> int:
    """Remove the rows that belonged to one which is lost; how many there were."""
    before = new.total_changes
    keys: dict[int, list[Row]] = {}
    for number, _, parent, own, other, *_ in new.execute(f"PRAGMA foreign_key_list({table})").fetchall():
        keys.setdefault(number, []).append((parent, own, other))
    for parts in keys.values():
        same = " AND ".join(f"{table}.{own} IS {parent}.{other}" for parent, own, other in parts)
        new.execute(f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM {parts[0][0]} WHERE {same})")  # noqa: S608 our own schema's names
    return new.total_changes - before


def readable(old: sqlite3.Connection, table: str, columns: Sequence[str]) -> list[Row]:
    """Every row that can be read: from the front, from the back, and by their numbers those between."""
    listed = ", ".join(columns)
    if not numbered(old, table):
        query = f"SELECT {listed} FROM {table} ORDER BY {columns[0]}"  # noqa: S608 our own schema's names
        rows, broken = scanned(old, query)
        return list(dict.fromkeys((*rows, *(scanned(old, f"{query} DESC")[0] if broken else ()))))
    query = f"SELECT rowid, {listed} FROM {table} NOT INDEXED"  # noqa: S608 our own schema's names
    rows, broken = scanned(old, f"{query} ORDER BY rowid")
    found = {row[0]: row[1:] for row in rows}
    if broken:
        behind = {row[0]: row[1:] for row in scanned(old, f"{query} ORDER BY rowid DESC")[0]}
        last = max(found, default=0)
        between = sought(old, f"{query} WHERE rowid = ?", last + 1, min((n for n in behind if n > last), default=None))
        found |= between | behind
    return [found[number] for number in sorted(found)]


def numbered(old: sqlite3.Connection, table: str) -> bool:
    """Whether the table's rows have numbers."""
    try:
        old.execute(f"SELECT rowid FROM {table} LIMIT 0")  # noqa: S608 our own schema's names
    except sqlite3.OperationalError:
        return False
    return True


def scanned(old: sqlite3.Connection, query: str) -> tuple[list[Row], bool]:
    """The rows up to the first that cannot be read; whether there was one."""
    rows: list[Row] = []
    try:
        for row in old.execute(query):
            rows.append(tuple(row))  # noqa: PERF401 those before the fault are to be kept
    except (sqlite3.Error, OverflowError):
        return rows, True
    return rows, False


def sought(old: sqlite3.Connection, query: str, start: int, end: int | None) -> dict[int, Row]:
    """The rows numbered from `start` to before `end`, each asked for by itself; `end` None: until none comes."""
    found: dict[int, Row] = {}
    missed, number = 0, start
    while number < end if end is not None else missed < MISSES:
        rows, _ = scanned(old, query.replace("?", str(number)))
        found |= {row[0]: row[1:] for row in rows}
        missed = 0 if rows else missed + 1
        number += 1
    return found


def write(new: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Insert rows, without those that the table's own rules refuse; how many there are now."""
    query = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 our own schema's names
    before = new.total_changes
    new.executemany(query, rows)
    return new.total_changes - before


def set_aside(path: Path) -> Path:
    """Give the damaged file, with the journal that belongs to it, another name; returns that."""
    number = 1
    while (target := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{ending}").replace(f"{target}{ending}")
    return target
