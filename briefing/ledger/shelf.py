"""Shelf: a library opened for its ledger, every article's quotations found, and everybody known."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from briefing.database import Address
from briefing.ledger import book, roll, who
from briefing.ledger.finding import fill, method
from briefing.ledger.naming import named_by_user
from briefing.pipeline import Progress, day_of, silent
from briefing.quote.people import People
from briefing.store import Library, open_library
from briefing.store.quotations import Quotations


class Shelf(NamedTuple):
    """What the ledger's questions are asked of."""

    library: Library
    path: Address
    people: People
    timezone: str  # IANA name; days are told in it

    def read(self, wanted: book.Wanted) -> tuple[book.Line, ...]:
        """The quotations asked for."""
        return book.read(self.library, self.path, self.people, wanted, day_of(self.timezone))

    def roll(self, wanted: book.Wanted) -> tuple[roll.Person, ...]:
        """The people who said what is asked for."""
        return roll.roll(self.read(wanted), self.spellings())

    def spellings(self) -> dict[str, list[str]]:
        """A person's name → all names that are hers or his, that one first."""
        return who.spellings(self.people)

    def merge(self, names: Sequence[str], at: datetime) -> str:
        """See `who.merge`."""
        return who.merge(self.people, self.path, names, at=at)

    def apart(self, name: str, others: Sequence[str], at: datetime) -> tuple[str, ...]:
        """See `who.apart`."""
        return who.apart(self.people, self.path, name, others, at=at)


@contextmanager
def open_shelf(path: Address, timezone: str, progress: Progress = silent) -> Iterator[Shelf]:
    """Open the library in that file; raises StoreError as `open_library` does where there is none."""
    with open_library(path, create=False) as library:
        fill(library, path, progress)
        with Quotations(path) as quotations:
            every = named_by_user(quotations.all(method()), library, path)
        yield Shelf(library, path, who.who(library, path, every), timezone)
