"""How many of a teaser's words its own article has, another article on the same event, and an article on another.

    python benchmarks/clean_fullest.py EVENTS.jsonl

The figures behind `LEAST_SHARED` in briefing/clean/fullest.py. Rows are `{"id", "text", "event"}`; a teaser is made of
an article's first words, which an article on the same event tells in words of its own, as a summary would.
"""

import json
import sys
from pathlib import Path

from briefing.clean.fullest import WORD

TEASER_WORDS = 30
DECILES = (0.01, 0.1, 0.5, 0.9, 0.99)


def words(text: str) -> frozenset[str]:
    """What `fullest` compares."""
    return frozenset(WORD.findall(text.lower()))


def main(path: Path) -> None:
    """Print the distribution of shares."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    teasers = [(row["event"], words(" ".join(row["text"].split()[:TEASER_WORDS]))) for row in rows]
    rests = [(row["event"], words(" ".join(row["text"].split()[TEASER_WORDS:]))) for row in rows]
    shares: dict[str, list[float]] = {"its own, further down": [], "another on its event": [], "on another event": []}
    for at, (event, teaser) in enumerate(teasers):
        for other, (its_event, rest) in enumerate(rests):
            if teaser:
                kind = "its own, further down" if at == other else "another on its event"
                kind = kind if event == its_event else "on another event"
                shares[kind].append(len(teaser & rest) / len(teaser))
    print("share of words at the", ", ".join(f"{quantile:.0%}" for quantile in DECILES), "quantile")
    for kind, found in shares.items():
        ordered = sorted(found)
        print(f"{kind:24}", " ".join(f"{ordered[int(quantile * len(ordered))]:.2f}" for quantile in DECILES))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
