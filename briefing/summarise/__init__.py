"""Summarise: which sentences, in which order, within how many words. An event's articles → `Extract`s."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.summarise.summary import summarise

__all__ = ["summarise"]


def __getattr__(name: str) -> object:
    """`summarise`, imported when it is asked for (PEP 562): a method's name is checked without NumPy and SciPy."""
    if name != "summarise":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefing.summarise.summary import summarise

    return summarise
