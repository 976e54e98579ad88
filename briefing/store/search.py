"""Search: briefings, events, articles and quotations of one library by words, days and outlets; only reads.

Words are found whatever their case and accents, those of headlines and names ranked above others
(`briefing.store.fulltext`). Without words everything is listed, the latest first.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Literal

from briefing.database.address import Address
from briefing.database.connection import CHUNK, Use
from briefing.database.seam import Seam
from briefing.model import Article, Span
from briefing.store.articles import day_start, local_day
from briefing.store.fulltext import BEGIN, END, Index, fulltext
from briefing.store.mapping import COLUMNS, from_row, guarded
from briefing.store.query import Query, parse

Kind = Literal["briefing", "event", "article", "quotation"]
KINDS: tuple[Kind, ...] = ("briefing", "event", "article", "quotation")

OPENING = 160  # characters shown where no words were looked for
EARLIEST, LATEST = "", "~"  # before and after every time as text

HEAD = ", ".join("''" if column == "text" else f"article.{column}" for column in COLUMNS)
WITHIN = """((published_precision <> 'day' AND published >= :hour AND published < :after_hour)
    OR (published_precision = 'day' AND published >= :day AND published < :after_day))"""
NEWEST = "published IS NULL, published DESC, article.id"
QUOTED = "JOIN quoted ON quoted.article = article.id AND quoted.sha256 = article.sha256 AND quoted.method = :method"
SAID = f"article {QUOTED} JOIN quotation ON quotation.article = article.id"
# PostgreSQL counts characters by INTEGER, and has BIGINT in the columns.
QUOTATION = """start, stop, kind, quotation.speaker, role, confidence,
    substr(article.text, CAST(start + 1 AS INTEGER), CAST(stop - start AS INTEGER))"""
PRINTED = "JOIN printed ON printed.briefing = printed_event.briefing AND printed.topic = printed_event.topic"
TOLD = """printed.briefing, event, printed_event.headline, first_day, last_day, printed_event.sentences,
    printed_event.articles"""
JOINED = """FROM hit JOIN event_article ON event_article.article = hit.id
    JOIN event ON event.id = event_article.event WHERE headline <> ''"""  # what was dropped has none
# Of each event the article that fits best.
BEST = f"""SELECT event.id, headline, hit.number, hit.id AS article, score,
    row_number() OVER (PARTITION BY event.id ORDER BY {{order}}, hit.id) AS place {JOINED}"""
EVENT_DAYS = """SELECT min(published), max(published), published_precision, count(*) FROM event_article
    JOIN article ON id = event_article.article WHERE event = ? GROUP BY published_precision"""
EVENT_OUTLETS = """SELECT outlet FROM event_article JOIN article ON id = event_article.article
    WHERE event = ? AND outlet IS NOT NULL ORDER BY published IS NULL, published, id"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    words: str = ""  # all of them; "in a row"; begin*; -without; empty: everything, the latest first
    first: date | None = None  # days in the reader's time zone, both included; a briefing's window overlaps them
    last: date | None = None
    outlets: tuple[str, ...] = ()  # any of them, by any part of the name, in any case
    limit: int = 20
    skip: int = 0  # how many of the best to pass over


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet."""

    text: str
    found: bool  # whether it is what was looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    kind: Kind
    id: str  # of a briefing its window's, of a quotation its place: "30d7df55476b:1499-1570"
    title: str  # its headline; of an article or quotation the article's
    snippet: tuple[Piece, ...]  # in whose texts joined the words stand, shortened
    first: date | None  # in the reader's time zone
    last: date | None
    outlets: tuple[str, ...]
    article_id: str | None = None  # of an event the article that fits best
    event_id: str | None = None  # of a briefing the event it was found in
    url: str | None = None
    span: Span | None = None  # of a quotation, in the article's text
    speaker: str | None = None
    role: str | None = None
    confidence: float | None = None  # that it is that speaker
    articles: int | None = None  # of an event, how many


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind."""

    kind: Kind
    total: int  # how many there are, of which `hits` are some
    hits: tuple[Hit, ...]  # best first


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition with what its names stand for."""

    sql: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Search(Seam):
    """One library to look in; every method raises StoreError where it cannot be read."""

    use = Use(reading=True, lenient=True)

    def __init__(self, library: Address, zone: tzinfo, method: int, *, shared: bool = False) -> None:
        """library: one that was opened, and so brought up to date, before. zone: in which days are told.

        method: the version of the quote stage whose quotations count. shared: by threads that take turns.
        """
        super().__init__(library, shared=shared)
        self._zone = zone
        self._method = method
        self._words = fulltext(self._connection)

    def find(self, kind: Kind, wanted: Wanted) -> Found:
        """The best of that kind, and how many there are; nothing where words were given but none that can be found."""
        query = parse(wanted.words)
        if wanted.words.strip() and not query.all_of:
            return Found(kind, 0, ())
        ask = {"briefing": self._briefings, "event": self._events, "article": self._articles}.get(kind, self._said)
        with self._errors():
            total, hits = ask(wanted, query)
            return Found(kind, total, tuple(hits))

    def outlets(self, part: str = "") -> tuple[str, ...]:
        """Outlets with that in their name, in any case; all where it is empty."""
        with self._errors():
            rows = self._connection.execute("SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL ORDER BY 1")
            return tuple(name for (name,) in rows if part.casefold() in name.casefold())

    def _articles(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        asked = self._asked(query, self._words.articles, "article", f"substr(article.text, 1, {OPENING})")
        where = self._where(wanted, query, asked)
        total = self._count(f"SELECT count(*) FROM {asked.tables} WHERE {where.sql}", where)  # noqa: S608 our own text
        rows = self._page(
            f"SELECT {asked.shown}, {HEAD} FROM {asked.tables} WHERE {where.sql} ORDER BY {asked.rank}{NEWEST}",  # noqa: S608 our own text
            where,
            wanted,
        )
        return total, (self._article(from_row(row[1:]), self._shown(row[0], query)) for row in rows)

    def _article(self, article: Article, text: str) -> Hit:
        day = self._day(article.published, article.published_precision)
        outlets = (article.outlet,) if article.outlet else ()
        return Hit("article", article.id, article.title, pieces(text), day, day, outlets, article.id, url=article.url)

    def _said(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        asked = self._asked(query, self._words.said, SAID, "NULL")
        where = self._where(wanted, query, asked, Clause("1 = 1", {"method": self._method}))
        tables = f"{asked.tables} {QUOTED}" if query.all_of else asked.tables
        total = self._count(f"SELECT count(*) FROM {tables} WHERE {where.sql}", where)  # noqa: S608 our own text
        rows = self._page(
            f"""SELECT {asked.shown}, {QUOTATION}, {HEAD} FROM {tables} WHERE {where.sql}
            ORDER BY {asked.rank}{NEWEST}, start""",  # noqa: S608 our own text
            where,
            wanted,
        )
        return total, (self._quotation(row, query) for row in rows)

    def _quotation(self, row: tuple[Any, ...], query: Query) -> Hit:
        text, start, stop, _kind, speaker, role, confidence, said, *head = row
        article = from_row(tuple(head))
        whole = self._article(article, self._shown(said if text is None else text, query) or said)
        return Hit(
            "quotation", f"{article.id}:{start}-{stop}", article.title, whole.snippet, whole.first, whole.last,
            whole.outlets, article.id, url=article.url, span=Span(start, stop), speaker=speaker, role=role,
            confidence=confidence,
        )  # fmt: skip

    def _events(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        index = self._words.articles
        asked = self._asked(query, index, "article", "")
        where = self._where(wanted, query, asked)
        score, order = (index.rank, "score") if query.all_of else ("published", "score IS NULL, score DESC")
        hits = f"""WITH hit AS MATERIALIZED (SELECT article.number, article.id, {score} AS score
            FROM {asked.tables} WHERE {where.sql})"""  # noqa: S608 our own text
        total = self._count(f"{hits} SELECT count(DISTINCT event.id) {JOINED}", where)
        rows = self._page(
            f"""{hits}, best AS ({BEST.format(order=order)})
            SELECT id, headline, number, article FROM best WHERE place = 1 ORDER BY {order}, id""",  # noqa: S608 our own text
            where,
            wanted,
        )
        return total, (self._event(row, query) for row in rows)

    def _event(self, row: tuple[Any, ...], query: Query) -> Hit:
        event_id, headline, number, article_id = row
        days, articles = self._days(event_id)
        outlets = dict.fromkeys(name for (name,) in self._connection.execute(EVENT_OUTLETS, (event_id,)))
        index = self._words.articles
        asked = f"SELECT substr(text, 1, {OPENING}) FROM article WHERE number = :number"  # noqa: S608 our own text
        if query.all_of:
            asked = f"SELECT {index.shown} FROM {index.tables} WHERE {index.found} AND {index.one}"  # noqa: S608 our own text
        values = {"match": self._words.match(query), "number": number}
        text = self._connection.execute(asked, values).fetchone()[0]
        return Hit(
            "event", event_id, headline, pieces(self._shown(text, query)), *days, tuple(outlets), article_id, event_id,
            articles=articles,
        )  # fmt: skip

    def _briefings(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        asked = self._asked(query, self._words.told, "printed_event", "''")
        clauses = [Clause(asked.found, {"match": self._words.match(query)})] if query.all_of else []
        clauses += [] if query.all_of else [Clause("position = 0")]
        if wanted.first:
            clauses.append(Clause("last_day >= :first_day", {"first_day": wanted.first.isoformat()}))
        if wanted.last:
            clauses.append(Clause("first_day <= :last_day", {"last_day": wanted.last.isoformat()}))
        where = both(clauses)
        rows = self._connection.execute(
            f"""SELECT {asked.shown}, {TOLD} FROM {asked.tables} {PRINTED} WHERE {where.sql}
            ORDER BY {asked.rank} window_end DESC, printed.briefing, position""",  # noqa: S608 our own text
            where.values,
        ).fetchall()
        if wanted.outlets:
            rows = self._of_these(rows, wanted.outlets)
        page = rows[wanted.skip : wanted.skip + wanted.limit]
        return len(rows), (told_hit(self._shown(lines(row) if row[0] is None else row[0], query), row) for row in page)

    def _of_these(self, rows: Sequence[tuple[Any, ...]], outlets: Iterable[str]) -> list[tuple[Any, ...]]:
        """The rows of TOLD that tell of an article of one of these outlets."""
        members = [json.loads(row[-1]) for row in rows]
        every = list(dict.fromkeys(guarded(each) for ids in members for each in ids))
        of = self._of_outlets(outlets)
        theirs: set[str] = set()
        for at in range(0, len(every), CHUNK):
            some = {f"id{number}": each for number, each in enumerate(every[at : at + CHUNK])}
            asked = f"SELECT id FROM article WHERE id IN ({named(some)}) AND {of.sql}"  # noqa: S608 our own names
            theirs.update(row[0] for row in self._connection.execute(asked, {**some, **of.values}))
        return [row for row, ids in zip(rows, members, strict=True) if theirs.intersection(map(guarded, ids))]

    def _asked(self, query: Query, index: Index, tables: str, shown: str) -> Index:
        """What to look in: the index where there are words, else all of the tables."""
        return replace(index, rank=f"{index.rank}, ") if query.all_of else Index(tables, "", "", shown, "")

    def _shown(self, text: str, query: Query) -> str:
        return self._words.snippet(text, query) if query.all_of else text

    def _where(self, wanted: Wanted, query: Query, asked: Index, *more: Clause) -> Clause:
        """What articles, or what stands in them, must have."""
        clauses = [*more, *([Clause(asked.found, {"match": self._words.match(query)})] if query.all_of else [])]
        if wanted.first or wanted.last:
            after = following(wanted.last)
            values = {
                "hour": self._start(wanted.first, EARLIEST),
                "after_hour": self._start(after, LATEST),
                "day": day_start(wanted.first) if wanted.first else EARLIEST,
                "after_day": day_start(after) if after else LATEST,
            }
            clauses.append(Clause(WITHIN, values))
        if wanted.outlets:
            clauses.append(self._of_outlets(wanted.outlets))
        return both(clauses)

    def _of_outlets(self, parts: Iterable[str]) -> Clause:
        names = dict.fromkeys(name for part in parts for name in self.outlets(part))
        values = {f"outlet{number}": name for number, name in enumerate(names)}
        return Clause(f"outlet IN ({named(values)})" if values else "1 = 0", values)

    def _start(self, day: date | None, otherwise: str) -> str:
        """The first moment of a day as text."""
        if day is None:
            return otherwise
        try:
            moment = datetime.combine(day, time.min, self._zone).astimezone(UTC)
        except OverflowError:  # within a day of the first year there is
            return otherwise
        return moment.isoformat(timespec="microseconds")

    def _count(self, query: str, where: Clause) -> int:
        return int(self._connection.execute(query, where.values).fetchone()[0])

    def _page(self, query: str, where: Clause, wanted: Wanted) -> list[tuple[Any, ...]]:
        limits = {"limit": wanted.limit, "skip": wanted.skip}
        return self._connection.execute(f"{query} LIMIT :limit OFFSET :skip", {**where.values, **limits}).fetchall()

    def _day(self, published: datetime | None, precision: str) -> date | None:
        if published is None:
            return None
        return published.date() if precision == "day" else local_day(published, self._zone)

    def _days(self, event_id: str) -> tuple[tuple[date | None, date | None], int]:
        """An event's first and last day, where any of its articles has one, and how many articles it has."""
        rows = self._connection.execute(EVENT_DAYS, (event_id,)).fetchall()
        days = [
            day
            for *span, precision, _ in rows
            for moment in span
            if moment and (day := self._day(datetime.fromisoformat(moment), precision))
        ]
        return (min(days, default=None), max(days, default=None)), sum(row[-1] for row in rows)


