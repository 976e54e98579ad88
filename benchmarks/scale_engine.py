"""What a worker costs before it is of any use, by the stage it is to work on: `engine.PATIENCE` is chosen by it.

    python benchmarks/scale_engine.py [--repeats 5]

Each stage is asked of a process just started: the time until its first answer, less what the same item takes here the
second time, is what starting and importing cost. Beside it, what an item takes here, so how many items a process must
do before it has earned its start.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from benchmarks import generated_news
from briefing import rows
from briefing.clean import clean
from briefing.group.tokens import read_some
from briefing.model import RawDocument
from briefing.pipeline import Told, summarised
from briefing.processes import Processes
from briefing.quote import quote
from briefing.summarise.above import Above

MILLISECONDS = 1000
PARAGRAPH = (
    "<p>The council of Kessel voted for the harbour wall on Friday, and work begins in spring, its head said.</p>"
)


def page() -> RawDocument:
    """A page as a site has it."""
    body = f"<html><head><title>Kessel</title></head><body><article>{PARAGRAPH * 30}</article></body></html>"
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return RawDocument("kessel.html", None, "kessel.html", None, "text/html", body.encode(), now)


def started(function: Callable[[Any], object], item: object) -> tuple[float, float]:
    """Seconds on the clock and of processor until a new process has answered."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    with Processes(1) as engine:
        list(engine.map(function, [item]))
        taken = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def here(function: Callable[[Any], object], item: object) -> float:
    """Seconds of processor that an item takes once everything is imported."""
    function(item)
    begun = time.process_time()
    function(item)
    return time.process_time() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    articles = [replace(rows.article(row), language="en") for row in generated_news.rows(200)]
    stages: dict[str, tuple[Callable[[Any], object], object]] = {
        "nothing": (abs, 1),
        "clean a page": (clean, page()),
        "read the words of 200": (read_some, [article.text for article in articles]),
        "summarise ten": (partial(summarised, "brief"), Told(tuple(articles[:10]), 100, (), Above(articles[0].title))),
        "quote": (quote, articles[0]),
    }
    print(f"{'stage':24} {'wall s':>7} {'cpu s':>7} {'ms here':>8} {'to earn it':>10}")
    for name, (function, item) in stages.items():
        own = here(function, item)
        costs = [started(function, item) for _ in range(arguments.repeats)]
        wall, cpu = (statistics.median(each) for each in zip(*costs, strict=True))
        print(f"{name:24} {wall - own:7.2f} {cpu - own:7.2f} {own * MILLISECONDS:8.2f} {(cpu - own) / own:10.0f}")


if __name__ == "__main__":
    main()
