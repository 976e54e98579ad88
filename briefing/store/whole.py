"""Whole briefings as they were last composed, under all they were composed of: what need not be composed again."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from briefing.database.connection import CHUNK, marks
from briefing.database.seam import Seam
from briefing.model import Window
from briefing.store.mapping import guarded, to_moment
from briefing.store.standing import settle

# The tables a briefing is read from beside its articles, each in a fixed order. `test_whole` holds that every table
# of the library is named here or among those that no briefing is read from.
READ = {
    "event": "id",
    "event_article": "article",
    "correction": "number",
    "identity": "number",
    "printed": "briefing, topic",
    "printed_event": "briefing, topic, position",
    "edition": "briefing, topic, number",
}
UNREAD = frozenset(
    {
        "former",
        "delivery",
        "visit",
        "quoted",
        "quotation",
        "phrase",
        "source",
        "document",
        "told",
        "whole",
        "wording",
        "standing",
    }
)
# A briefing's own articles and those it looks back at, which are read as they are …
NEAR = "SELECT article, state FROM standing WHERE published >= ? AND published < ? ORDER BY published, article"
UNDATED = "SELECT article, state FROM standing WHERE published IS NULL ORDER BY article"
# … and all there are: of older ones it reads only what earlier briefings and events tell of; when they came tells
# whether one of them is another now.
ALL = ("SELECT count(*) FROM article", "SELECT max(number) FROM article", "SELECT max(seen_at) FROM article")
DAY = timedelta(days=1)  # to either side of a window: days begin at other times elsewhere
TEXTS = "SELECT id, text FROM article WHERE id IN (%s)"
KNOWN = "SELECT brief FROM whole WHERE briefing = ? AND topic = ? AND digest = ?"
KEEP = """INSERT INTO whole (briefing, topic, digest, brief) VALUES (?, ?, ?, ?)
    ON CONFLICT (briefing, topic) DO UPDATE SET digest = excluded.digest, brief = excluded.brief"""


class Whole(Seam):
    """Whole briefings of one library; every method raises StoreError where the file cannot be read or written."""

    def digest(self, window: Window, looking_back: timedelta, *inputs: str) -> str:
        """What tells the library as a briefing of that window reads it, and the further `inputs`, from any other."""
        told = hashlib.sha256()
        for each in inputs:
            told.update(each.encode("utf-8", "surrogatepass") + b"\0")
        span = (to_moment(window.start - looking_back - DAY), to_moment(window.end + DAY))
        queries: list[tuple[str, tuple[str, ...]]] = [(NEAR, span), (UNDATED, ()), *((each, ()) for each in ALL)]
        queries += [(f"SELECT * FROM {table} ORDER BY {order}", ()) for table, order in READ.items()]  # noqa: S608 our own names
        with self._errors():
            settle(self._connection)
            for query, values in queries:
                told.update(query.encode())
                rows = self._connection.execute(query, values).fetchall()
                told.update(repr(rows).encode("utf-8", "surrogatepass"))
        return told.hexdigest()

    def known(self, window: Window, topic: str, digest: str) -> str | None:
        """The briefing that was kept under that digest; None where there is none."""
        with self._errors():
            row = self._connection.execute(KNOWN, (guarded(window.id), guarded(topic), digest)).fetchone()
        return None if row is None else str(row[0])

    def texts(self, articles: Iterable[str]) -> dict[str, str]:
        """Article id → text, as the library has it now."""
        wanted = [guarded(article) for article in articles]
        found: dict[str, str] = {}
        with self._errors():
            for at in range(0, len(wanted), CHUNK):
                some = wanted[at : at + CHUNK]
                found |= dict(self._connection.execute(TEXTS % marks(some), some).fetchall())
        return found

    def keep(self, window: Window, topic: str, digest: str, brief: str) -> None:
        """Keep a briefing, in place of the one of the same window and topic."""
        with self._transaction():
            self._connection.execute(KEEP, (guarded(window.id), guarded(topic), digest, brief))
