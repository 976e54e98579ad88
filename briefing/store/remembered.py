"""Remembered: three tables of the library that hold events as they were last found, and what the user said of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from briefing.database.seam import Seam
from briefing.model import Correction, Event, Span
from briefing.store.mapping import guarded, optional, to_moment

EVENTS = """SELECT event.id, headline, story, article.id, published
    FROM event_article JOIN event ON event.id = event JOIN article ON article.id = event_article.article
    ORDER BY published IS NULL, published, article.id"""
KEEP_EVENT = """INSERT INTO event (id, headline, story) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, story = coalesce(excluded.story, event.story)"""
KEEP_STORY = "UPDATE event SET story = ? WHERE id = ?"
KEEP_ID = "INSERT INTO event (id, headline) VALUES (?, '') ON CONFLICT DO NOTHING"  # of what is dropped only the id
KEEP_ARTICLE = """INSERT INTO event_article (article, event, origin, found) VALUES (?, ?, ?, ?)
    ON CONFLICT (article) DO UPDATE SET event = excluded.event, origin = excluded.origin, found = excluded.found"""
HOMES = "SELECT article, event, coalesce(found, event), origin FROM event_article ORDER BY article"
FORGET_EMPTY = "DELETE FROM event WHERE id NOT IN (SELECT event FROM event_article)"
SAID = "number, made_at, kind, subjects, others, event, start, stop, sha256, words, name"
CORRECTIONS = f"SELECT {SAID} FROM correction ORDER BY number"  # noqa: S608 our own column names
CORRECT = """INSERT INTO correction (made_at, kind, subjects, others, event, start, stop, sha256, words, name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
LATEST = f"SELECT {SAID} FROM correction ORDER BY number DESC LIMIT 1"  # noqa: S608 our own column names
NUMBERED = f"SELECT {SAID} FROM correction WHERE number = ?"  # noqa: S608 our own column names


class Kept(NamedTuple):
    """A correction as the library keeps it."""

    number: int  # by which it can be taken back; later ones have higher numbers
    made_at: datetime  # UTC
    correction: Correction


class Home(NamedTuple):
    """Where an article is, by the ids of events."""

    event: str  # the one it is in
    found: str  # the one it was found to be in, whatever the user said
    origin: str | None  # the article of its event that it is a copy of


class Remembered(Seam):
    """The events of one library; every method raises StoreError where the file cannot be read or written."""

    def membership(self) -> dict[str, str]:
        """Article id → id of the event it was last found in; all there are."""
        with self._errors():
            rows = self._connection.execute("SELECT article, event FROM event_article ORDER BY article")
            return dict(rows.fetchall())

    def homes(self) -> dict[str, Home]:
        """Article id → where it is and was found to be; all there are."""
        with self._errors():
            return {article: Home(*home) for article, *home in self._connection.execute(HOMES).fetchall()}

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

    def remember(
        self, events: Iterable[Event], membership: Mapping[str, str], as_found: Mapping[str, str] | None = None
    ) -> None:
        """Keep these events, and in which event each article is, dropped ones included; all or none.

        `as_found`: in which each was found to be; None: in the one it is in. Articles not named stay where they are,
        and events without a story in the story they were told to be of; an event that no article is in any more is
        forgotten.
        """
        told = list(events)
        kept = [(event.id, guarded(event.headline), event.story_id) for event in told]
        origin = {copy.article_id: copy.origin_id for event in told for copy in event.copies}
        homes = [
            (guarded(article), event_id, optional(origin.get(article)), (as_found or membership).get(article))
            for article, event_id in membership.items()
        ]
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
        return tuple(kept.correction for kept in self.kept())

    def kept(self) -> tuple[Kept, ...]:
        """The same, with when it was said and by which number it can be taken back."""
        with self._errors():
            return tuple(map(as_kept, self._connection.execute(CORRECTIONS).fetchall()))

    def correct(self, correction: Correction, *, at: datetime) -> None:
        """Keep one more correction. `at` is aware."""
        lists = [json.dumps([guarded(each) for each in ids]) for ids in (correction.subjects, correction.others)]
        span = (correction.span.start, correction.span.end) if correction.span else (None, None)
        said = (correction.sha256, guarded(correction.words), guarded(correction.name))
        row = (to_moment(at), correction.kind, *lists, correction.event, *span, *said)
        with self._transaction():
            self._connection.execute(CORRECT, row)

    def undo(self, number: int | None = None) -> Correction | None:
        """Take a correction back, the latest if no number is given, and tell which it was; None where there is none."""
        with self._transaction():
            asked = (LATEST,) if number is None else (NUMBERED, (number,))
            row = self._connection.execute(*asked).fetchone()
            if row is None:
                return None
            self._connection.execute("DELETE FROM correction WHERE number = ?", row[:1])
            return as_kept(row).correction


def as_kept(row: tuple[Any, ...]) -> Kept:
    """The correction of a row of `SAID`."""
    number, made_at, kind, subjects, others, event, start, stop, sha256, words, name = row
    span = None if start is None else Span(start, stop)
    said = Correction(kind, tuple(json.loads(subjects)), tuple(json.loads(others)), event, span, sha256, words, name)
    return Kept(number, datetime.fromisoformat(made_at), said)


def as_time(moments: Sequence[str]) -> datetime | None:
    """The first of some stored times; None where there is none."""
    return datetime.fromisoformat(moments[0]) if moments else None
