"""Make the table of frequencies by topic that the group stage ships, from JSON Lines files of articles.

    python benchmarks/group_background.py --out briefing/group/background.gz FILE.jsonl[.gz]…

A row is an article with "text" and perhaps "title", or an event with its "articles". An article given twice counts
once. Topics are found by spherical k-means (Dhillon and Modha 2001) that starts from articles evenly spaced by their
hash, so the same files give the same table. Only figures leave this script: a stem and its counts, where `--least`
articles share it.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing import rows
from briefing.group.background import Background, dump
from briefing.group.tokens import Tokens, tokens
from briefing.group.vectors import BODY_WORDS
from briefing.model import Article

LEAST = 2  # articles; a stem seen once tells no more than one never seen, and would triple the table
TOPICS = 24  # 12 to 80 read within half a point on both event sets
ROUNDS = 12  # of k-means; it hardly moves after ten
SMOOTHING = 6  # as in `briefing.group.rarity`
Integers = npt.NDArray[np.int64]


def articles_of(path: Path) -> Iterator[Article]:
    """The articles of one file; an event's row gives all of its articles."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row: dict[str, Any] = json.loads(line)
            for part, inner in enumerate(row.get("articles", [row])):
                yield replace(rows.article({"id": f"{path.name}-{number}-{part}", **inner}), language="en")


def counts_of(read: Tokens) -> Any:
    """How often each stem (column) occurs in each article (row)."""
    shape = (len(read.titles.starts) - 1, len(read.stems))
    texts = read.texts.first(BODY_WORDS)
    parts = [sparse.csr_matrix((np.ones(len(r.flat)), r.flat, r.starts), shape=shape) for r in (read.titles, texts)]
    counts = (parts[0] + parts[1]).tocsr()
    counts.sum_duplicates()
    return counts


def topics_of(counts: Any, topics: int) -> Integers:
    """Which topic each article is of."""
    articles = counts.shape[0]
    weight = np.log((articles + SMOOTHING) / (np.bincount(counts.indices, minlength=counts.shape[1]) + SMOOTHING))
    unit = counts.copy()
    unit.data = (1 + np.log(counts.data)) * weight[counts.indices]
    length = np.sqrt(np.asarray(unit.multiply(unit).sum(axis=1)).ravel())
    unit = sparse.diags(1 / np.maximum(length, np.finfo(float).tiny)) @ unit
    centres = unit[np.arange(topics) * articles // topics].toarray()
    for _ in range(ROUNDS):
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), np.finfo(float).tiny)
        nearest: Integers = (unit @ centres.T).argmax(axis=1)
        centres = (membership(nearest, topics) @ unit).toarray()
    return nearest


def membership(nearest: Integers, topics: int) -> Any:
    """Topics (rows) by articles (columns), 1 where the article is of the topic."""
    ones = np.ones(len(nearest))
    return sparse.csr_matrix((ones, (nearest, np.arange(len(nearest)))), shape=(topics, len(nearest)))


def background_of(articles: Sequence[Article], topics: int, least: int) -> Background:
    """The frequencies of these articles' stems."""
    read = tokens(articles)
    counts = counts_of(read)
    nearest = topics_of(counts, topics)
    counts.data[:] = 1
    table = (membership(nearest, topics) @ counts).toarray().astype(int)
    kept = np.flatnonzero(table.sum(axis=0) >= least)
    sizes = np.bincount(nearest, minlength=topics)
    used = np.flatnonzero(sizes)
    return Background(
        tuple(sizes[used].tolist()), {read.stems[stem]: tuple(table[used, stem].tolist()) for stem in kept}
    )


def main() -> None:
    """Read the files, find topics, count, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--topics", type=int, default=TOPICS)
    parser.add_argument("--least", type=int, default=LEAST)
    arguments = parser.parse_args()
    unique = {article.sha256: article for path in arguments.files for article in articles_of(path)}
    articles = [unique[key] for key in sorted(unique)]
    background = background_of(articles, arguments.topics, arguments.least)
    arguments.out.write_bytes(dump(background))
    size = arguments.out.stat().st_size
    print(f"{background.articles} articles, {len(background.counts)} stems, sizes {background.sizes}, {size} bytes")


if __name__ == "__main__":
    main()
