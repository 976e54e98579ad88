"""Score grouping by event round the level, with and without titles and dates.

    python benchmarks/group_levels.py [--background TABLE.gz] FILE.jsonl…

A row is an article with its "event". For each file, four times (as it is, no titles, no dates, neither), B-cubed F1 and
pairwise F1 (Bagga and Baldwin 1998) at the level at which groups join and at steps from it, each averaged over 0.9 to
1.1 of it, so that what is flat round its optimum shows. To be honest about unseen news, make a table by
`group_background.py` without the file under test.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefing import rows
from briefing.group.background import Background, parse, shipped
from briefing.group.crowding import LEVEL
from briefing.group.linkage import linkage
from briefing.group.passes import passes
from briefing.model import Article

STEPS = (-0.045, -0.03, -0.015, 0.0, 0.015, 0.03, 0.045)
SPREAD = (0.9, 0.95, 1.0, 1.05, 1.1)
Groups = Sequence[Sequence[int]]


def labelled(path: Path) -> tuple[list[Article], list[str]]:
    """The articles of a file, and the event of each."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found.sort(key=lambda row: str(row["id"]))
    return [replace(rows.article(row), language="en") for row in found], [str(row["event"]) for row in found]


def variants(articles: Sequence[Article]) -> Iterator[tuple[str, list[Article]]]:
    """The articles as they are, and with less to go by."""
    yield "as it is", list(articles)
    yield "no titles", [replace(article, title="") for article in articles]
    yield "no dates", [replace(article, published=None) for article in articles]
    yield "neither", [replace(article, title="", published=None) for article in articles]


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(events: Sequence[str], groups: Groups) -> tuple[float, float]:
    """B-cubed F1 and pairwise F1."""
    group_of = {row: number for number, group in enumerate(groups) for row in group}
    sizes, found = Counter(events), Counter(group_of.values())
    both = Counter((events[row], group_of[row]) for row in group_of)
    precision = sum(n * n / found[group] for (_, group), n in both.items()) / len(events)
    recall = sum(n * n / sizes[event] for (event, _), n in both.items()) / len(events)

    def pairs(counts: Counter[str] | Counter[int] | Counter[tuple[str, int]]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    right = pairs(both)
    return f1(precision, recall), f1(right / max(1, pairs(found)), right / max(1, pairs(sizes)))


def curve(articles: Sequence[Article], events: Sequence[str], background: Background) -> list[tuple[float, float]]:
    """The two figures at each step from the level."""
    compared = passes(articles, background)
    figures = []
    for step in STEPS:
        scores = [
            score(events, linkage(compared.near, (LEVEL + step) * factor, compared.together)) for factor in SPREAD
        ]
        figures.append((sum(s[0] for s in scores) / len(scores), sum(s[1] for s in scores) / len(scores)))
    return figures


def main() -> None:
    """Read the files, group, print a line a file and variant."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--background", type=Path)
    arguments = parser.parse_args()
    background = parse(arguments.background.read_bytes()) if arguments.background else shipped()
    print(f"{'':34}" + " ".join(f"{step:^+9}" for step in STEPS))
    for path in arguments.files:
        articles, events = labelled(path)
        for name, variant in variants(articles):
            figures = curve(variant, events, background)
            print(f"{path.name:22} {name:11}" + " ".join(f"{b:.3f}/{p:.2f}" for b, p in figures), flush=True)


if __name__ == "__main__":
    main()
