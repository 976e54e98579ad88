"""The ledger: who said what, when, and where it was printed, over the whole library."""

from briefing.ledger.book import Line, Wanted
from briefing.ledger.finding import fill, quoted
from briefing.ledger.roll import Person, Stint
from briefing.ledger.shelf import Shelf, open_shelf
from briefing.ledger.who import undo

__all__ = ["Line", "Person", "Shelf", "Stint", "Wanted", "fill", "open_shelf", "quoted", "undo"]
