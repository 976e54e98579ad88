"""The ledger: a table of the library that says what was delivered to whom. Only reads and writes; `delivery` decides.

Its own connection, which sees every line to the disk before it goes on: what was sent must be known even after a
power cut.
"""

from datetime import UTC, datetime
from typing import Any

from briefing.database.connection import Use
from briefing.database.seam import Seam
from briefing.deliver.delivery import Entry, Key
from briefing.errors import DeliverError

COLUMNS = "briefing, edition, recipient, state, tries, message_id, changed_at, retry_at, reply"
PUT = f"""INSERT INTO delivery ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (briefing, edition, recipient) DO UPDATE SET state = excluded.state, tries = excluded.tries,
        message_id = excluded.message_id, changed_at = excluded.changed_at, retry_at = excluded.retry_at,
        reply = excluded.reply"""  # noqa: S608 our own column names


class Ledger(Seam):
    """The deliveries of one library; every method raises DeliverError where that cannot be read or written."""

    wrong = DeliverError
    use = Use(durable=True)

    def entry(self, key: Key) -> Entry | None:
        """The line for that key, if there is one."""
        found = self._select("WHERE briefing = ? AND edition = ? AND recipient = ?", *row_of(key))
        return found[0] if found else None

    def entries(self, briefing: str | None = None) -> tuple[Entry, ...]:
        """All lines, or those of one briefing, by briefing, edition and recipient."""
        order = "ORDER BY briefing, edition, recipient"
        return self._select(f"WHERE briefing = ? {order}", briefing) if briefing else self._select(order)

    def known_since(self, recipient: str) -> datetime | None:
        """When the ledger first had to do with a recipient; None: never."""
        query = "SELECT min(changed_at) FROM delivery WHERE recipient = ?"
        with self._errors():
            moment = self._connection.execute(query, (recipient.lower(),)).fetchone()[0]
        return datetime.fromisoformat(moment) if moment else None

    def put(self, entry: Entry) -> None:
        """Write a line, over the one of the same key; on the disk when this returns."""
        values = (*row_of(entry.key), entry.state, entry.tries, entry.message_id, moment(entry.changed_at))
        retry_at = moment(entry.retry_at) if entry.retry_at else None
        with self._transaction():
            self._connection.execute(PUT, (*values, retry_at, entry.reply))

    def _select(self, clause: str, *values: object) -> tuple[Entry, ...]:
        query = f"SELECT {COLUMNS} FROM delivery {clause}"  # noqa: S608 no caller passes anything but its own text
        with self._errors():
            return tuple(map(from_row, self._connection.execute(query, values)))


def row_of(key: Key) -> tuple[str, int, str]:
    """The key as columns; an address is the same in capitals."""
    return key.briefing, key.edition, key.recipient.lower()


def from_row(row: tuple[Any, ...]) -> Entry:
    """The entry of a row."""
    briefing, edition, recipient, state, tries, message_id, changed_at, retry_at, reply = row
    return Entry(
        key=Key(briefing, edition, recipient),
        state=state,
        tries=tries,
        message_id=message_id,
        changed_at=datetime.fromisoformat(changed_at),
        retry_at=datetime.fromisoformat(retry_at) if retry_at else None,
        reply=reply,
    )


def moment(time: datetime) -> str:
    """An aware time as text whose order is that of time."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")
