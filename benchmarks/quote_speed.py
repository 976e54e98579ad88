"""Measure how many articles a second one core reads quotations from, with and without indirect statements.

The data are JSON Lines of {"id", "text"}, gzip-compressed or not. Speed is given for articles of 900 words.

    python benchmarks/quote_speed.py DATA
"""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from briefing.model import Article
from briefing.quote import quote, read_scene
from briefing.quote.rank import rank
from briefing.quote.resolve import Resolver
from briefing.rows import article

WORDS = 900  # of the article the speed is given for


def direct(each: Article) -> None:
    """Direct quotations alone: found, attributed, resolved."""
    scene = read_scene(each)
    spoken = frozenset(choice.mention for choice in rank(scene) if choice.mention is not None)
    resolver = Resolver(scene, spoken)
    for mention in sorted(spoken):
        resolver.resolve(mention)


def speed(work: Callable[[Article], object], articles: list[Article]) -> float:
    """Articles of 900 words a CPU second."""
    started = process_time()
    for each in articles:
        work(each)
    words = sum(len(each.text.split()) for each in articles)
    return words / WORDS / (process_time() - started)


def main(path: Path) -> None:
    """Print both speeds, after one article to load what is loaded once."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        articles = [article(json.loads(line)) for line in lines]
    quote(articles[0])
    print(f"direct with names: {speed(direct, articles):.0f} articles/s/core")
    print(f"with indirect statements: {speed(quote, articles):.0f} articles/s/core")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
