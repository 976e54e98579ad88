"""How long searching takes in a library of many articles: `python -m benchmarks.archive_search NEWS.jsonl [ARTICLES]`.

NEWS.jsonl: articles, as `brief pipe` reads them; they are taken again and again under other ids until there are enough,
their words in the order they came, so that common words are as common as in the news.
"""

import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from briefing.export import exported, imported
from briefing.rows import article, parse
from briefing.search import KINDS, Wanted, open_search, search_all
from briefing.store import open_library

ARTICLES = 20_000
ROUNDS = 5
START = datetime(2020, 1, 1, tzinfo=UTC)


def fill(path: Path, news: Path, number: int) -> Counter[str]:
    """A library of that many articles over two years; how often each word stands in them."""
    rows = [article(row) for row in parse(news.read_bytes().splitlines())]
    words: Counter[str] = Counter()
    with open_library(path) as library:
        made = (
            replace(each, id=f"{turn:06}{place:06}", url=None, published=START + timedelta(hours=turn * 7 + place),
                    published_precision="second", sha256=f"{turn}-{place}")
            for turn in count() for place, each in enumerate(rows)
        )  # fmt: skip
        library.add(islice(made, number), seen_at=START)
    for each in rows:
        words.update({word.strip(".,").lower() for word in each.text.split() if word.strip(".,").isalpha()})
    return words


def main(news: Path, number: int) -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        words = [word for word, _ in fill(path, news, number).most_common()]
        asked = {
            "the commonest word": words[0],
            "a common word": words[100],
            "two words": f"{words[50]} {words[200]}",
            "a rare word": words[-1],
            "a phrase": f'"of {words[100]}"',
            "what begins so": "gov*",
            "nothing (the latest)": "",
        }
        with open_search(path, "UTC") as search:
            for name, query in asked.items():
                times = []
                for _ in range(ROUNDS):
                    began = time.perf_counter()
                    found = search_all(search, Wanted(query, limit=5), KINDS)
                    times.append(time.perf_counter() - began)
                total = sum(each.total for each in found)
                print(f"{name:24}{statistics.median(times) * 1000:8.1f} ms  {total} found")
        began = time.perf_counter()
        lines = list(exported(path))
        print(f"export: {time.perf_counter() - began:.1f} s, {sum(map(len, lines)) / 1e6:.0f} MB")
        began = time.perf_counter()
        imported(lines, Path(folder) / "again.sqlite")
        print(f"import: {time.perf_counter() - began:.1f} s; {json.loads(lines[-1])['rows']} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES)
