"""Articles: the two tables of the library that hold them, as they are and as they were."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from briefing.compact import compacted
from briefing.database.address import Address
from briefing.database.connection import CHUNK, Connection, insert, marks
from briefing.database.seam import Seam
from briefing.errors import StoreError
from briefing.model import Article
from briefing.store import standing
from briefing.store.decide import Decision, Fate, decide, last_words
from briefing.store.fulltext import fulltext
from briefing.store.library import Added
from briefing.store.mapping import COLUMNS, METADATA, WORDS, from_row, guarded, storable, to_moment, to_row
from briefing.store.matching import matching
from briefing.store.migrations import migrate
from briefing.store.query import plain

NOON = timedelta(hours=12)
FEW = 512  # articles had at once that are left as they are: of more the texts are what memory goes to

ALL = ", ".join(COLUMNS)
# Deciding needs no words (`decide.wordless`), and not reading them saves most of the time of adding what is known.
WORDLESS = ", ".join("''" if column in WORDS else column for column in COLUMNS)
STORED = (*COLUMNS, "seen_at")
INSERT = f"INSERT INTO article ({', '.join(STORED)})"
REPLACE = (
    f"UPDATE article SET {', '.join(f'{c} = :{c}' for c in (*WORDS, *METADATA))}, seen_at = :seen_at WHERE id = :id"  # noqa: S608 our own column names
)
AMEND = f"UPDATE article SET {', '.join(f'{c} = :{c}' for c in METADATA)} WHERE id = :id"  # noqa: S608 our own column names
# By the minute: no time zone's days begin within one, and so many articles of one minute are counted at once.
MINUTES = "SELECT substr(published, 1, 16), published_precision, count(*) FROM article WHERE published IS NOT NULL"
BY_MINUTE = "GROUP BY 1, 2"
# Words that come back are current again, and no longer former.
FORGET = "DELETE FROM former WHERE id = :id AND sha256 = :sha256"
RETIRE = f"INSERT INTO former ({ALL}, seen_at, left_at) SELECT {ALL}, seen_at, :seen_at FROM article WHERE id = :id"  # noqa: S608 our own column names
STEPS: Mapping[Fate, tuple[str, ...]] = {"changed": (FORGET, RETIRE, REPLACE), "amended": (AMEND,)}


class Articles(Seam):
    """A library; see `briefing.store.Library`."""

    def __init__(self, library: Address) -> None:
        """Open the library; raises StoreError as `briefing.store.open_library` says."""
        if isinstance(library, Path) and (library.is_dir() or not library.absolute().parent.is_dir()):
            raise StoreError(f"{library} cannot be a library: name a file in a folder that exists")
        super().__init__(library)
        try:
            with self._errors():
                migrate(self._connection, library)
                if isinstance(library, Path):
                    # Only now: a file that is no library of ours must stay as it is.
                    self._connection.execute("PRAGMA synchronous = NORMAL")
                    self._connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            self.close()
            raise

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
            query = f"SELECT number, {WORDLESS} FROM article WHERE {column} IN ({marks(keys)})"  # noqa: S608 our own column names
            rows |= {row[0]: row[1:] for row in self._connection.execute(query, keys)}
        return tuple(from_row(rows[number]) for number in sorted(rows))

    def _write(self, decisions: Sequence[Decision], moment: str) -> None:
        """Act on decisions in their order: one article may be changed and then, under another name, dated."""
        rows = [(d.fate, to_row(d.article) | {"seen_at": moment}) for d in decisions if d.fate != "known"]
        for fate, some in groupby(rows, key=itemgetter(0)):
            alike = [row for _, row in some]
            if fate == "new":
                insert(self._connection, INSERT, [[row[column] for column in STORED] for row in alike])
            for step in STEPS.get(fate, ()):
                self._connection.executemany(step, alike)
        standing.keep(self._connection, [row for _, row in rows])
        words = fulltext(self._connection)
        words.add_articles(self._connection, (d.article for d in decisions if d.fate in ("new", "changed")))

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
            found |= {a.id: a for a in self._select(f"id IN ({marks(some)})", *some)}
        return tuple(found[id_] for id_ in wanted if id_ in found)

    def version(self, article_id: str, sha256: str) -> Article | None:
        """See `Library.version`."""
        return next((a for a in reversed(self.versions(article_id)) if a.sha256 == sha256), None)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """See `Library.versions`."""
        former = self._select("id = ? ORDER BY number", article_id, table="former")
        return former + self._select("id = ?", article_id)

    def calendar(self, timezone: tzinfo = UTC, *, only: Iterable[str] | None = None) -> dict[str, int]:
        """See `Library.calendar`."""
        counts: Counter[str] = Counter()
        with self._errors():
            if only is None:
                rows: Iterable[tuple[Any, ...]] = self._connection.execute(f"{MINUTES} {BY_MINUTE}")
            else:
                rows = matching(self._connection, f"{MINUTES} AND id", only, BY_MINUTE)
            for moment, precision, count in rows:
                at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
                year, week, _ = (at.date() if precision == "day" else local_day(at, timezone)).isocalendar()
                counts[f"{year:04}-W{week:02}"] += count
        return dict(sorted(counts.items()))

    def search(self, query: str, limit: int = 20) -> tuple[Article, ...]:
        """See `Library.search`."""
        with self._errors():
            return looked_up(self._connection, query, limit, COLUMNS)

    def _select(self, clause: str, *values: str, table: str = "article") -> tuple[Article, ...]:
        query = f"SELECT {ALL} FROM {table} WHERE {clause}"  # noqa: S608 no caller passes anything but its own text
        with self._errors():
            found = map(from_row, self._connection.execute(query, [guarded(value) for value in values]))
            return tuple(each if place < FEW else compacted(each) for place, each in enumerate(found))


def looked_up(connection: Connection, query: str, limit: int, columns: Iterable[str]) -> tuple[Article, ...]:
    """See `Library.search`; `columns` as `from_row` takes them, those of `COLUMNS` or constants in their place."""
    asked = plain(query)
    if not asked.all_of:
        return ()
    words = fulltext(connection)
    index = words.articles
    listed = ", ".join(each if each.startswith("'") else f"article.{each}" for each in columns)
    sql = f"SELECT {listed} FROM {index.tables} WHERE {index.found} ORDER BY {index.rank}, id LIMIT :limit"  # noqa: S608 our own names
    values = {"match": words.match(asked), "limit": limit}
    return tuple(map(from_row, connection.execute(sql, values)))


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
