"""Repair: all of `brief doctor --repair`, from a damaged library to one that can be used."""

from pathlib import Path

from briefing.config import load
from briefing.database import Address
from briefing.database.seam import errors, opened
from briefing.errors import StoreError
from briefing.rows import digest
from briefing.store.salvage import Salvaged, salvage


def mend(folder: Path, library: Address | None = None) -> str:
    """Salvage the library of that folder if it is damaged; one line that tells what came of it.

    Raises StoreError where nothing can be salvaged.
    """
    place = library or load(folder).library
    if not isinstance(place, Path):
        return f"{place} is on a server, which mends its own files: nothing to repair; pg_dump keeps copies"
    if not place.exists():
        return f"{place} is not there: nothing to repair"
    if is_whole(place):
        return f"{place} is whole: nothing to repair"
    return told(place, salvage(place, lambda title, text, sha256: digest(title, text) == sha256))


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    try:
        with errors(path), opened(path) as connection:
            return not connection.faults()
    except StoreError:
        return False


def told(path: Path, salvaged: Salvaged) -> str:
    """What was kept, in a line."""
    spoiled = f"; {salvaged.spoiled:,} articles had lost their words and were left out" if salvaged.spoiled else ""
    articles, others = salvaged.kept.get("article", 0), sum(salvaged.kept.values())
    return (
        f"{path} holds again what could be read: {articles:,} articles, {others - articles:,} other rows{spoiled}. "
        f"The damaged file is {salvaged.damaged}. Add your sources again: what was lost comes back, once."
    )
