"""The library in one SQLite file, with full-text search by FTS5 (https://www.sqlite.org/fts5.html)."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefing.errors import StoreError
from briefing.model import Article
from briefing.store.decide import Decision, Fate, decide, last_words
from briefing.store.library import Added
from briefing.store.mapping import COLUMNS, METADATA, WORDS, from_row, guarded, storable, to_moment, to_row
from briefing.store.migrations import migrate
from briefing.store.transaction import transaction

# How long to wait for another run: the longest transaction measured, 10,000 articles, takes 5 (benchmarks/store.py).
BUSY_SECONDS = 30.0
CHUNK = 500  # articles decided at once: bounds memory, and stays below the 999 parameters of the oldest SQLite
NOON = timedelta(hours=12)

ALL = ", ".join(COLUMNS)
# Deciding needs no words (`decide.wordless`), and not reading them saves most of the time of adding what is known.
WORDLESS = ", ".join("''" if column in WORDS else column for column in COLUMNS)
INSERT = f"INSERT INTO article ({ALL}, seen_at) VALUES ({', '.join(':' + c for c in COLUMNS)}, :seen_at)"  # noqa: S608 our own column names
REPLACE = (
    f"UPDATE article SET {', '.join(f'{c} = :{c}' for c in (*WORDS, *METADATA))}, seen_at = :seen_at WHERE id = :id"  # noqa: S608 our own column names
)
AMEND = f"UPDATE article SET {', '.join(f'{c} = :{c}' for c in METADATA)} WHERE id = :id"  # noqa: S608 our own column names
# Words that come back are current again, and no longer former.
FORGET = "DELETE FROM former WHERE id = :id AND sha256 = :sha256"
RETIRE = f"INSERT INTO former ({ALL}, seen_at, left_at) SELECT {ALL}, seen_at, :seen_at FROM article WHERE id = :id"  # noqa: S608 our own column names
STEPS: Mapping[Fate, tuple[str, ...]] = {"new": (INSERT,), "changed": (FORGET, RETIRE, REPLACE), "amended": (AMEND,)}
WORD_OR_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


class SqliteLibrary:
    """A library in one file, beside it SQLite's own `-wal` and `-shm` while it is open."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises StoreError as `briefing.store.open_library` says."""
        self._path = path
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise StoreError(f"{path} cannot be a library: name a file in a folder that exists")
        with self._errors():
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        # First of all what only reads: a file that is no library of ours must stay as it is.
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        migrate(self._connection, self._path)
        self._connection.execute("PRAGMA journal_mode = WAL")

    def add(self, articles: Iterable[Article], *, seen_at: datetime) -> Added:
        """See `Library.add`."""
        moment = to_moment(seen_at)
        batch = [storable(article) for article in articles]
        counted = last_words(batch)
        decided: dict[str, Decision] = {}
        with self._transaction():
            for at in range(0, len(counted), CHUNK):
                chunk = counted[at : at + CHUNK]
                decisions = decide(chunk, self._sharing(chunk))
                self._write(decisions, moment)
                decided |= zip((article.id for article in chunk), decisions, strict=True)
        return told([article.id for article in batch], decided)

    def _sharing(self, chunk: Sequence[Article]) -> tuple[Article, ...]:
        """The current versions which have an id or a sha256 of these, in the order they came, without their words."""
        rows: dict[int, tuple[Any, ...]] = {}
        for column, keys in (("id", [a.id for a in chunk]), ("sha256", [a.sha256 for a in chunk])):
            query = f"SELECT number, {WORDLESS} FROM article WHERE {column} IN ({', '.join('?' * len(keys))})"  # noqa: S608 our own column names
            rows |= {row[0]: row[1:] for row in self._connection.execute(query, keys)}
        return tuple(from_row(rows[number]) for number in sorted(rows))

    def _write(self, decisions: Sequence[Decision], moment: str) -> None:
        """Act on decisions in their order: one article may be changed and then, under another name, dated."""
        rows = [(d.fate, to_row(d.article) | {"seen_at": moment}) for d in decisions if d.fate != "known"]
        for fate, some in groupby(rows, key=itemgetter(0)):
            alike = [row for _, row in some]
            for step in STEPS[fate]:
                self._connection.executemany(step, alike)

    def within(self, start: datetime, end: datetime, *, days: tuple[date, date] | None = None) -> tuple[Article, ...]:
        """See `Library.within`."""
        if days is None:
            first, last = to_moment(start - NOON), to_moment(end - NOON)
        else:
            first, last = day_start(days[0]), day_start(days[1] + timedelta(days=1))
        clause = """(published_precision <> 'day' AND published >= ? AND published < ?)
            OR (published_precision = 'day' AND published >= ? AND published < ?) ORDER BY published, id"""
        return self._select(clause, to_moment(start), to_moment(end), first, last)

    def undated(self) -> tuple[Article, ...]:
        """See `Library.undated`."""
        return self._select("published IS NULL ORDER BY id")

    def get(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """See `Library.get`."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Article] = {}
        for at in range(0, len(wanted), CHUNK):
            some = wanted[at : at + CHUNK]
            found |= {a.id: a for a in self._select(f"id IN ({', '.join('?' * len(some))})", *some)}
        return tuple(found[id_] for id_ in wanted if id_ in found)

    def version(self, article_id: str, sha256: str) -> Article | None:
        """See `Library.version`."""
        return next((a for a in reversed(self.versions(article_id)) if a.sha256 == sha256), None)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """See `Library.versions`."""
        former = self._select("id = ? ORDER BY number", article_id, table="former")
        return former + self._select("id = ?", article_id)

    def calendar(self, timezone: tzinfo = UTC) -> dict[str, int]:
        """See `Library.calendar`."""
        query = """SELECT published, published_precision, count(*) FROM article
            WHERE published IS NOT NULL GROUP BY 1, 2"""
        counts: Counter[str] = Counter()
        with self._errors():
            for moment, precision, count in self._connection.execute(query):
                at = datetime.fromisoformat(moment)
                year, week, _ = (at.date() if precision == "day" else local_day(at, timezone)).isocalendar()
                counts[f"{year:04}-W{week:02}"] += count
        return dict(sorted(counts.items()))

    def search(self, query: str, limit: int = 20) -> tuple[Article, ...]:
        """See `Library.search`."""
        match = as_match(query)
        if not match:
            return ()
        ranked = f"""SELECT {", ".join(f"article.{c}" for c in COLUMNS)} FROM words
            JOIN article ON number = words.rowid WHERE words MATCH ? ORDER BY words.rank, id LIMIT ?"""  # noqa: S608 our own column names
        with self._errors():
            return tuple(map(from_row, self._connection.execute(ranked, (match, limit))))

    def close(self) -> None:
        """See `Library.close`."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _select(self, clause: str, *values: str, table: str = "article") -> tuple[Article, ...]:
        query = f"SELECT {ALL} FROM {table} WHERE {clause}"  # noqa: S608 no caller passes anything but its own text
        with self._errors():
            return tuple(map(from_row, self._connection.execute(query, [guarded(value) for value in values])))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing. The lock for writing is taken at once: nothing read can be stale when it is acted on."""
        with self._errors(), transaction(self._connection):
            yield

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """SQLite's errors as one line each that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} {advice(error)}") from error


def as_match(query: str) -> str:
    """The query as FTS5 takes it: each word and phrase quoted, so that nothing in it is an operator."""
    phrases = [phrase or word for phrase, word in WORD_OR_PHRASE.findall(guarded(query).replace("\0", " "))]
    return " ".join(f'"{phrase}"' for phrase in phrases if any(character.isalnum() for character in phrase))


def advice(error: sqlite3.Error) -> str:
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
    return told.get(family, f"cannot be used: {error}")


def told(ids: Sequence[str], decided: Mapping[str, Decision]) -> Added:
    """What became of the articles of these ids; an id that comes again is known by then."""
    new: list[str] = []
    changed: list[str] = []
    known: list[str] = []
    kind = {"new": new, "changed": changed}
    met: set[str] = set()
    for id_ in ids:
        decision = decided[id_]
        (known if id_ in met else kind.get(decision.fate, known)).append(decision.article.id)
        met.add(id_)
    return Added(tuple(new), tuple(changed), tuple(known), tuple(decided[id_].article.id for id_ in ids))


def day_start(day: date) -> str:
    """The moment under which an article dated to that day only is stored."""
    return to_moment(datetime.combine(day, time.min, UTC))


def local_day(moment: datetime, timezone: tzinfo) -> date:
    """The day it is in that time zone."""
    try:
        return moment.astimezone(timezone).date()
    except OverflowError:  # within a day of the first or last year there is
        return moment.date()
