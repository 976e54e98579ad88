"""Score copy detection: pairs of articles that are one text, found against labelled.

    python benchmarks/group_copies.py FILE.jsonl[.gz]…

`group_copies.tsv` beside this script labels pairs by the articles' ids: "copy" (a reprint, a wire story cut or
lengthened, an update of one article), "other" (a quotation or a shared statement), "unsure" (an outlet that recycles
half of an older article), which counts neither way. Every pair that shares a fifth of the shorter text's five-word
shingles was read, and 84 pairs more drawn by `group_copies_sample.py`, which knows nothing of shingles; pairs that are
not listed count as "other", labels of articles in none of the files do not count. Copies of copies are copies, on both
sides.
"""

import argparse
import gzip
import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from briefing import rows
from briefing.group import copies
from briefing.model import Article

LABELS = Path(__file__).with_suffix(".tsv")
Pairs = frozenset[tuple[str, str]]


def articles_of(path: Path) -> list[Article]:
    """The articles of one file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [rows.article(json.loads(line)) for line in lines]


def closed(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The pairs with those that follow: a copy of a copy is a copy."""
    home: dict[str, set[str]] = {}
    for left, right in pairs:
        together = home.get(left, {left}) | home.get(right, {right})
        home.update(dict.fromkeys(together, together))
    return frozenset(pair for cluster in home.values() for pair in combinations(sorted(cluster), 2))


def main() -> None:
    """Read the files, find copies, print the figures and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    articles = {a.id: a for path in parser.parse_args().files for a in articles_of(path)}
    lines = [line.split("\t") for line in LABELS.read_text("utf-8").splitlines()]
    labels = [line for line in lines if articles.keys() >= {*line[:2]}]
    labelled = {kind: [(a, b) for a, b, k in labels if k == kind] for kind in ("copy", "unsure")}
    gold = closed(labelled["copy"])
    found = closed((copy.article_id, copy.origin_id) for copy in copies(list(articles.values())))
    unsure = closed([*labelled["copy"], *labelled["unsure"]]) - gold
    right, counted = len(found & gold), len(found - unsure)
    print(f"copies={len(gold)} found={counted} precision={right / counted:.4f} recall={right / len(gold):.4f}")
    for name, pairs in (("not labelled", found - gold - unsure), ("not found", gold - found)):
        for left, right_id in sorted(pairs):
            print(f"{name}: {left} {right_id} {articles[left].title} | {articles[right_id].title}")


if __name__ == "__main__":
    main()
