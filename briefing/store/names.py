"""Names: the ids that things in a library are called by; only reads."""

from typing import Literal

from briefing.database.seam import Seam

# What was dropped is an event without a headline, and not told.
NAMES = """SELECT id, 'article' FROM article UNION ALL SELECT id, 'event' FROM event WHERE headline <> '' ORDER BY 1"""


class Names(Seam):
    """The ids of one library; raises StoreError where the file cannot be read."""

    def all(self) -> dict[str, Literal["article", "event"]]:
        """Id → what it is of."""
        with self._errors():
            return dict(self._connection.execute(NAMES).fetchall())
