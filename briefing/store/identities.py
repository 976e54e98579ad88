"""Identities: a table of the library that holds what the user said of who is who."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from briefing.database.seam import Seam
from briefing.store.mapping import guarded, to_moment

EVERY = "SELECT number, kind, names, made_at FROM identity ORDER BY number"
LATEST = "SELECT number, kind, names FROM identity ORDER BY number DESC LIMIT 1"
NUMBERED = "SELECT number, kind, names FROM identity WHERE number = ?"


class Identity(NamedTuple):
    """One thing the user said of some names."""

    kind: Literal["same", "apart"]
    names: tuple[str, ...]  # same: all of one person; apart: the first is none of the others


class KeptIdentity(NamedTuple):
    """The same as the library keeps it."""

    number: int  # by which it can be taken back; later ones have higher numbers
    made_at: datetime  # UTC
    identity: Identity


class Identities(Seam):
    """What the user said; every method raises StoreError where the file cannot be read or written."""

    def said(self) -> tuple[Identity, ...]:
        """All that was said, in the order it was said."""
        return tuple(each.identity for each in self.kept())

    def kept(self) -> tuple[KeptIdentity, ...]:
        """The same, with when it was said and by which number it can be taken back."""
        with self._errors():
            rows = self._connection.execute(EVERY).fetchall()
        return tuple(
            KeptIdentity(number, datetime.fromisoformat(made_at), Identity(kind, tuple(json.loads(names))))
            for number, kind, names, made_at in rows
        )

    def say(self, kind: Literal["same", "apart"], names: Sequence[str], *, at: datetime) -> None:
        """Keep one thing more. `at` is aware."""
        listed = json.dumps([guarded(name) for name in names], ensure_ascii=False)
        with self._transaction():
            self._connection.execute(
                "INSERT INTO identity (kind, names, made_at) VALUES (?, ?, ?)", (kind, listed, to_moment(at))
            )

    def undo(self, number: int | None = None) -> Identity | None:
        """Take back what has that number, what was said last if none is given, and tell what it was; None: nothing."""
        with self._transaction():
            asked = (LATEST,) if number is None else (NUMBERED, (number,))
            row = self._connection.execute(*asked).fetchone()
            if row is not None:
                self._connection.execute("DELETE FROM identity WHERE number = ?", row[:1])
        return None if row is None else Identity(row[1], tuple(json.loads(row[2])))
