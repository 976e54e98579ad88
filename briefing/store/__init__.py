"""Store: new, changed, or known already; what a window of time holds. `Article`s ↔ library."""

from briefing.database.address import Address
from briefing.errors import StoreError
from briefing.store.library import Added, Library

__all__ = ["Added", "Library", "open_library"]


def open_library(library: Address, *, create: bool = True) -> Library:
    """Open a library, making it where there is none if `create`; use it in a `with` statement.

    A library of an older schema is brought up to date first, a copy of the old one left beside it if it is a file.
    Raises StoreError where there is none to open, and where what is there is no library, is damaged, locked, of a newer
    schema, or may not be written; where a server cannot be reached, or lets nobody in.
    """
    from briefing.store.articles import Articles

    if not create and not library.exists():
        raise StoreError(f"there is no library {library}: name the one to use with --library, or make a briefing first")
    return Articles(library)
