"""Phrases: a table of the library that holds the paragraphs each outlet repeats."""

from collections.abc import Iterable
from datetime import datetime

from briefing.database.seam import Seam
from briefing.model import Article
from briefing.store.articles import ALL
from briefing.store.mapping import from_row, guarded, to_moment

KNOWN = "SELECT phrase FROM phrase WHERE outlet = ?"
KEEP = "INSERT INTO phrase VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
# Ids are digests, so those of the lowest ids are a sample that chance drew, and draws again the same.
OF_YEAR = f"SELECT {ALL} FROM article WHERE outlet = ? AND published >= ? AND published < ? ORDER BY id LIMIT ?"  # noqa: S608 our own column names
OF_OUTLET = f"SELECT {ALL} FROM article WHERE outlet = ? ORDER BY id"  # noqa: S608 our own column names


class Phrases(Seam):
    """What outlets repeat; every method raises StoreError where the file cannot be read or written."""

    def known(self, outlet: str) -> frozenset[str]:
        """The keys of the paragraphs that outlet is known to repeat."""
        with self._errors():
            return frozenset(row[0] for row in self._connection.execute(KNOWN, (guarded(outlet),)))

    def keep(self, outlet: str, phrases: Iterable[tuple[str, str]], *, at: datetime) -> None:
        """Keep paragraphs of that outlet: their keys, and how they stood in an article."""
        rows = [(guarded(outlet), guarded(key), guarded(shown), to_moment(at)) for key, shown in phrases]
        with self._transaction():
            self._connection.executemany(KEEP, rows)

    def sample(self, outlet: str, year: int, most: int) -> tuple[Article, ...]:
        """At most so many of the outlet's articles of a year, the same ones every time, by id."""
        span = (f"{year:04}", f"{year + 1:04}")  # of moments as they are stored
        with self._errors():
            return tuple(map(from_row, self._connection.execute(OF_YEAR, (guarded(outlet), *span, most))))

    def of(self, outlet: str) -> tuple[Article, ...]:
        """All current articles of that outlet, by id."""
        with self._errors():
            return tuple(map(from_row, self._connection.execute(OF_OUTLET, (guarded(outlet),))))
