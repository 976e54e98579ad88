"""A scratch copy of a library: for runs that may change nothing."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.migrations import recognise
from briefing.store.sqlite import advice


@contextmanager
def scratch_copy(path: Path) -> Iterator[Path]:
    """A copy of the library at `path` (an empty place where there is none), gone when the block ends.

    Raises StoreError, naming `path`, where it is no library or cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        copy = Path(folder) / "library.sqlite"
        if path.exists():
            try:
                with closing(sqlite3.connect(path)) as ours, closing(sqlite3.connect(copy)) as theirs:
                    recognise(ours, path)
                    ours.backup(theirs)
            except sqlite3.Error as error:
                raise StoreError(f"{path} {advice(error)}") from error
        yield copy
