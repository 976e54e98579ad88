"""Printings: a table of the library that holds every edition of every briefing, with the words it cited."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from briefing.database.seam import Seam
from briefing.model import Alteration, Place, Printed, PrintedEvent, Printing, Span, Window
from briefing.store.editions import as_window
from briefing.store.mapping import guarded, to_moment

OF = "SELECT number, told FROM edition WHERE briefing = ? AND topic = ? ORDER BY number"
# Of the latest briefings of a kind that ended by a moment, all editions, the latest first.
BEFORE = """SELECT last.briefing, kind, window_start, window_end, first_day, last_day, number, told
    FROM (SELECT * FROM printed WHERE topic = ? AND kind = ? AND window_end <= ?
        ORDER BY window_end DESC, window_start DESC, briefing LIMIT ?) AS last
    JOIN edition ON edition.briefing = last.briefing AND edition.topic = last.topic
    ORDER BY window_end DESC, window_start DESC, last.briefing, number DESC"""
SINCE = """SELECT window_end, told FROM edition
    JOIN printed ON printed.briefing = edition.briefing AND printed.topic = edition.topic
    WHERE window_end >= ? ORDER BY window_end DESC"""
KEEP = """INSERT INTO edition VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (briefing, topic, number) DO UPDATE SET told = excluded.told"""


class Printings(Seam):
    """The editions of one library; every method raises StoreError where the file cannot be read or written."""

    def of(self, window: Window, topic: str) -> tuple[Printing, ...]:
        """All editions of a briefing, the first first."""
        with self._errors():
            rows = self._connection.execute(OF, (window.id, guarded(topic))).fetchall()
        return tuple(as_printing(window, topic, number, told) for number, told in rows)

    def before(self, window: Window, topic: str, limit: int) -> tuple[Printing, ...]:
        """All editions of the last briefings of that topic and kind that ended by the start of `window`, latest first.

        limit: how many briefings.
        """
        with self._errors():
            values = (guarded(topic), window.kind, to_moment(window.start), limit)
            rows = self._connection.execute(BEFORE, values).fetchall()
        return tuple(as_printing(as_window(row[:6]), topic, *row[6:]) for row in rows)

    def cited_since(self, moment: datetime) -> tuple[str, ...]:
        """The ids of articles cited by briefings whose windows ended at that moment (aware) or later."""
        with self._errors():
            rows = self._connection.execute(SINCE, (to_moment(moment),)).fetchall()
        cited: dict[str, None] = {}
        for _, editions in groupby(rows, key=itemgetter(0)):
            found = {row["article"] for _, told in editions for event in json.loads(told)["events"]
                     for row in event["printed"]}  # fmt: skip
            cited |= dict.fromkeys(sorted(found))
        return tuple(cited)

    def remember(self, printing: Printing, *, at: datetime) -> None:
        """Keep an edition; one of the same number keeps the time it was made at. `at` is aware."""
        key = (printing.window.id, guarded(printing.topic), printing.number)
        with self._transaction():
            self._connection.execute(KEEP, (*key, to_moment(at), json.dumps(as_document(printing))))


def as_document(printing: Printing) -> dict[str, Any]:
    """What is kept of an edition; JSON holds half a surrogate pair as an escape."""
    return {
        "generator": printing.generator,
        "events": [
            {"event": event.event_id, "headline": event.headline, "printed": [as_row(each) for each in event.printed]}
            for event in printing.events
        ],
        "alterations": [alteration_row(each) for each in printing.alterations],
    }


def as_row(printed: Printed) -> dict[str, Any]:
    """Cited words as they are kept."""
    span = printed.place.span
    return {
        "kind": printed.kind,
        "words": printed.words,
        "article": printed.place.article_id,
        "start": span.start,
        "end": span.end,
        "sha256": printed.sha256,
        "speaker": printed.speaker,
    }


def alteration_row(each: Alteration) -> dict[str, Any]:
    """A change at the source as it is kept; a window by what makes one."""
    window = each.window
    return {
        "article": each.article_id,
        "outlet": each.outlet,
        "title": each.title,
        "url": each.url,
        "briefing": window.id,
        "kind": window.kind,
        "start": to_moment(window.start),
        "end": to_moment(window.end),
        "first": window.first_day.isoformat(),
        "last": window.last_day.isoformat(),
        "before": each.before,
        "after": each.after,
        "sha256": each.sha256,
    }


def as_printing(window: Window, topic: str, number: int, told: str) -> Printing:
    """The edition of a row."""
    document = json.loads(told)
    events = tuple(
        PrintedEvent(event["event"], event["headline"], tuple(map(as_printed, event["printed"])))
        for event in document["events"]
    )
    told_of = alterations_of(document["alterations"])
    return Printing(window, topic, number, events, told_of, document.get("generator", ""))


def as_printed(row: dict[str, Any]) -> Printed:
    """Cited words as they were kept."""
    place = Place(row["article"], Span(row["start"], row["end"]))
    return Printed(row["kind"], row["words"], place, row["sha256"], row["speaker"])


def alterations_of(rows: Sequence[dict[str, Any]]) -> tuple[Alteration, ...]:
    """Changes at the source as they were kept."""
    found = []
    for row in rows:
        moments = (datetime.fromisoformat(row["start"]), datetime.fromisoformat(row["end"]))
        days = (date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
        window = Window(row["briefing"], row["kind"], *moments, *days)
        words = (row["outlet"], row["title"], row["url"], window, row["before"], row["after"], row["sha256"])
        found.append(Alteration(row["article"], *words))
    return tuple(found)
