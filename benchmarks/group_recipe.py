"""Grouping beside the plain recipe it started from, on every labelled set cut in harder ways.

    python -m benchmarks.group_recipe --news NEWS.jsonl.gz EVENTS.jsonl EVENTS-2020.jsonl

The recipe: title 0.2, title and first 150 words 0.4, title and first 1,200 words 0.4, each TF-IDF with frequencies from
a background of news and, beyond 20 articles, from the batch; cosines times 0.6 + 0.4 · exp(-days / 4), a missing date
as 4 days; average linkage down to 0.175. Both have the same backgrounds, of the news of other months. The sets are
those of `group_sets.py`, each whole, without titles, without dates, without both, half of it undated, its thirds by
event, its events of several articles alone, and these bare. B-cubed and pair F1 of both, exactly at their levels.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from benchmarks.group_levels import score
from benchmarks.group_sets import Labelled, labelled_sets
from briefing.group.background import Background
from briefing.group.closeness import days_of
from briefing.group.crowding import LEVEL
from briefing.group.linkage import linkage
from briefing.group.neighbours import Neighbours
from briefing.group.ordering import in_content_order
from briefing.group.passes import passes
from briefing.group.tokens import tokens
from briefing.group.vectors import counted
from briefing.model import Article

SHARES = (0.2, 0.4, 0.4)
RECIPE_LEVEL, FLOOR, SCALE, UNKNOWN_GAP = 0.175, 0.6, 4.0, 4.0
FREE_ARTICLES = 20
PARTS = 3
Groups = Sequence[Sequence[int]]


def recipe(articles: Sequence[Article], background: Background) -> Groups:
    """The recipe above, over all pairs."""
    read = tokens(articles)
    counts = counted(read, np.zeros(len(read.texts.flat), dtype=bool))
    within = np.bincount(counts.bodies.indices, minlength=len(read.stems))
    known = background.of(read.stems).sum(axis=1) + np.maximum(0, within - FREE_ARTICLES)
    weights = np.log((background.articles + len(articles) + 1) / (known + 1))
    titled = np.diff(counts.titles.indptr) > 0
    fields = zip(SHARES, (counts.titles, counts.leads, counts.bodies), strict=True)
    alike = sum(share * _cosines(field, weights) for share, field in fields)
    alike = alike / (1 if titled.any() else 1 - SHARES[0])
    days = days_of(articles)
    gap = np.abs(days[:, None] - days[None, :])
    alike = alike * (FLOOR + (1 - FLOOR) * np.exp(-np.where(np.isnan(gap), UNKNOWN_GAP, gap) / SCALE))
    left, right = np.triu_indices(len(articles), 1)
    near = Neighbours(len(articles), left, right, alike[left, right], np.zeros(len(articles)))
    return linkage(near, RECIPE_LEVEL)


def _cosines(counts: Any, weights: npt.NDArray[np.float64]) -> Any:
    rows = counts.astype(np.float64)
    rows.data = 1 + np.log(rows.data)
    rows = rows @ sparse.diags(weights)
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    unit = sparse.diags(1 / np.where(length > 0, length, 1)) @ rows
    return (unit @ unit.T).toarray()


def cuts(of: Labelled) -> Iterator[tuple[str, list[list[Article]]]]:
    """The ways a set is cut, each as one batch or several."""
    articles = list(of.articles)
    bare = [replace(article, title="", published=None) for article in articles]
    sizes = Counter(of.events.values())
    half = [replace(a, published=None) if _draw(a.id, 2) else a for a in articles]
    yield "whole", [articles]
    yield "no titles", [[replace(article, title="") for article in articles]]
    yield "no dates", [[replace(article, published=None) for article in articles]]
    yield "neither", [bare]
    yield "half undated", [half]
    yield "thirds", [[a for a in articles if _draw(of.events[a.id], PARTS) == part] for part in range(PARTS)]
    yield "several reports", [[a for a in articles if sizes[of.events[a.id]] > 1]]
    yield "… neither", [[a for a in bare if sizes[of.events[a.id]] > 1]]


def _draw(text: str, parts: int) -> int:
    return int(sha256(text.encode()).hexdigest(), 16) % parts


def figures(of: Labelled, batches: Sequence[Sequence[Article]]) -> tuple[list[float], list[float]]:
    """B-cubed and pair F1 of the recipe and of the package, means over the batches."""
    found: list[list[tuple[float, float]]] = [[], []]
    for batch in batches:
        ordered = in_content_order(batch)
        gold = [of.events[article.id] for article in ordered]
        compared = passes(ordered, of.background)
        found[0].append(score(gold, recipe(ordered, of.background)))
        found[1].append(score(gold, linkage(compared.near, LEVEL, compared.together)))
    recipes, ours = (np.mean(each, axis=0).tolist() for each in found)
    return recipes, ours


def main() -> None:
    """Read, cut, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    arguments = parser.parse_args()
    for each in labelled_sets(arguments.news, arguments.files):
        for name, batches in cuts(each):
            recipes, ours = figures(each, batches)
            pairs = " ".join(f"{b:.3f}/{p:.2f}" for b, p in (recipes, ours))
            print(f"{each.name:20} {name:16} recipe, ours: {pairs}", flush=True)


if __name__ == "__main__":
    main()
