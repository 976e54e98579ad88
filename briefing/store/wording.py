"""Wording: a table of the library that holds the words of articles' texts, read once for each version of a text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zlib import crc32

from briefing.database.address import Address
from briefing.database.connection import CHUNK, marks
from briefing.database.seam import Seam
from briefing.store.mapping import guarded, to_moment

KNOWN = "SELECT article, sha256 FROM wording WHERE method = ? AND article IN (%s)"
FOUND = "SELECT article, sha256, checksum, vocabulary, places FROM wording WHERE method = ? AND article IN (%s)"
FORGET = "DELETE FROM wording WHERE article = ?"
KEEP = "INSERT INTO wording VALUES (?, ?, ?, ?, ?, ?)"
FORGET_OLD = """DELETE FROM wording
    WHERE article IN (SELECT article FROM standing WHERE published >= ? AND published < ?)"""


class Wording(NamedTuple):
    """The words of one text."""

    vocabulary: bytes  # its different words in UTF-8, as they first come, a line each
    places: bytes  # the text as places in that, as whoever keeps it packs them

    def checksum(self) -> int:
        """CRC-32 of both: what a disk has damaged is not taken for words."""
        return crc32(self.places, crc32(self.vocabulary))


class Wordings(Seam):
    """The words of the articles of one library; every method raises StoreError where it cannot be read or written."""

    def __init__(self, library: Address, method: int) -> None:
        """library: one that was opened, and so brought up to date, before. method: the version of reading words."""
        super().__init__(library)
        self._method = method

    def known(self, articles: Mapping[str, str]) -> frozenset[str]:
        """Which of these articles, sha256 by id, are known in those very words."""
        return frozenset(
            article
            for some in chunks(list(articles))
            for article, sha256 in self._rows(KNOWN, some)
            if articles.get(article) == sha256
        )

    def of(self, articles: Mapping[str, str]) -> dict[str, Wording]:
        """By id, the words of those of these articles, sha256 by id, that are known in those very words, unharmed."""
        found = {}
        for some in chunks(list(articles)):
            for article, sha256, checksum, vocabulary, places in self._rows(FOUND, some):
                if (
                    articles.get(article) != sha256
                    or not isinstance(vocabulary, bytes)
                    or not isinstance(places, bytes)
                ):
                    continue
                wording = Wording(vocabulary, places)
                if wording.checksum() == checksum:
                    found[article] = wording
        return found

    def keep(self, found: Mapping[str, tuple[str, Wording]]) -> None:
        """Keep the words of articles, sha256 and words by id, in place of what was known of them, all or none."""
        rows = [
            (guarded(key), sha256, self._method, its.checksum(), its.vocabulary, its.places)
            for key, (sha256, its) in found.items()
        ]
        with self._transaction():
            self._connection.executemany(FORGET, [row[:1] for row in rows])
            self._connection.executemany(KEEP, rows)

    def forget(self, start: datetime, end: datetime) -> None:
        """Let go of the words of what was published from `start` to `end`, aware."""
        with self._transaction():
            self._connection.execute(FORGET_OLD, (to_moment(start), to_moment(end)))

    def _rows(self, query: str, ids: Sequence[str]) -> list[tuple[Any, ...]]:
        with self._errors():
            return self._connection.execute(query % marks(ids), (self._method, *ids)).fetchall()


def chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """As many ids at a time as a query takes."""
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
