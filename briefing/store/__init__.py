"""Store: new, changed, or known already; what a window of time holds. `Article`s ↔ library."""

from pathlib import Path

from briefing.errors import StoreError
from briefing.store.library import Added, Library

__all__ = ["Added", "Library", "open_library"]


def open_library(path: Path, *, create: bool = True) -> Library:
    """Open the library in that file, making it where there is none if `create`; use it in a `with` statement.

    A library of an older schema is brought up to date first, a copy of the old file left beside it.
    Raises StoreError where there is none to open, and where the file is no library, is damaged, locked, of a newer
    schema, or may not be written.
    """
    from briefing.store.sqlite import SqliteLibrary

    if not create and not path.exists():
        raise StoreError(f"there is no library {path}: name the one to use with --library, or make a briefing first")
    return SqliteLibrary(path)