def both(clauses: Iterable[Clause]) -> Clause:
    """All of some conditions."""
    listed = list(clauses)
    sql = " AND ".join(each.sql for each in listed) or "1 = 1"
    return Clause(sql, {name: value for each in listed for name, value in each.values.items()})


def named(values: Iterable[str]) -> str:
    """A place for each named value in a query."""
    return ", ".join(f":{name}" for name in values)


def following(day: date | None) -> date | None:
    """The day after; None after the last there is."""
    return day + timedelta(days=1) if day and day < date.max else None


def pieces(marked: str) -> tuple[Piece, ...]:
    """A snippet's stretches, white space folded."""
    found = []
    inside = False
    for number, part in enumerate(guarded(marked).replace(END, BEGIN).split(BEGIN)):
        inside = bool(number % 2)
        text = " ".join(part.split())
        spaced = (" " if part[:1].isspace() else "") + text + (" " if part[-1:].isspace() and text else "")
        if spaced:
            found.append(Piece(spaced, inside))
    return tuple(found)


def lines(row: tuple[Any, ...]) -> str:
    """The sentences of a row of TOLD, a line each."""
    return "\n".join(map(str, json.loads(row[-2])))


def told_hit(text: str, row: tuple[Any, ...]) -> Hit:
    """An event of a briefing."""
    _, briefing, event_id, headline, first, last, sentences, _ = row
    shown = text or next(iter(json.loads(sentences)), "")
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return Hit("briefing", briefing, headline, pieces(shown), *days, (), event_id=event_id)
