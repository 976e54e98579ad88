"""A scratch copy of a library: for runs that may change nothing."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def scratch_copy(path: Path) -> Iterator[Path]:
    """A copy of the library at `path` (an empty place where there is none), gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        copy = Path(folder) / "library.sqlite"
        if path.exists():
            with closing(sqlite3.connect(path)) as ours, closing(sqlite3.connect(copy)) as theirs:
                ours.backup(theirs)
        yield copy
