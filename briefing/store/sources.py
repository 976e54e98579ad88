"""Sources: two tables of the library that tell what came of each file when it was last read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from briefing.database.connection import CHUNK, marks
from briefing.database.seam import Seam
from briefing.model import Problem
from briefing.store.mapping import guarded, optional
from briefing.store.standing import settle

READ = """SELECT name, mark, digest, document.article, document.state, problems, standing.state
    FROM source JOIN document ON document.source = name LEFT JOIN standing ON standing.article = document.article
    WHERE method = ? AND name IN (%s) ORDER BY name, position"""
STATES = "SELECT article, state FROM standing WHERE article IN (%s)"
OF_WORDS = "SELECT id FROM article WHERE sha256 IN (%s)"
FORGET = ("DELETE FROM source WHERE name = ?", "DELETE FROM document WHERE source = ?")
KEEP = "INSERT INTO source VALUES (?, ?, ?)"
KEEP_DOCUMENT = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)"
NO_PROBLEMS = "[]"


class Read(NamedTuple):
    """What came of one document of a source."""

    digest: str  # of the document; "" where there was none, only a problem
    article_id: str | None  # as stored
    problems: tuple[Problem, ...]
    state: str | None  # of the article it gave; None: of the one in the library, whichever; "": to be cleaned again
    lasting: bool = True  # whether the library still has it so


class Source(NamedTuple):
    """What came of one file."""

    mark: str  # of the state it was in
    documents: tuple[Read, ...]  # in the order they stand in it


class Sources(Seam):
    """What was read; every method raises StoreError where the file cannot be read or written."""

    def known(self, names: Iterable[str], method: int) -> dict[str, Source]:
        """By name, the sources that this version of the method has read; a document lasts while its article does."""
        wanted = [guarded(name) for name in names]
        found = {}
        for at in range(0, len(wanted), CHUNK):
            some = wanted[at : at + CHUNK]
            with self._errors():
                settle(self._connection)
                rows = self._connection.execute(READ % marks(some), (method, *some)).fetchall()
            for (name, mark), documents in groupby(rows, key=lambda row: row[:2]):
                found[name] = Source(mark, tuple(map(as_read, documents)))
        return found

    def of_words(self, digests: Iterable[str]) -> frozenset[str]:
        """The ids of the articles whose words have one of these digests."""
        wanted = sorted(set(digests))
        found: set[str] = set()
        for at in range(0, len(wanted), CHUNK):
            some = wanted[at : at + CHUNK]
            with self._errors():
                found.update(row[0] for row in self._connection.execute(OF_WORDS % marks(some), some))
        return frozenset(found)

    def remember(self, sources: Mapping[str, Source], method: int) -> None:
        """Keep what came of these sources, their articles being in the library, in place of what is known, or nothing.

        A source without a mark is forgotten.
        """
        every = (read for each in sources.values() for read in each.documents)
        states = self._states({each.article_id for each in every if each.state is None and each.article_id})
        with self._transaction():
            for name, source in sources.items():
                for step in FORGET:
                    self._connection.execute(step, (guarded(name),))
                if source.mark:
                    self._connection.execute(KEEP, (guarded(name), source.mark, method))
                    self._connection.executemany(KEEP_DOCUMENT, as_rows(name, source.documents, states))

    def _states(self, ids: Iterable[str]) -> dict[str, str]:
        wanted = sorted(map(guarded, ids))
        states: dict[str, str] = {}
        for at in range(0, len(wanted), CHUNK):
            some = wanted[at : at + CHUNK]
            with self._errors():
                rows = self._connection.execute(STATES % marks(some), some)
                states |= dict(rows)
        return states


def as_read(row: tuple[Any, ...]) -> Read:
    """The document of a row."""
    _, _, digest, article_id, then, problems, now = row
    lasting = then == (now if article_id is not None else NOTHING)
    told = () if problems == NO_PROBLEMS else tuple(Problem(*each) for each in json.loads(problems))
    return Read(digest, article_id, told, then, lasting)


NOTHING = "none"
"""The state of what is no article, and will be none."""


def as_rows(name: str, documents: Iterable[Read], states: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a source's documents; JSON keeps half a surrogate pair as an escape."""
    for position, read in enumerate(documents):
        article_id = optional(read.article_id)
        then = read.state
        if then is None:
            then = NOTHING if article_id is None else states.get(article_id, "")
        problems = json.dumps([(each.stage, each.subject, each.message) for each in read.problems])
        yield guarded(name), position, read.digest, article_id, then, problems
