"""Remembered: three tables of the library that hold events as they were last found, and what the user said of them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from briefing.model import Correction, Event
from briefing.store.mapping import guarded, to_moment
from briefing.store.seam import Seam

EVENTS = """SELECT event.id, headline, story, article.id, published
    FROM event_article JOIN event ON event.id = event JOIN article ON article.id = event_article.article
    ORDER BY published IS NULL, published, article.id"""
KEEP_EVENT = """INSERT INTO event (id, headline, story) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, story = coalesce(excluded.story, story)"""
KEEP_STORY = "UPDATE event SET story = ? WHERE id = ?"
KEEP_ID = "INSERT OR IGNORE INTO event (id, headline) VALUES (?, '')"  # of what is dropped only the id is needed
KEEP_ARTICLE = "INSERT OR REPLACE INTO event_article (article, event) VALUES (?, ?)"
FORGET_EMPTY = "DELETE FROM event WHERE id NOT IN (SELECT event FROM event_article)"
CORRECTIONS = "SELECT kind, subjects, others, event FROM correction ORDER BY number"
CORRECT = "INSERT INTO correction (kind, subjects, others, event, made_at) VALUES (?, ?, ?, ?, ?)"
LATEST = "SELECT number, kind, subjects, others, event FROM correction ORDER BY number DESC LIMIT 1"


class Remembered(Seam):
    """The events of one library; every method raises StoreError where the file cannot be read or written."""

    def membership(self) -> dict[str, str]:
        """Article id → id of the event it was last found in; all there are."""
        with self._errors():
            rows = self._connection.execute("SELECT article, event FROM event_article ORDER BY article")
            return dict(rows.fetchall())

    def events(self) -> tuple[Event, ...]:
        """All events as they were last found, by first time (undated last), then id; copies are not told."""
        found: dict[str, tuple[str, str | None, list[str], list[str]]] = {}
        with self._errors():
            for event_id, headline, story, article, moment in self._connection.execute(EVENTS):
                _, _, articles, moments = found.setdefault(event_id, (headline, story, [], []))
                articles.append(article)
                moments += [moment] if moment else []
        events = [
            Event(event_id, tuple(ids), headline, as_time(times[:1]), as_time(times[-1:]), (), story)
            for event_id, (headline, story, ids, times) in found.items()
        ]
        return tuple(sorted(events, key=lambda event: (event.first is None, event.first or 0, event.id)))

    def remember(self, events: Iterable[Event], membership: Mapping[str, str]) -> None:
        """Keep these events, and in which event each article is, dropped ones included; all or none.

        Articles not named stay where they are, and events without a story in the story they were told to be of; an
        event that no article is in any more is forgotten.
        """
        kept = [(event.id, guarded(event.headline), event.story_id) for event in events]
        homes = [(guarded(article), event_id) for article, event_id in membership.items()]
        with self._transaction():
            self._connection.executemany(KEEP_EVENT, kept)
            self._connection.executemany(KEEP_ID, [(event_id,) for event_id in sorted(set(membership.values()))])
            self._connection.executemany(KEEP_ARTICLE, homes)
            self._connection.execute(FORGET_EMPTY)

    def tell_stories(self, stories: Mapping[str, str]) -> None:
        """Keep of which stories these events are (event id → story id); all or none."""
        with self._transaction():
            self._connection.executemany(KEEP_STORY, [(story, event_id) for event_id, story in stories.items()])

    def corrections(self) -> tuple[Correction, ...]:
        """What the user said, in the order it was said."""
        with self._errors():
            return tuple(map(as_correction, self._connection.execute(CORRECTIONS).fetchall()))

    def correct(self, correction: Correction, *, at: datetime) -> None:
        """Keep one more correction. `at` is aware."""
        lists = [json.dumps([guarded(each) for each in ids]) for ids in (correction.subjects, correction.others)]
        with self._transaction():
            self._connection.execute(CORRECT, (correction.kind, *lists, correction.event, to_moment(at)))

    def undo(self) -> Correction | None:
        """Take the latest correction back, and tell which it was; None where there is none."""
        with self._transaction():
            row = self._connection.execute(LATEST).fetchone()
            if row is None:
                return None
            self._connection.execute("DELETE FROM correction WHERE number = ?", row[:1])
            return as_correction(row[1:])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def as_correction(row: tuple[Any, ...]) -> Correction:
    """The correction of a row."""
    kind, subjects, others, event = row
    return Correction(kind, tuple(json.loads(subjects)), tuple(json.loads(others)), event)


def as_time(moments: Sequence[str]) -> datetime | None:
    """The first of some stored times; None where there is none."""
    return datetime.fromisoformat(moments[0]) if moments else None
