"""How long a site takes: a year of daily briefings from nothing, then one new day, then nothing new.

    python benchmarks/site_speed.py [--days N] [--folder FOLDER]

The library is made up by `benchmarks/site_year.py`, which takes some minutes; with --folder it is kept and used again.
Prints seconds on the clock and of processor time, in processes of their own, as `brief site` is called.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.site_year import days, keep

FIRST = date(2026, 1, 1)


def main() -> None:
    """Make the year, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        every = list(days(FIRST, arguments.days + 1))
        if not (folder / "library.sqlite").exists():
            for day in every[:-1]:
                keep(day, folder / "library.sqlite", folder / "briefs")
        measure("a year from nothing", folder)
        keep(every[-1], folder / "library.sqlite", folder / "briefs")
        measure("a new day", folder)
        measure("nothing new", folder)


def measure(what: str, folder: Path) -> None:
    """One call of `brief site`."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "briefing", "site", "--json", "-q", "--out", "public"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, capture_output=True, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock, processor = time.monotonic() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    told = json.loads(ended.stdout)
    files = f"{len(told['written'])} files written, {told['kept']} kept"
    print(f"{what}: {clock:.1f} s ({processor:.1f} s of processor), {files}")


if __name__ == "__main__":
    main()
