"""What would go over the network for one `brief make` of a generated week: bytes to workers and back, by stage.

    python benchmarks/scale_network.py [--sizes 1000 10000] [--json FILE]

Nothing is sent: an engine that works here pickles every function, item and result as the others would, and counts.
`once` is the function with what is bound to it, which every worker gets once; `there` and `back` are an article of the
week. Seconds are of processor, of the work itself: a stage pays where a worker gives back more seconds than the network
takes for its bytes.
"""

import argparse
import json
import pickle
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from benchmarks import generated_news
from briefing import config, window
from briefing.engine import Done, Engine, Item
from briefing.make import Order, make

MEGABYTES, KILOBYTES = 1e6, 1e3


@dataclass(slots=True)
class Traffic:
    """What one function's maps sent."""

    maps: int = 0
    items: int = 0
    once: int = 0  # bytes, of all maps
    there: int = 0
    back: int = 0
    seconds: float = 0.0


class Counting:
    """This process, and a ledger of what others would have been sent."""

    def __init__(self) -> None:
        self.traffic: dict[str, Traffic] = {}

    def map(self, function: Callable[[Item], Done], items: Iterable[Item], /, chunk: int = 1) -> Iterator[Done]:
        """See `Engine.map`."""
        name = (function.func if isinstance(function, partial) else function).__name__
        told = self.traffic.setdefault(name, Traffic())
        told.maps += 1
        told.once += len(pickle.dumps(function, pickle.HIGHEST_PROTOCOL))
        for item in items:
            told.items += 1
            told.there += len(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
            begun = time.process_time()
            done = function(item)
            told.seconds += time.process_time() - begun
            told.back += len(pickle.dumps(done, pickle.HIGHEST_PROTOCOL))
            yield done


def measured(size: int) -> dict[str, Traffic]:
    """One week of that many articles, made."""
    counting = Counting()

    @contextmanager
    def named(_name: str, _count: int | None = None) -> Iterator[Engine]:
        yield counting

    with tempfile.TemporaryDirectory() as folder, patch("briefing.make.engine_named", named):
        place = Path(folder)
        (place / "news").mkdir()
        generated_news.write(place / "news" / "news.jsonl", size)
        (place / "brief.toml").write_text('sources = ["news"]\nformats = ["md"]\n')
        asked = window.week(generated_news.week_id(0), date(2030, 1, 1), "UTC")
        make(Order(config.load(place), asked, only_sources=False, force=False, dry_run=False), datetime.now(UTC))
    return counting.traffic


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    found = {}
    for size in arguments.sizes:
        found[size] = measured(size)
        head = ("articles", "function", "maps", "items", "once MB", "kB there", "kB back", "ms")
        print("{:>8} {:16} {:>5} {:>7} {:>8} {:>8} {:>8} {:>6}".format(*head))
        for name, each in found[size].items():
            an_article = (each.there / KILOBYTES / size, each.back / KILOBYTES / size, 1000 * each.seconds / size)
            print(
                f"{size:8} {name:16} {each.maps:5} {each.items:7} {each.once / MEGABYTES:8.1f} "
                + "{:8.2f} {:8.2f} {:6.2f}".format(*an_article)
            )
    if arguments.json:
        plain = {size: {name: asdict(each) for name, each in told.items()} for size, told in found.items()}
        arguments.json.write_text(json.dumps(plain, indent=1) + "\n")


if __name__ == "__main__":
    main()
