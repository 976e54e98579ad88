"""The ledger: who said what, when, and where it was printed, over the whole library."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.ledger.book import Line, Wanted
    from briefing.ledger.finding import fill, quoted
    from briefing.ledger.roll import Person, Stint
    from briefing.ledger.shelf import Shelf, open_shelf
    from briefing.ledger.who import undo

# Imported when they are asked for: a briefing only has quotations looked for (`ledger.finding`).
HOMES = {
    "Line": "book",
    "Person": "roll",
    "Shelf": "shelf",
    "Stint": "roll",
    "Wanted": "book",
    "fill": "finding",
    "open_shelf": "shelf",
    "quoted": "finding",
    "undo": "who",
}

__all__ = ["Line", "Person", "Shelf", "Stint", "Wanted", "fill", "open_shelf", "quoted", "undo"]


def __getattr__(name: str) -> object:
    """The names of `HOMES`, from their modules (PEP 562)."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
