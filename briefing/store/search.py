"""Search: briefings, events, articles and quotations of one library by words, days and outlets; only reads.

Words are found whatever their case and accents (FTS5, `unicode61 remove_diacritics 2`), ranked by BM25, those of
headlines and names above others. Without words everything is listed, the latest first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any, Literal

from briefing.model import Article, Span
from briefing.store.mapping import COLUMNS, from_row, guarded
from briefing.store.query import Query, parse
from briefing.store.seam import Seam
from briefing.store.sqlite import day_start, local_day

Kind = Literal["briefing", "event", "article", "quotation"]
KINDS: tuple[Kind, ...] = ("briefing", "event", "article", "quotation")

# How much more a headline's words weigh than a text's, a speaker's name than what was said: those say what it is about.
TITLE_WEIGHT, NAME_WEIGHT = 4.0, 2.0
SNIPPET_TOKENS = 24
OPENING = 160  # characters shown where no words were looked for
POSITIONS = 65536  # as `said_words` numbers the quotations of an article
BEGIN, END = "\ue000", "\ue001"  # private use: around what was found in a snippet
EARLIEST, LATEST = "", "~"  # before and after every time as text

HEAD = ", ".join("''" if column == "text" else f"article.{column}" for column in COLUMNS)
WITHIN = """((published_precision <> 'day' AND published >= ? AND published < ?)
    OR (published_precision = 'day' AND published >= ? AND published < ?))"""
NEWEST = "published IS NULL, published DESC, article.id"
QUOTED = """JOIN quoted ON quoted.article = article.id AND quoted.sha256 = article.sha256 AND quoted.method = ?
    JOIN quotation ON quotation.article = article.id"""
QUOTATION = "start, stop, kind, quotation.speaker, role, confidence, substr(text, start + 1, stop - start)"
TOLD = """printed_event JOIN told USING (briefing, topic, position)
    JOIN printed ON printed.briefing = printed_event.briefing AND printed.topic = printed_event.topic"""
JOINED = """FROM hit JOIN event_article ON event_article.article = hit.id
    JOIN event ON event.id = event_article.event WHERE headline <> ''"""  # what was dropped has none
EVENT_DAYS = """SELECT min(published), max(published), count(*) FROM event_article
    JOIN article ON id = event_article.article WHERE event = ?"""
EVENT_OUTLETS = """SELECT DISTINCT outlet FROM event_article JOIN article ON id = event_article.article
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
    """A condition with what its question marks stand for."""

    sql: str
    values: tuple[Any, ...]


