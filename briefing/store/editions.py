"""Editions: two tables of the library that say what each briefing told, for the next one to compare itself with."""

import json
from datetime import date, datetime
from typing import Any

from briefing.database.seam import Seam
from briefing.model import Edition, Told, Window
from briefing.store.fulltext import fulltext
from briefing.store.mapping import guarded, to_moment

BEFORE = """SELECT briefing, kind, window_start, window_end, first_day, last_day FROM printed
    WHERE topic = ? AND kind = ? AND window_end <= ? ORDER BY window_end DESC, window_start DESC, briefing LIMIT ?"""
EVENTS = """SELECT event, headline, articles, sentences, story, story_first FROM printed_event
    WHERE briefing = ? AND topic = ? ORDER BY position"""
FORGET_EVENTS = "DELETE FROM printed_event WHERE briefing = ? AND topic = ?"
FORGET = "DELETE FROM printed WHERE briefing = ? AND topic = ?"
KEEP = "INSERT INTO printed VALUES (?, ?, ?, ?, ?, ?, ?)"
KEEP_EVENT = "INSERT INTO printed_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Editions(Seam):
    """The editions of one library; every method raises StoreError where the file cannot be read or written."""

    def before(self, window: Window, topic: str, limit: int) -> tuple[Edition, ...]:
        """The editions of that topic and of windows of that kind that ended by the start of `window`, latest first."""
        with self._errors():
            rows = self._connection.execute(BEFORE, (guarded(topic), window.kind, to_moment(window.start), limit))
            return tuple(Edition(as_window(row), topic, self._told(row[0], topic)) for row in rows.fetchall())

    def _told(self, briefing: str, topic: str) -> tuple[Told, ...]:
        rows = self._connection.execute(EVENTS, (briefing, guarded(topic)))
        return tuple(
            Told(event, headline, tuple(json.loads(articles)), tuple(json.loads(sentences)), story,
                 date.fromisoformat(first) if first else None)
            for event, headline, articles, sentences, story, first in rows
        )  # fmt: skip

    def remember(self, edition: Edition) -> None:
        """Keep what an edition told, in place of what its last making told, all or none."""
        window, topic = edition.window, guarded(edition.topic)
        key = (window.id, topic)
        head = (*key, window.kind, to_moment(window.start), to_moment(window.end),
                window.first_day.isoformat(), window.last_day.isoformat())  # fmt: skip
        rows = [(*key, position, *as_row(told)) for position, told in enumerate(edition.told)]
        with self._transaction():
            self._connection.execute(FORGET_EVENTS, key)
            self._connection.execute(FORGET, key)
            self._connection.execute(KEEP, head)
            self._connection.executemany(KEEP_EVENT, rows)
            fulltext(self._connection).add_told(self._connection, *key, edition.told)


def as_window(row: Any) -> Window:
    """The window of a row of `printed`."""
    briefing, kind, start, end, first, last = row
    moments = (datetime.fromisoformat(start), datetime.fromisoformat(end))
    return Window(briefing, kind, *moments, date.fromisoformat(first), date.fromisoformat(last))


def as_row(told: Told) -> tuple[str | None, ...]:
    """An event's own columns of `printed_event`; JSON keeps half a surrogate pair as an escape."""
    lists = (json.dumps(told.article_ids), json.dumps(told.sentences))
    first = told.story_first.isoformat() if told.story_first else None
    return told.event_id, guarded(told.headline), *lists, told.story_id, first
