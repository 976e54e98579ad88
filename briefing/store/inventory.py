"""Inventory: all that a library holds as rows, of one moment, to tell at once whether anything is new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefing.database.connection import Use
from briefing.database.seam import Seam
from briefing.model import Article, Edition, Event, Quote
from briefing.store.mapping import COLUMNS, from_row
from briefing.store.matching import matching
from briefing.store.quotations import FOUND, ORDER, as_quote
from briefing.store.stock import EDITIONS, EVENTS, HEAD, IN_TIME, TOLD, as_editions, as_events

Row = tuple[Any, ...]

HEADS = f"SELECT {HEAD} FROM article ORDER BY id"  # noqa: S608 our own column names
MARKED = "kind, subjects, others, event, start, stop, sha256, words, name"
SAID = {
    "correction": f"SELECT {MARKED} FROM correction ORDER BY number",  # noqa: S608 our own column names
    "identity": "SELECT kind, names FROM identity ORDER BY number",
}


AUTHORS, PUBLISHED, REMOVED = (COLUMNS.index(each) for each in ("authors", "published", "removed"))
NONE = "[]"  # no author, nothing removed: of most articles of most libraries


@dataclass(frozen=True, slots=True)
class Rows:
    """A library's rows: the same rows, the same library, as far as a page shows it.

    Texts of articles are left out: an article's row holds the digest of its text.
    """

    heads: Sequence[Row]  # articles by id, each as `from_row` takes it, with "" for its text
    printed: Sequence[Row]
    told: Sequence[Row]
    members: Sequence[Row]  # articles with their events
    quotations: Sequence[Row]  # of one version of the method
    said: Sequence[Row]  # what the user said of events, words and people

    def articles(self) -> dict[str, Row]:
        """The rows of the articles, by id."""
        return {row[0]: row for row in self.heads}

    def editions(self) -> tuple[Edition, ...]:
        """Every briefing that was made, with what it told, the latest first."""
        return as_editions(self.printed, self.told)

    def events(self) -> tuple[Event, ...]:
        """The events by first time (undated last), then id, as they were last found."""
        return as_events(self.members)

    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation, by article, in the order they stand."""
        return tuple(map(as_quote, self.quotations))


def head(row: Row) -> Article:
    """The article of one of the `heads`: what `from_row` makes of it, in a third of the time."""
    published, authors, removed = row[PUBLISHED], row[AUTHORS], row[REMOVED]
    if authors != NONE or removed != NONE:
        return from_row(row)
    moment = datetime.fromisoformat(published) if published else None
    return Article(*(*row[:AUTHORS], (), moment, *row[PUBLISHED + 1 : REMOVED], ()))


class Inventory(Seam):
    """What one library holds; every method raises StoreError where it cannot be read."""

    use = Use(reading=True)

    def rows(self, method: int) -> Rows:
        """All rows, of one moment. method: the version whose quotations are wanted."""

        def every(query: str, *values: object) -> list[Row]:
            return self._connection.execute(query, values).fetchall()

        with self._snapshot():
            return Rows(
                heads=every(HEADS),
                printed=every(EDITIONS),
                told=every(f"{TOLD} ORDER BY briefing, topic, position"),
                members=every(f"{EVENTS} {IN_TIME}"),
                quotations=every(f"{FOUND} {ORDER}", method),
                said=[row for query in SAID.values() for row in every(query)],
            )

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """The texts of these articles, by id."""
        with self._errors():
            return dict(matching(self._connection, "SELECT id, text FROM article WHERE id", ids))
