"""Posting: a round of letters, each through the ledger; whatever happens, it says what became of whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing.deliver.delivery import Entry, Key, Outcome, begun, ended, step
from briefing.deliver.ledger import Ledger
from briefing.deliver.smtp import Carrier, SessionError
from briefing.errors import BriefError

FAILURES_MAX = 2  # sessions that fail one after the other before the rest of a round is put off


@dataclass(frozen=True, slots=True)
class Item:
    """One letter to be sent."""

    key: Key
    sender: str  # address
    to: str  # address
    message_id: str
    data: Callable[[], bytes]  # the message, made only when it is needed


def post(
    items: Sequence[Item], ledger: Ledger, carrier: Carrier, clock: Callable[[], datetime], *, retry: bool = False
) -> tuple[Entry, ...]:
    """Send what is to be sent, in order; returns the ledger's line for every item, in the same order.

    Nothing raises but a ledger that cannot be written: without it nobody may be sent anything.
    """
    entries = []
    failures = 0
    for item in items:
        entry = ledger.entry(item.key)
        if step(entry, clock(), retry=retry) == "send":
            said = "not tried: the server could not be used for those before" if failures >= FAILURES_MAX else None
            entry, failed = one(item, entry, ledger, carrier, clock, put_off=said)
            failures = failures + 1 if failed else 0
        assert entry is not None  # noqa: S101 only an absent entry is always sent
        entries.append(entry)
    return tuple(entries)


def one(
    item: Item,
    entry: Entry | None,
    ledger: Ledger,
    carrier: Carrier,
    clock: Callable[[], datetime],
    *,
    put_off: str | None,
) -> tuple[Entry, bool]:
    """One transaction between two lines of the ledger; and whether it was the session that failed."""
    try:
        data = item.data()
        if put_off is not None:
            raise SessionError(put_off)
        carrier.ready()  # before the ledger says "sending": what was never begun need not be repeated
        entry = begun(entry, item.key, item.message_id, clock())
        ledger.put(entry)
        outcome = carrier.carry(item.sender, item.to, data)
        failed = outcome.state == "deferred" and outcome.reply.startswith("connection lost")
    except BriefError as error:
        outcome, failed = Outcome("deferred", str(error)), isinstance(error, SessionError)
        if entry is None or entry.state != "sending":
            entry = begun(entry, item.key, item.message_id, clock())
    entry = ended(entry, outcome, clock())
    ledger.put(entry)
    return entry, failed
