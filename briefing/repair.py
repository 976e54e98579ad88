"""Repair: all of `brief doctor --repair`, from a damaged library to one that can be used."""

import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.config import load
from briefing.rows import digest
from briefing.store.salvage import Salvaged, reader, salvage


def mend(folder: Path, library: Path | None = None) -> str:
    """Salvage the library of that folder if it is damaged; one line that tells what came of it.

    Raises StoreError where nothing can be salvaged.
    """
    path = library or load(folder).library
    if not path.exists():
        return f"{path} is not there: nothing to repair"
    if is_whole(path):
        return f"{path} is whole: nothing to repair"
    return told(path, salvage(path, lambda title, text, sha256: digest(title, text) == sha256))


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    try:
        with closing(reader(path)) as connection:
            return list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
    except sqlite3.Error:
        return False


def told(path: Path, salvaged: Salvaged) -> str:
    """What was kept, in a line."""
    spoiled = f"; {salvaged.spoiled:,} articles had lost their words and were left out" if salvaged.spoiled else ""
    articles, others = salvaged.kept.get("article", 0), sum(salvaged.kept.values())
    return (
        f"{path} holds again what could be read: {articles:,} articles, {others - articles:,} other rows{spoiled}. "
        f"The damaged file is {salvaged.damaged}. Add your sources again: what was lost comes back, once."
    )
