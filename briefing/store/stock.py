"""Stock: the library as the pages of a site draw from it; only reads."""

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from briefing.database.address import Address
from briefing.database.connection import Use
from briefing.database.seam import Seam
from briefing.model import Article, Copy, Edition, Event, Told, Window
from briefing.store.articles import looked_up
from briefing.store.mapping import COLUMNS, from_row
from briefing.store.matching import matching
from briefing.store.remembered import as_time

# An article as a list names it: without its text, which most pages do not show.
WITHOUT_TEXT = tuple("''" if column == "text" else column for column in COLUMNS)
HEAD = ", ".join("''" if column == "text" else f"article.{column}" for column in COLUMNS)
WHOLE = ", ".join(f"article.{column}" for column in COLUMNS)
TEXT = COLUMNS.index("text")
EVERY = f"SELECT {WHOLE} FROM article ORDER BY id"  # noqa: S608 our own column names
EDITIONS = """SELECT briefing, topic, kind, window_start, window_end, first_day, last_day FROM printed
    ORDER BY window_end DESC, window_start DESC, briefing"""
TOLD = """SELECT briefing, topic, event, headline, articles, sentences, story, story_first FROM printed_event"""
EVENTS = """SELECT event.id, headline, story, article.id, published, event_article.origin
    FROM event_article JOIN event ON event.id = event JOIN article ON article.id = event_article.article"""
IN_TIME = "ORDER BY published IS NULL, published, article.id"


class Stock(Seam):
    """What one library holds; every method raises StoreError where the file cannot be read.

    Articles come without their text unless it is asked for. A connection may be handed from thread to thread.
    """

    use = Use(reading=True)

    def __init__(self, library: Address) -> None:
        """library: one that was opened, and so brought up to date, before."""
        super().__init__(library, shared=True)

    def version(self) -> int:
        """A number that is another one whenever somebody else has written since it was last asked for."""
        with self._errors():
            return self._connection.changes()

    def editions(self) -> tuple[Edition, ...]:
        """Every briefing that was made, with what it told, the latest first."""
        with self._errors():
            told = self._connection.execute(f"{TOLD} ORDER BY briefing, topic, position").fetchall()
            return as_editions(self._connection.execute(EDITIONS).fetchall(), told)

    def telling(self, events: Iterable[str]) -> tuple[Edition, ...]:
        """The briefings that told any of these events, each with those alone, the latest first."""
        told: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
        with self._errors():
            for row in matching(self._connection, f"{TOLD} WHERE event", events):
                told[row[0], row[1]].append(as_told(row[2:]))
            rows = self._connection.execute(EDITIONS).fetchall() if told else []
        return tuple(
            Edition(as_window(row), row[1], tuple(told[row[0], row[1]])) for row in rows if (row[0], row[1]) in told
        )

    def events(self, ids: Iterable[str] | None = None) -> tuple[Event, ...]:
        """The events of these ids, or all, by first time (undated last), then id, as they were last found."""
        rows: list[Any] = []
        with self._errors():
            if ids is None:
                rows = self._connection.execute(f"{EVENTS} {IN_TIME}").fetchall()
            else:
                rows += matching(self._connection, f"{EVENTS} WHERE event.id", ids, IN_TIME)
        return as_events(rows)

    def story(self, story: str) -> tuple[Event, ...]:
        """The events of a story."""
        with self._errors():
            return as_events(self._connection.execute(f"{EVENTS} WHERE story = ? {IN_TIME}", (story,)).fetchall())

    def holding(self, articles: Iterable[str]) -> dict[str, str]:
        """Article id → the id of the event it is in, of those of these articles that are in one."""
        with self._errors():
            return dict(matching(self._connection, "SELECT article, event FROM event_article WHERE article", articles))

    def articles(self, ids: Iterable[str], *, whole: bool = False) -> dict[str, Article]:
        """The articles of these ids, by id. whole: with their text."""
        columns = WHOLE if whole else HEAD
        with self._errors():
            query = f"SELECT {columns} FROM article WHERE id"  # noqa: S608 our own column names
            rows = matching(self._connection, query, ids)
            return {article.id: article for article in map(from_row, rows)}

    def every_article(self, whole: Container[str] = ()) -> dict[str, Article]:
        """All articles, by id; those of these ids with their text."""
        found = {}
        with self._errors():
            for row in self._connection.execute(EVERY):
                found[row[0]] = from_row(row if row[0] in whole else (*row[:TEXT], "", *row[TEXT + 1 :]))
        return found

    def search(self, query: str, limit: int) -> tuple[Article, ...]:
        """The articles in whose title or text all of the words stand, best first; see `Library.search`."""
        with self._errors():
            return looked_up(self._connection, query, limit, WITHOUT_TEXT)


def as_editions(printed: Iterable[Sequence[Any]], told: Iterable[Sequence[Any]]) -> tuple[Edition, ...]:
    """The briefings of rows of EDITIONS, with what rows of TOLD say they told."""
    found: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for row in told:
        found[row[0], row[1]].append(as_told(row[2:]))
    return tuple(Edition(as_window(row), row[1], tuple(found[row[0], row[1]])) for row in printed)


def as_told(row: Sequence[Any]) -> Told:
    """An event as an edition told it."""
    event, headline, articles, sentences, story, first = row
    day = date.fromisoformat(first) if first else None
    return Told(event, headline, tuple(json.loads(articles)), tuple(json.loads(sentences)), story, day)


def as_window(row: Sequence[Any]) -> Window:
    """The window of a row of EDITIONS."""
    briefing, _, kind, start, end, first, last = row
    moments = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return Window(briefing, kind, *moments, date.fromisoformat(first), date.fromisoformat(last))


def as_events(rows: Iterable[Sequence[Any]]) -> tuple[Event, ...]:
    """The events of rows of EVENTS, each row an article of one."""
    gathered: dict[str, list[Sequence[Any]]] = {}
    for row in rows:
        gathered.setdefault(row[0], []).append(row)
    events = [as_event(members) for members in gathered.values()]
    return tuple(sorted(events, key=lambda event: (event.first is None, event.first or 0, event.id)))


def as_event(rows: Sequence[Sequence[Any]]) -> Event:
    """An event of its rows."""
    event_id, headline, story, *_ = rows[0]
    ids = tuple(row[3] for row in rows)
    times = [row[4] for row in rows if row[4]]
    copies = tuple(Copy(row[3], row[5]) for row in rows if row[5] in ids)
    return Event(event_id, ids, headline, as_time(times[:1]), as_time(times[-1:]), copies, story)
