"""The second week of the samples, made by an engine: `python -m tests.engine_rounds FOLDER ENGINE CHUNK [KILL]`.

CHUNK: how many articles travel together, and are grouped at a time. KILL: the process that is killed after a few
articles have been read, "one" for one of the engine's own.
"""

import multiprocessing
import os
import signal
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing import config, intake, packed, window
from briefing.group import candidates, nearest, tokens
from briefing.ledger import finding
from briefing.make import Order, make
from briefing.store import articles

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 6, 1, tzinfo=UTC)
WEEK = "2026-W21"
FEW = 5  # so that the samples are enough for the way large batches are grouped
AFTER = 8  # articles


def main() -> None:
    folder, engine, chunk, *kill = sys.argv[1:]
    intake.CHUNK = finding.CHUNK = tokens.TOGETHER = candidates.BLOCK = nearest.BLOCK = int(chunk)
    candidates.FEW = vars(nearest)["FEW"] = FEW  # which the one has of the other
    if engine != "serial":  # the others as with a large week: texts as UTF-8, whatever arrays there are shared
        articles.FEW, packed.LARGE, packed.VERY_LARGE = FEW, 1, 1
    living = kill

    def progress(doing: str, done: int) -> None:
        if living and doing == "reading" and done >= AFTER:
            told = living.pop()
            victim = multiprocessing.active_children()[0].pid if told == "one" else int(told)
            assert victim
            os.kill(victim, signal.SIGKILL)

    settings = replace(
        config.load(Path(folder)), sources=(ROOT / "seeds",), engine=engine, formats=("md", "html", "json")
    )
    os.chdir(ROOT)
    asked = window.week(WEEK, NOW.date(), settings.timezone)
    make(Order(settings, asked, only_sources=False, force=False, dry_run=False), NOW, progress)
    assert not living, "nobody was killed"


if __name__ == "__main__":
    main()
