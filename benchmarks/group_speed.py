"""Time the grouping of generated news, spread over a year or in one week, beside a plain product of all pairs.

    python benchmarks/group_speed.py [--sizes 1000 10000] [--weeks 52] [--seed 1] [--all-pairs-max 10000]

The articles are `generated_news.py`'s; `--weeks 1` is the hardest, as all of them are near in time. The reference is
`sparse_dot_topn` on the bodies' vectors alone, 20 nearest: what finding neighbours costs without anything else; it
grows with the square, so beyond `--all-pairs-max` it is left out. Processor seconds: they hold on a busy machine too.
"""

import argparse
import resource
import time
from dataclasses import replace

import numpy as np
from sparse_dot_topn import sp_matmul_topn

from benchmarks import generated_news
from briefing import rows
from briefing.group import group
from briefing.group.background import shipped
from briefing.group.tokens import tokens
from briefing.group.vectors import counted, vectors
from briefing.model import Article


def generated(count: int, weeks: int, seed: int) -> list[Article]:
    """So many articles."""
    found = generated_news.rows(count, weeks=weeks, seed=seed)
    return [replace(rows.article(row), language="en") for row in found]


def all_pairs(articles: list[Article]) -> float:
    """Processor seconds of the nearest of all pairs, over vectors that exist already."""
    read = tokens(articles)
    bodies = vectors(counted(read, np.zeros(len(read.words.flat), dtype=bool)), shipped()).bodies
    start = time.process_time()
    sp_matmul_topn(bodies, bodies.T.tocsr(), top_n=20, threshold=0.03)
    return time.process_time() - start


def main() -> None:
    """Generate, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all-pairs-max", type=int, default=10_000)
    arguments = parser.parse_args()
    shipped()
    before = 0.0
    for size in arguments.sizes:
        articles = generated(size, arguments.weeks, arguments.seed)
        start, busy = time.perf_counter(), time.process_time()
        events = group(articles)
        taken, busy = time.perf_counter() - start, time.process_time() - busy
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        plain = f"{all_pairs(articles):.1f} s" if size <= arguments.all_pairs_max else "left out"
        copies = sum(len(event.copies) for event in events)
        growth = f", {busy / before:.1f} times the size before" if before else ""
        print(
            f"{size} articles: {busy:.1f} s of processor{growth}, {taken:.1f} s on the clock, {memory:.0f} MB at most, "
            f"{len(events)} events, {copies} copies; all pairs by sparse_dot_topn alone {plain}",
            flush=True,
        )
        before = busy


if __name__ == "__main__":
    main()
