"""The seam: what all tables of a library share: one connection, errors of one line, all or nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any, ClassVar, Protocol

from briefing.closing import Closing
from briefing.database.address import Address, Server
from briefing.database.connection import Connection, Use
from briefing.database.transaction import snapshot, transaction
from briefing.errors import BriefError, StoreError

PLAIN = Use()


class Backend(Protocol):
    """What reaches one kind of database."""

    Error: type[Exception]
    Misfit: tuple[type[Exception], ...]  # of these, those that a row which does not fit its table is told by

    def connect(self, library: Any, use: Use, /) -> Connection:
        """See `connect`."""

    def look(self, library: Any, /) -> Connection:
        """See `opened`."""

    def advice(self, error: Exception, /) -> str:
        """What is wrong, and what to do about it; goes on where a sentence begins with the library's name."""


def backend(library: Address) -> Backend:
    """What reaches that library; StoreError where it is not installed."""
    if not isinstance(library, Server):
        from briefing.database import sqlite

        return sqlite
    try:
        from briefing.database import postgresql
    except ImportError as error:
        raise StoreError(
            f"{library} is on a PostgreSQL server, which psycopg reaches ({error}): pip install 'brief[postgresql]'"
        ) from None
    return postgresql


def connect(library: Address, use: Use = PLAIN) -> Connection:
    """A connection to that library; raises what the database raises."""
    return backend(library).connect(library, use)


def opened(library: Address) -> closing[Connection]:
    """The same for a `with` statement, to look and change nothing, whatever schema it has and whether it is whole."""
    return closing(backend(library).look(library))


@contextmanager
def errors(library: Address, wrong: type[BriefError] = StoreError) -> Iterator[None]:
    """The database's errors as one line each that says what to do."""
    reached = backend(library)
    try:
        yield
    except reached.Error as error:
        raise wrong(f"{library} {reached.advice(error)}") from error


class Seam(Closing):
    """A connection of its own to one library; every method raises `wrong` where that cannot be used."""

    wrong: ClassVar[type[BriefError]] = StoreError
    use: ClassVar[Use] = PLAIN

    def __init__(self, library: Address, *, shared: bool = False) -> None:
        """library: one that was opened, and so brought up to date, before. shared: by threads that take turns."""
        self._library = library
        with self._errors():
            self._connection = connect(library, replace(self.use, shared=shared))

    def close(self) -> None:
        """Let go of the library. Closing twice does nothing."""
        self._connection.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with errors(self._library, self.wrong):
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing, with the database's errors as ours."""
        with self._errors(), transaction(self._connection):
            yield

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """One moment's state, with the database's errors as ours."""
        with self._errors(), snapshot(self._connection):
            yield