class Search(Seam):
    """One library to look in; every method raises StoreError where the file cannot be read."""

    def __init__(self, path: Path, zone: tzinfo, method: int, *, shared: bool = False) -> None:
        """path: a library that was opened, and so brought up to date, before. zone: in which days are told.

        method: the version of the quote stage whose quotations count. shared: by threads that take turns.
        """
        super().__init__(path, shared=shared)
        self._zone = zone
        self._method = method
        self._connection.text_factory = lambda data: data.decode("utf-8", "replace")

    def find(self, kind: Kind, wanted: Wanted) -> Found:
        """The best of that kind, and how many there are; nothing where words were given but none that can be found."""
        query = parse(wanted.words)
        if wanted.words.strip() and not query.match:
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
        where = self._where(wanted, query, "words")
        source = "words JOIN article ON number = words.rowid" if query.match else "article"
        text = snippet("words", 1) if query.match else f"substr(text, 1, {OPENING})"
        order = f"bm25(words, {TITLE_WEIGHT}, 1.0), {NEWEST}" if query.match else NEWEST
        total = self._count(f"SELECT count(*) FROM {source} WHERE {where.sql}", where)  # noqa: S608 our own text
        rows = self._page(f"SELECT {text}, {HEAD} FROM {source} WHERE {where.sql} ORDER BY {order}", where, wanted)  # noqa: S608 our own text
        return total, (self._article(from_row(row[1:]), row[0]) for row in rows)

    def _article(self, article: Article, text: str) -> Hit:
        day = self._day(article.published, article.published_precision)
        outlets = (article.outlet,) if article.outlet else ()
        return Hit("article", article.id, article.title, pieces(text), day, day, outlets, article.id, url=article.url)

    def _said(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        where = self._where(wanted, query, "said_words")
        where = Clause(where.sql, (self._method, *where.values))
        place = f"quotation.position = said_words.rowid % {POSITIONS}"
        source = f"article {QUOTED}"
        if query.match:
            source = f"said_words JOIN article ON number = said_words.rowid / {POSITIONS} {QUOTED} AND {place}"
        order = f"bm25(said_words, 1.0, {NAME_WEIGHT}), {NEWEST}, start" if query.match else f"{NEWEST}, start"
        text = snippet("said_words", 0) if query.match else "''"
        total = self._count(f"SELECT count(*) FROM {source} WHERE {where.sql}", where)  # noqa: S608 our own text
        asked = f"SELECT {text}, {QUOTATION}, {HEAD} FROM {source} WHERE {where.sql} ORDER BY {order}"  # noqa: S608 our own text
        return total, (self._quotation(row) for row in self._page(asked, where, wanted))

    def _quotation(self, row: tuple[Any, ...]) -> Hit:
        text, start, stop, _kind, speaker, role, confidence, said, *head = row
        article = from_row(tuple(head))
        whole = self._article(article, text or said)
        return Hit(
            "quotation", f"{article.id}:{start}-{stop}", article.title, whole.snippet, whole.first, whole.last,
            whole.outlets, article.id, url=article.url, span=Span(start, stop), speaker=speaker, role=role,
            confidence=confidence,
        )  # fmt: skip

    def _events(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        where = self._where(wanted, query, "words")
        source = "words JOIN article ON article.number = words.rowid" if query.match else "article"
        score = f"bm25(words, {TITLE_WEIGHT}, 1.0)" if query.match else "-julianday(published)"
        matches = f"""WITH hit AS MATERIALIZED (SELECT article.number, article.id, {score} AS score
            FROM {source} WHERE {where.sql})"""  # noqa: S608 our own text
        total = self._count(f"{matches} SELECT count(DISTINCT event.id) {JOINED}", where)
        asked = f"""{matches} SELECT event.id, headline, hit.number, hit.id, min(score) {JOINED}
            GROUP BY event.id ORDER BY min(score) IS NULL, min(score), event.id"""
        return total, (self._event(row, query) for row in self._page(asked, where, wanted))

    def _event(self, row: tuple[Any, ...], query: Query) -> Hit:
        event_id, headline, number, article_id, *_ = row
        earliest, latest, articles = self._connection.execute(EVENT_DAYS, (event_id,)).fetchone()
        outlets = tuple(name for (name,) in self._connection.execute(EVENT_OUTLETS, (event_id,)))
        if query.match:
            asked = f"SELECT {snippet('words', 1)} FROM words WHERE words MATCH ? AND rowid = ?"  # noqa: S608 our own text
            text = self._connection.execute(asked, (query.match, number)).fetchone()[0]
        else:
            asked = f"SELECT substr(text, 1, {OPENING}) FROM article WHERE number = ?"  # noqa: S608 our own text
            text = self._connection.execute(asked, (number,)).fetchone()[0]
        days = (self._moment(earliest), self._moment(latest))
        return Hit(
            "event", event_id, headline, pieces(text), *days, outlets, article_id, event_id, articles=articles
        )  # fmt: skip

    def _briefings(self, wanted: Wanted, query: Query) -> tuple[int, Iterator[Hit]]:
        clauses = [Clause("told_words MATCH ?", (query.match,))] if query.match else [Clause("position = 0", ())]
        if wanted.first:
            clauses.append(Clause("last_day >= ?", (wanted.first.isoformat(),)))
        if wanted.last:
            clauses.append(Clause("first_day <= ?", (wanted.last.isoformat(),)))
        if wanted.outlets:
            of = self._of_outlets(wanted.outlets)
            members = "SELECT 1 FROM json_each(articles) AS of JOIN article ON article.id = of.value"
            exists = f"EXISTS ({members} WHERE {of.sql})"
            clauses.append(Clause(exists, of.values))
        where = both(clauses)
        source = f"told_words JOIN {TOLD} AND number = told_words.rowid" if query.match else TOLD
        text = snippet("told_words", 1) if query.match else "''"
        order = f"bm25(told_words, {TITLE_WEIGHT}, 1.0), " if query.match else ""
        total = self._count(f"SELECT count(*) FROM {source} WHERE {where.sql}", where)  # noqa: S608 our own text
        told = "printed.briefing, event, printed_event.headline, first_day, last_day, printed_event.sentences"
        asked = f"""SELECT {text}, {told}
            FROM {source} WHERE {where.sql} ORDER BY {order} window_end DESC, printed.briefing, position"""  # noqa: S608 our own text
        return total, (told_hit(row) for row in self._page(asked, where, wanted))

    def _where(self, wanted: Wanted, query: Query, table: str) -> Clause:
        """What articles, or what stands in them, must have."""
        clauses = [Clause(f"{table} MATCH ?", (query.match,))] if query.match else []
        if wanted.first or wanted.last:
            hours = (self._start(wanted.first, EARLIEST), self._start(following(wanted.last), LATEST))
            first = day_start(wanted.first) if wanted.first else EARLIEST
            after = following(wanted.last)
            clauses.append(Clause(WITHIN, (*hours, first, day_start(after) if after else LATEST)))
        if wanted.outlets:
            clauses.append(self._of_outlets(wanted.outlets))
        return both(clauses)

    def _of_outlets(self, parts: Iterable[str]) -> Clause:
        names = dict.fromkeys(name for part in parts for name in self.outlets(part))
        return Clause(f"outlet IN ({', '.join('?' * len(names))})", tuple(names))

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
        limits = (wanted.limit, wanted.skip)
        return self._connection.execute(f"{query} LIMIT ? OFFSET ?", (*where.values, *limits)).fetchall()

    def _day(self, published: datetime | None, precision: str) -> date | None:
        if published is None:
            return None
        return published.date() if precision == "day" else local_day(published, self._zone)

    def _moment(self, moment: str | None) -> date | None:
        return local_day(datetime.fromisoformat(moment), self._zone) if moment else None


def both(clauses: Iterable[Clause]) -> Clause:
    """All of some conditions."""
    listed = list(clauses)
    sql = " AND ".join(each.sql for each in listed) or "1"
    return Clause(sql, tuple(value for each in listed for value in each.values))


def following(day: date | None) -> date | None:
    """The day after; None after the last there is."""
    return day + timedelta(days=1) if day and day < date.max else None


def snippet(table: str, column: int) -> str:
    """SQL for the best stretch of a column, what was found in it between marks."""
    return f"snippet({table}, {column}, '{BEGIN}', '{END}', '…', {SNIPPET_TOKENS})"


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


def told_hit(row: tuple[Any, ...]) -> Hit:
    """An event of a briefing."""
    text, briefing, event_id, headline, first, last, sentences = row
    shown = text or next(iter(json.loads(sentences)), "")
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return Hit("briefing", briefing, headline, pieces(shown), *days, (), event_id=event_id)
