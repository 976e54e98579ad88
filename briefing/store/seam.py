"""What all the tables beside the articles share: one file, one connection, errors of one line, all or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import StoreError
from briefing.store.sqlite import BUSY_SECONDS, advice


class Seam:
    """A connection of its own to one library; every method raises StoreError where the file cannot be used."""

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        """path: a library that was opened, and so brought up to date, before. shared: by threads that take turns."""
        self._path = path
        with self._errors():
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=not shared
            )

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """SQLite's errors as one line each that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} {advice(error)}") from error
