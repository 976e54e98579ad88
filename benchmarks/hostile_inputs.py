"""What files made to be too much cost, at full size, each given to `brief make` alone as a user would.

    python benchmarks/hostile_inputs.py [NAME ...] [--size 1.0] [--into FOLDER]

Prints a line a file: its size, the exit status, seconds of processor, the most memory held, and what was said of it.
Fails where one took more than the bounds, ended in a traceback or by a signal, or was not told of.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.inputs import MAKERS
from tests.hostile.watched import make

SECONDS = 400  # of processor, at full size; a million articles take 291
MEGABYTES = 1_200  # of memory, at full size; a million articles hold 928
STATUSES = (0, 3)
PATIENCE = 600  # seconds of processor until a run is given up
SHOWN = 150


def main() -> None:
    """Make, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*MAKERS, []], help="only these")
    parser.add_argument("--size", type=float, default=1.0, help="a part of the full size")
    parser.add_argument("--into", type=Path, help="a folder for the files, which are large")
    asked = parser.parse_args()
    failed = 0
    for name in asked.names or MAKERS:
        with TemporaryDirectory(dir=asked.into) as folder:
            failed += not one(Path(folder), name, asked.size)
    print(f"{len(asked.names or MAKERS)} files, {failed} out of bounds")
    sys.exit(bool(failed))


def one(folder: Path, name: str, size: float) -> bool:
    """Whether `brief make` of one file kept within the bounds."""
    MAKERS[name](folder / name, size)
    large = (folder / name).stat().st_size / 1e6
    run = make(folder, name, seconds=PATIENCE)
    within = run.seconds < SECONDS and run.megabytes < MEGABYTES
    good = within and run.status in STATUSES and "Traceback" not in run.said
    lines = [line for line in run.said.splitlines() if line.startswith("brief: ")] or run.said.splitlines()[-1:]
    first = " ".join(lines[:1])[:SHOWN]
    cost = f"{large:.1f} MB, {run.status}, {run.seconds:.1f} s, {run.megabytes:.0f} MB"
    print(f"{'' if good else 'OUT '}{name}: {cost}: {first}", flush=True)
    return good


if __name__ == "__main__":
    main()
