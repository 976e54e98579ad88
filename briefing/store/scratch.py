"""A scratch copy of a library: for runs that may change nothing."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.database.address import Address
from briefing.database.seam import errors, opened
from briefing.database.sqlite import connect
from briefing.database.transaction import snapshot, transaction
from briefing.store.migrations import MIGRATIONS, migrate, recognise
from briefing.store.transfer import copied


@contextmanager
def scratch_copy(library: Address) -> Iterator[Path]:
    """A copy of the library in a file (an empty place where there is none), gone when the block ends.

    Raises StoreError, naming `library`, where it is no library or cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        copy = Path(folder) / "library.sqlite"
        with errors(library):
            if library.exists():
                fill(copy, library)
        yield copy


def fill(copy: Path, library: Address) -> None:
    """Copy a library of any kind into a file: a file as it is, one on a server row by row."""
    if isinstance(library, Path):
        with closing(connect(library)) as ours, closing(connect(copy)) as theirs:
            recognise(ours, library)
            ours.backup(theirs)
        return
    with opened(library) as ours, closing(connect(copy)) as theirs:
        migrate(theirs, copy, MIGRATIONS[: recognise(ours, library)])
        with snapshot(ours), transaction(theirs):
            copied(ours, theirs)
