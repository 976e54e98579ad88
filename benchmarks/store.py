"""How long the library takes: `python benchmarks/store.py ARTICLES.jsonl[.gz] [HOW_MANY]`.

Prints seconds for adding that many articles (repeating the file's under new ids), adding them again, and asking. What
`BUSY_SECONDS` in `briefing/database/connection.py` and the figures in docs/decisions/0060 rest on.
"""

import gzip
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from briefing import rows
from briefing.model import Article
from briefing.store import open_library

HOW_MANY = 10_000
WEEK = timedelta(days=7)


def articles(path: Path, count: int) -> list[Article]:
    """So many articles, the file's over and over, each time under other ids and hashes."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        once = [rows.article(row) for row in rows.parse(islice(lines, count))]
    repeated = (replace(a, id=f"{a.id}-{n}", sha256=f"{a.sha256}-{n}") for n in range(count) for a in once)
    return list(islice(repeated, count))


def timed(what: str, do: Callable[[], object]) -> None:
    """Print how long something takes."""
    start = time.perf_counter()
    do()
    print(f"{what:12} {time.perf_counter() - start:8.3f} s")


def main() -> None:
    """Measure."""
    path, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else HOW_MANY
    batch = articles(path, count)
    print(f"{len(batch)} articles, {sum(len(article.text) for article in batch):,} characters")
    first = min(article.published for article in batch if article.published)
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.sqlite") as library:
        timed("add", lambda: library.add(batch, seen_at=now))
        timed("add again", lambda: library.add(batch, seen_at=now))
        timed("a week", lambda: library.within(first, first + WEEK))
        timed("calendar", library.calendar)
        timed("search", lambda: library.search("government minister"))


if __name__ == "__main__":
    main()
