"""Sends to twenty recipients, killed at a point by chance, then sends again; each round in processes of its own.

`python -m tests.deliver.kill_rounds PORT LIBRARY ROUNDS SEED AIMED`. A child counts the calls it makes, of C functions
too, and kills itself with SIGKILL at the one that was drawn: no clean-up of Python or SQLite runs. `AIMED` more rounds
are killed where it hurts most: after the server's 250, before the ledger knows of it.
"""

import os
import random
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from briefing.deliver.delivery import Key
from briefing.deliver.ledger import Ledger
from briefing.deliver.message import message_id, written
from briefing.deliver.password import Password
from briefing.deliver.post import Item, post
from briefing.deliver.smtp import Connection, Server
from tests.deliver.letters import letter

RECIPIENTS = tuple(f"reader{number:02}@harnby.example" for number in range(20))
DESK = "desk@harnby.example"


def send(port: int, library: Path, briefing: str) -> None:
    """One run of sending that briefing to everybody."""
    connection = Connection(Server("localhost", port, "none"), lambda: Password(""))
    with Ledger(library) as ledger:
        post([item(briefing, to) for to in RECIPIENTS], ledger, connection, lambda: datetime.now(UTC), retry=True)
    connection.close()


def item(briefing: str, to: str) -> Item:
    """One recipient's letter."""
    name = message_id("brief.harnby.example", briefing, 1, to, "harnby.example")
    return Item(Key(briefing, 1, to), DESK, to, name, lambda: written(letter(message_id=name)))


def in_a_child(port: int, library: Path, briefing: str, kill_at: int | None = None, *, of: str | None = "") -> int:
    """Run it in a child, killed at its call number `kill_at`; returns how many it made.

    of: count calls of the Python function of that name alone. Calls are only counted with `kill_at`, or `of` None.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        calls = 0

        def count(frame: FrameType, event: str, _argument: object) -> None:
            nonlocal calls
            calls += not of or (event == "call" and frame.f_code.co_name == of)
            if calls == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

        if kill_at or of is None:
            sys.setprofile(count)
        send(port, library, briefing)
        sys.setprofile(None)
        os.write(writing, str(calls).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        calls_made = pipe.read()
    assert os.waitstatus_to_exitcode(status) == (-signal.SIGKILL if kill_at else 0)
    return int(calls_made or 0)


def main(port: int, library: Path, rounds: int, seed: int, aimed: int) -> None:
    """All rounds; the first, whole one tells how many calls there are to be killed at."""
    calls = in_a_child(port, library, "whole", of=None)
    draw = random.Random(seed)  # noqa: S311 a draw to be repeated, no secret
    for number in range(rounds):
        in_a_child(port, library, f"round {number}", draw.randint(1, calls - 100))
        in_a_child(port, library, f"round {number}")
    for number in range(rounds, rounds + aimed):
        in_a_child(port, library, f"round {number}", draw.randint(1, len(RECIPIENTS)), of="ended")
        in_a_child(port, library, f"round {number}")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:6]))
