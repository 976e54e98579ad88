"""Learn the weights of `briefing/summarise/salience.py` from labelled events, and write them.

    python benchmarks/summarise_learn.py EVENTS.jsonl [OUT.tsv]

EVENTS.jsonl: one article a line with "id", "title", "text", "published" and "event". Of every event with at least four
articles a third is held out in turn; the terms of the held-out articles' first words are to be foretold from the rest,
and from one and two articles of the rest, since small events are the most frequent.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from briefing import rows
from briefing.model import Article
from briefing.summarise.candidates import candidates
from briefing.summarise.salience import FEATURES, WEIGHTS, features
from briefing.summarise.terms import corpus

FEWEST_ARTICLES = 4
FOLDS = 3
OPENING_WORDS = 60  # of a held-out article; 50 to 70 serve alike, 150 is worse for short summaries
PENALTY = 1.0  # on squared standardised weights; the result hardly depends on it
Matrix = NDArray[np.float64]


def read_events(path: Path) -> list[list[Article]]:
    """Articles by event, in an order that says nothing about them."""
    events = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        events[row["event"]].append(rows.article(row))
    shuffled = [
        sorted(found, key=lambda article: hashlib.sha256(article.id.encode()).hexdigest())
        for _, found in sorted(events.items())
    ]
    return [found for found in shuffled if len(found) >= FEWEST_ARTICLES]


def held_out(articles: list[Article]) -> Iterator[tuple[list[Article], list[Article]]]:
    """(what is read, what is to be foretold), several times an event."""
    for fold in range(FOLDS):
        unseen = [article for i, article in enumerate(articles) if i % FOLDS == fold]
        seen = [article for i, article in enumerate(articles) if i % FOLDS != fold]
        for size in sorted({1, 2, len(seen)}):
            yield seen[:size], unseen


def examples(events: list[list[Article]]) -> list[tuple[list[Matrix], list[Matrix]]]:
    """For words, then pairs: the features of every term, and the share of held-out openings that use it."""
    found: list[tuple[list[Matrix], list[Matrix]]] = [([], []), ([], [])]
    for articles in events:
        for seen, unseen in held_out(articles):
            heads = [" ".join(f"{a.title}. {a.text}".split()[:OPENING_WORDS]) for a in unseen]
            counted = corpus(candidates(seen), len(seen), "en", titles=heads)
            pairs = [keys[kept] for keys, kept in map(counted.pair_keys, counted.titles)]
            for kind, (terms, told) in enumerate(((counted.words, counted.titles), (counted.pairs, pairs))):
                found[kind][0].append(features(counted, terms))
                found[kind][1].append(np.mean([np.isin(terms.keys, keys) for keys in told], axis=0))
    return found


def fit(inputs: Matrix, wanted: Matrix) -> Matrix:
    """Weights of a logistic regression, for inputs as they are (not standardised)."""
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled = (inputs - mean) / spread

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        values = scaled @ weights
        free = np.r_[0.0, weights[1:]]
        cost = float(np.sum(np.logaddexp(0, values) - wanted * values) + PENALTY * free @ free)
        return cost, scaled.T @ (1 / (1 + np.exp(-values)) - wanted) + 2 * PENALTY * free

    weights = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x / spread
    weights[0] -= float(weights[1:] @ mean[1:])
    return np.asarray(weights)


def learn(events: list[list[Article]]) -> tuple[Matrix, Matrix]:
    """Weights for words and for pairs."""
    for_words, for_pairs = (fit(np.concatenate(x), np.concatenate(y)) for x, y in examples(events))
    return for_words, for_pairs


def main() -> None:
    """Learn from the file named first; write to the file named second, or where the package keeps the weights."""
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parents[1] / "briefing" / "summarise" / WEIGHTS
    for_words, for_pairs = learn(read_events(Path(sys.argv[1])))
    lines = [
        f"{name}\t{word:.4f}\t{pair:.4f}\n" for name, word, pair in zip(FEATURES, for_words, for_pairs, strict=True)
    ]
    out.write_text("".join(lines), "utf-8")
    print("".join(lines), end="")


if __name__ == "__main__":
    main()
