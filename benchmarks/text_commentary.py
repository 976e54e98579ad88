"""How well commentary is told from reports: the weights of `briefing/text/commentary.py`, learnt and tried.

    python benchmarks/text_commentary.py ARTICLES.jsonl.gz

Labels are the articles' own: an address or an outlet that says opinion. Prints, for each share of own-voice words, what
part of the labelled, of the unlabelled, and of the unlabelled by agencies lies above it; the weights learnt from all
articles; and the same table for the model's odds, each article's by a model that did not learn from it.
"""

import gzip
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.summarise_learn import fit
from briefing.model import Article
from briefing.rows import article
from briefing.text.commentary import QUOTED, WEIGHTS, WORDS_MIN, is_commentary, marks, own_voice

SHARES = (0.1, 0.2, 0.3, 0.5, 0.8, 1.0, 1.5)
ODDS = (-2.0, -1.5, -1.25, -1.0, -0.5, 0.0)
AGENCIES = frozenset({"Reuters", "Associated Press"})
FOLDS = 5


def main() -> None:
    """Print both tables and the weights."""
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        articles = [article(json.loads(line)) for line in lines]
    articles = [each for each in articles if len(QUOTED.sub("", each.text).split()) >= WORDS_MIN]
    # Without its text an article is commentary by its label alone.
    labels = np.array([is_commentary(replace(each, text="")) for each in articles], dtype=np.float64)
    table("own", SHARES, np.array([own_voice(each.text) for each in articles]), labels, articles)
    inputs = np.array([features(each.text) for each in articles])
    names = ("constant", *WEIGHTS)
    print("  ".join(f"{name} {weight:.2f}" for name, weight in zip(names, fit(inputs, labels), strict=True)))
    fold = np.arange(len(articles)) % FOLDS
    odds = np.zeros(len(articles))
    for held in range(FOLDS):
        odds[fold == held] = inputs[fold == held] @ fit(inputs[fold != held], labels[fold != held])
    table("odds", ODDS, odds, labels, articles)


def features(text: str) -> list[float]:
    """One, then how often each mark stands in a hundred words."""
    plain = QUOTED.sub("", text)
    found = marks(plain, len(plain.split()))
    return [1.0, *(found[name] for name in WEIGHTS)]


def table(
    name: str,
    levels: Sequence[float],
    values: NDArray[np.float64],
    labels: NDArray[np.float64],
    articles: Sequence[Article],
) -> None:
    """Print what part of each kind of article lies above each level."""
    agencies = np.array([each.outlet in AGENCIES for each in articles])
    kinds = (labels > 0, (labels == 0) & ~agencies, agencies)
    print(f"{name:>6} {'labelled':>9} {'rest':>6} {'agencies':>9}")
    for level in levels:
        shares = [float((values[kind] > level).mean()) for kind in kinds]
        print(f"{level:6.2f} {shares[0]:9.3f} {shares[1]:6.3f} {shares[2]:9.3f}")


if __name__ == "__main__":
    main()
