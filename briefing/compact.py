"""Compact: articles of a large week hold their texts as UTF-8, half of what Python takes for a text with a curly mark.

Nobody need know: the text is there as ever, made anew when it is asked for. A compact article equals one with the same
fields, and what is made of it (`dataclasses.replace`), or arrives at another process, is an ordinary one.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

ENCODING, LONE = "utf-8", "surrogatepass"  # half a surrogate pair stays one
MADE_KEPT = 512  # texts: what is asked for sentence by sentence is not made anew each time


class Compact:
    """What may hold its text as UTF-8, where the slot for it is empty."""

    __slots__ = ("_encoded",)

    if not TYPE_CHECKING:  # for whom any name would be an attribute then

        def __getattr__(self, name: str) -> str:
            if name == "text":
                return _decoded(self._encoded)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


class Texted(Protocol):
    """What has a text."""

    @property
    def text(self) -> str:
        """The text."""


Whole = TypeVar("Whole", bound=Texted)


def compacted(article: Whole) -> Whole:
    """This very article, which nobody else may have yet; a text in ASCII stays as it is, as it takes no less."""
    if not article.text.isascii():
        object.__setattr__(article, "_encoded", article.text.encode(ENCODING, LONE))
        object.__delattr__(article, "text")
    return article


@lru_cache(maxsize=MADE_KEPT)
def _decoded(text: bytes) -> str:
    return text.decode(ENCODING, LONE)
