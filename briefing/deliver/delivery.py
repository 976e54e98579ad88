"""Deliveries: what became of each letter so far, and what is to be done about it; decided purely, time as an argument.

Before a transaction with the server the ledger says "sending", after it what came of it. Who finds "sending" knows that
a run was killed in between, and cannot know whether the server had taken the letter: it is sent again, under the same
Message-ID, because a repeat is the lesser harm (RFC 5321, 4.5.3.2.6, leaves no way to ask).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

State = Literal["sending", "sent", "deferred", "refused", "empty"]
Step = Literal["send", "wait", "done", "refused"]

# How long to wait after the first, second … failure. Greylisting servers take a letter after five minutes, overloaded
# ones within the hour; after 17 hours the next day's briefing is nearer than this one.
BACK_OFF = (
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)
GIVEN_UP = f"given up after {len(BACK_OFF) + 1} tries; last: "


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Whose copy of what."""

    briefing: str  # the window's id
    edition: int  # from 1
    recipient: str  # the address, or `ARCHIVE`


ARCHIVE = "archive"  # stands in the ledger for the files that a scheduled run writes


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger."""

    key: Key
    state: State
    tries: int
    message_id: str
    changed_at: datetime  # UTC
    retry_at: datetime | None  # not before; None: at once, or never
    reply: str  # what the server, or whoever stood in the way, said last; one line


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one transaction came to."""

    state: Literal["sent", "deferred", "refused"]
    reply: str


def step(entry: Entry | None, now: datetime, *, retry: bool = False, scheduled: bool = False) -> Step:
    """What to do for a recipient.

    retry: try again at once what was deferred, and even what was refused. scheduled: nobody asked by hand, so where
    there was nothing to send the matter is closed; else it is looked at again, articles may have come since.
    """
    if entry is None or entry.state == "sending":
        return "send"
    if entry.state == "sent":
        return "done"
    if retry:
        return "send"
    if entry.state == "empty":
        return "done" if scheduled else "send"
    if entry.state == "refused":
        return "refused"
    return "send" if entry.retry_at is None or entry.retry_at <= now else "wait"


def begun(entry: Entry | None, key: Key, message_id: str, now: datetime) -> Entry:
    """The entry to be written before a transaction."""
    tries = entry.tries if entry else 0
    return Entry(key, "sending", tries + 1, message_id, now, None, entry.reply if entry else "")


def ended(entry: Entry, outcome: Outcome, now: datetime) -> Entry:
    """The entry to be written after it; what was deferred too often is refused."""
    after = replace(entry, state=outcome.state, changed_at=now, retry_at=None, reply=outcome.reply)
    if outcome.state != "deferred":
        return after
    if entry.tries > len(BACK_OFF):
        return replace(after, state="refused", reply=GIVEN_UP + outcome.reply)
    return replace(after, retry_at=now + BACK_OFF[entry.tries - 1])


def passed_over(entry: Entry | None, key: Key, message_id: str, now: datetime) -> Entry:
    """The entry for a recipient for whom there was nothing to send."""
    return Entry(key, "empty", entry.tries if entry else 0, message_id, now, None, "nothing to tell")
