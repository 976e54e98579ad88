"""What the ledger costs over a library of many articles: finding quotations once, reading them, telling who is who.

    python benchmarks/ledger_speed.py ARTICLES.jsonl [--articles N]

ARTICLES.jsonl: one article a line, as `brief add` takes them. Prints CPU seconds of one core.
"""

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.ledger import Wanted, open_shelf
from briefing.pipeline import take
from briefing.store import open_library


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        rows = arguments.articles_file.read_text("utf-8").splitlines()[: arguments.articles]
        sources = Path(folder) / "articles.jsonl"
        sources.write_text("\n".join(rows), "utf-8")
        library = Path(folder) / "library.sqlite"
        with open_library(library) as opened:
            print(f"{len(take([sources], opened, library, datetime.now(UTC)).ids)} articles")
        for what in ("first opening: quotations found, who is who", "second opening: read"):
            started = time.process_time()
            with open_shelf(library, "UTC") as shelf:
                print(f"{time.process_time() - started:6.1f} s  {what}")
                for name, wanted in (("sure", Wanted()), ("all", Wanted(confidence=0.0))):
                    started = time.process_time()
                    lines = shelf.read(wanted)
                    print(f"{time.process_time() - started:6.1f} s  {len(lines)} lines folded: {name}")


if __name__ == "__main__":
    main()
