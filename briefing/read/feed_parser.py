"""feedparser, kept from what would take it the square of a text's length.

It looks for a mail address in every author's name by a pattern that begins with a run of letters: a name of 20,000
digits takes it 1.4 seconds, one of a megabyte an hour (seen in 6.0.13 and 6.0.14). A name that long is nobody's.
"""

from functools import cache
from types import ModuleType
from typing import Any

LONGEST_AUTHOR = 500
"""Characters of an author as a feed has it, address and all; `feed.LONGEST_NAME` keeps fewer."""


@cache
def feed_parser() -> ModuleType:
    """The package, its search for addresses bounded; as it is where a later version searches elsewhere."""
    import feedparser

    module: ModuleType = feedparser
    try:
        from feedparser.mixin import _FeedParserMixin as Mixin

        unbounded = Mixin._sync_author_detail
    except (ImportError, AttributeError):
        return module

    def bounded(self: Any, key: str = "author") -> None:
        context = self._get_context()
        author = context.get(key)
        if isinstance(author, str) and len(author) > LONGEST_AUTHOR:
            context[key] = author[:LONGEST_AUTHOR]
        unbounded(self, key)

    Mixin._sync_author_detail = bounded
    return module
