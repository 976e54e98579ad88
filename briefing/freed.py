"""Freed memory, given back to the system.

What a step has let go of stays with the process, for it to use again; in pieces between what it still holds, so that
the large arrays of the next step find no room there and are had anew. After the articles of a large week have been
read, and read out of the library again, that is a third of all the memory the process seems to hold.
"""

from collections.abc import Callable
from functools import cache

# Articles from which on it is worth a look: what reading so many has left is some sixty megabytes, and looking takes a
# hundredth of a second.
MANY = 5_000


def give_back(articles: int = MANY) -> None:
    """Give back what a step has left that worked on so many articles, as far as the C library can (malloc_trim(3))."""
    if articles >= MANY and (trim := _trim()):
        trim(0)


@cache
def _trim() -> Callable[[int], object] | None:
    import ctypes

    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or Windows, which has no name for its own
        return None
