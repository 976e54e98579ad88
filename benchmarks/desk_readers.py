"""How long the desk's pages take to come to many readers at once, while a briefing is made.

    python benchmarks/desk_readers.py [--days N] [--folder FOLDER] [--readers N] [--pause SECONDS]

The library is made up by `benchmarks/site_year.py`; with --folder it is kept and used again. `brief serve` runs in a
process of its own, and `brief make` of a day of that time in another.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.site_year import days, keep
from tests.desk.readers import read

FIRST = date(2026, 1, 1)
PAGES = 12  # each reader reads


def main() -> None:
    """Make the library, serve it, read, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--pause", type=float, default=0.5)
    arguments = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        every = list(days(FIRST, arguments.days))
        if not (folder / "library.sqlite").exists():
            for day in every:
                keep(day, folder / "library.sqlite", folder / "briefs")
        (folder / "empty").mkdir(exist_ok=True)
        (folder / "brief.toml").write_text('sources = ["empty"]\nformats = ["md"]\n')
        events = [f"events/{event.id}.html" for day in every[-6:] for event in day.events]
        months = f"events/{FIRST:%Y-%m}.html"
        paths = ["", months, "search.html?q=bridge", "people/index.html", "outlets/index.html", "desk/index.html",
                 *(f"{each.day.year}/{each.day}.html" for each in every[-10:]), *events]  # fmt: skip
        with started(folder, "serve", "--port", "0") as serving:
            found = re.search(r"http://[0-9.:]+", serving.stderr.readline() if serving.stderr else "")
            root = found[0] if found else ""
            middle = FIRST + timedelta(days=arguments.days // 2)
            with started(folder, "make", "--day", middle.isoformat(), "--out", "elsewhere", "-q") as making:
                told = read(root, paths, readers=arguments.readers, pages=PAGES, pause=arguments.pause)
                making.wait()
            serving.send_signal(signal.SIGINT)
        print(f"{arguments.readers} readers, {told.line()}")


def started(folder: Path, *words: str) -> "subprocess.Popen[str]":
    """A command of `brief` in that folder."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-m", "briefing", *words]
    return subprocess.Popen(  # noqa: S603 our own command
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )


if __name__ == "__main__":
    main()
