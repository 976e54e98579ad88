"""Draw pairs of articles to label as copies or not, by how many words they share and not by any rule for copies.

    python benchmarks/group_copies_sample.py FILE.jsonl[.gz]…

Two articles' overlap is the share of the smaller one's distinct words of four letters and more that the other has; the
one has at most four times as many as the other, and both have 50. So many pairs are drawn from each stratum of overlap,
with a fixed seed, less those that `group_copies.tsv` labels already; printed are the two ids and the overlap, tab
between, to be read and labelled. The last 84 lines of the labels were drawn so from five files.
"""

import argparse
import random
import re
from pathlib import Path

import numpy as np
from scipy import sparse

from benchmarks.group_copies import LABELS, articles_of

WORD = re.compile("[a-z]{4,}")
STRATA = ((0.45, 0.55, 12), (0.55, 0.65, 26), (0.65, 0.75, 60), (0.75, 0.85, 60), (0.85, 1.01, 60))
LEAST_WORDS, MOST_TIMES = 50, 4
SEED = 2026


def main() -> None:
    """Read the files, draw, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    found = {article.id: article for path in parser.parse_args().files for article in articles_of(path)}
    articles = list(found.values())
    known = {frozenset(line.split("\t")[:2]) for line in LABELS.read_text("utf-8").splitlines()}
    numbers: dict[str, int] = {}
    bags = [[numbers.setdefault(w, len(numbers)) for w in sorted(set(WORD.findall(a.text.lower())))] for a in articles]
    starts = np.cumsum([0, *map(len, bags)])
    ones = np.ones(starts[-1], np.float32)
    shape = (len(bags), len(numbers))
    rows = sparse.csr_matrix((ones, np.concatenate([np.array(bag, int) for bag in bags]), starts), shape=shape)
    shared = sparse.triu(rows @ rows.T, k=1).tocoo()
    sizes = np.diff(rows.indptr)
    small, large = np.minimum(sizes[shared.row], sizes[shared.col]), np.maximum(sizes[shared.row], sizes[shared.col])
    overlap = shared.data / np.maximum(small, 1)
    fit = (small >= LEAST_WORDS) & (large <= MOST_TIMES * small)
    drawn = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    for low, high, count in STRATA:
        places = np.flatnonzero(fit & (overlap >= low) & (overlap < high)).tolist()
        pairs = [(articles[shared.row[at]].id, articles[shared.col[at]].id, float(overlap[at])) for at in places]
        fresh = sorted(pair for pair in pairs if frozenset(pair[:2]) not in known)
        for left, right, value in drawn.sample(fresh, min(count, len(fresh))):
            print(left, right, f"{value:.2f}", sep="\t")


if __name__ == "__main__":
    main()
