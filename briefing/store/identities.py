"""Identities: a table of the library that holds what the user said of who is who."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.database.seam import Seam
from briefing.store.mapping import guarded, to_moment

LATEST = "SELECT number, kind, names FROM identity ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Identity:
    """One thing the user said of some names."""

    kind: Literal["same", "apart"]
    names: tuple[str, ...]  # same: all of one person; apart: the first is none of the others


class Identities(Seam):
    """What the user said; every method raises StoreError where the file cannot be read or written."""

    def said(self) -> tuple[Identity, ...]:
        """All that was said, in the order it was said."""
        with self._errors():
            rows = self._connection.execute("SELECT kind, names FROM identity ORDER BY number").fetchall()
        return tuple(Identity(kind, tuple(json.loads(names))) for kind, names in rows)

    def say(self, kind: Literal["same", "apart"], names: Sequence[str], *, at: datetime) -> None:
        """Keep one thing more. `at` is aware."""
        listed = json.dumps([guarded(name) for name in names], ensure_ascii=False)
        with self._transaction():
            self._connection.execute(
                "INSERT INTO identity (kind, names, made_at) VALUES (?, ?, ?)", (kind, listed, to_moment(at))
            )

    def undo(self) -> Identity | None:
        """Take back what was said last, and tell what it was; None where nothing was said."""
        with self._transaction():
            row = self._connection.execute(LATEST).fetchone()
            if row is not None:
                self._connection.execute("DELETE FROM identity WHERE number = ?", row[:1])
        return None if row is None else Identity(row[1], tuple(json.loads(row[2])))
