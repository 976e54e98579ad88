"""`brief make` told to stop at points by chance: `python -m tests.faults.stop_rounds ROUNDS SEED FOLDER`."""

import random
import signal
import sys
from pathlib import Path

from tests.faults.children import EVERY, child, warm
from tests.faults.kill_rounds import arguments, desk, finish, whole

STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143}
AT_ONCE = 1.0  # seconds: how long a user may wait after Ctrl-C
NO_SERVER = 0


def rounds(number: int, seed: int, folder: Path) -> float:
    """Stop and run again, `number` times by each signal; the longest time it took to stop, in seconds."""
    warm()
    draw = random.Random(seed)  # noqa: S311 a draw to be repeated, no secret
    desk(folder / "whole", "make", NO_SERVER)
    calls = child(folder / "whole", *arguments("make"), count=EVERY).calls
    undisturbed = finish(folder / "whole", "make")
    longest = 0.0
    for by, status in STATUS.items():
        for at in draw.sample(range(1, calls), number):
            place = folder / f"{by}-{at}"
            desk(place, "make", NO_SERVER)
            run = child(place, *arguments("make"), at=at, by=by, count=EVERY)
            assert run.calls == at, f"it ended before its call {at} of {calls}"
            assert run.status == status, f"call {at}: status {run.status}: {run.output}"
            assert run.output.splitlines()[-1].startswith("brief: stopped"), run.output
            assert "Traceback" not in run.output, run.output
            assert not list(place.rglob("*.part")), f"call {at}: half a file is left"
            assert whole(place / "library.sqlite"), f"call {at}: the library is damaged"
            assert finish(place, "make") == undisturbed, f"call {at}: another briefing"
            longest = max(longest, run.seconds)
    return longest


if __name__ == "__main__":
    longest = rounds(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    assert longest <= AT_ONCE, f"it took {longest:.2f} s to stop"
    print(f"make: stopped by SIGINT and SIGTERM at {2 * int(sys.argv[1])} points, at most {longest:.2f} s after")  # noqa: T201 its figure
