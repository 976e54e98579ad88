"""Salience: how likely one more report of the same event would use a term.

A logistic model over how many of the articles use the term, how early, and how often. `benchmarks/summarise_learn.py`
learns it from labelled events: of each event some articles are held out, and the terms of their openings are what is to
be foretold from the rest. No word is a feature, so nothing it learnt belongs to one subject. The idea of learning a
term's weight is that of Hong & Nenkova, "Improving the Estimation of Word Importance for News Multi-Document
Summarization", EACL 2014.
"""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from briefing.summarise.methods.position import position_weights
from briefing.summarise.terms import Corpus, Terms, Vector, distinct

WEIGHTS = "salience.tsv"  # beside this file: feature, weight for words, weight for pairs
FEATURES = (
    "constant",
    "log share of articles",
    "log mean of its earliest place",
    "log mean root of all its places",
    "share of first sentences",
    "share of openings",
    "log share of sentences",
    "log sentences an article",
    "articles, inverted",
    "in one article",
    "share of articles times share of openings",
)
OPENING = 3  # the last position that belongs to an article's opening
LEAST = 1e-3  # added before a logarithm; below any place's weight


def salience(corpus: Corpus) -> tuple[Vector, Vector]:
    """The probability of each word and each pair of words, 0 to 1."""
    for_words, for_pairs = _weights()
    return _logistic(features(corpus, corpus.words) @ for_words), _logistic(features(corpus, corpus.pairs) @ for_pairs)


def features(corpus: Corpus, terms: Terms) -> NDArray[np.float64]:
    """Terms × FEATURES."""
    size = terms.counts.shape[1]
    if not size:
        return np.zeros((0, len(FEATURES)))
    places = position_weights(corpus, reach=1.0)  # as it was learnt, whatever the words there are
    positions = np.array([sentence.position for sentence in corpus.sentences])
    owner = corpus.owner
    rows = np.repeat(np.arange(len(owner)), np.diff(terms.counts.indptr))
    columns = terms.counts.indices
    listed, group = distinct(owner[rows] * size + columns)  # one a term and article
    term = listed % size

    def summed(values: Vector) -> Vector:
        return np.bincount(term, values, minlength=size) / corpus.articles

    weight = places[rows]
    leading = np.empty(len(listed), dtype=np.int64)
    leading[group[::-1]] = rows[::-1]  # the last written stays: the article's first sentence with the term
    earliest = places[leading]
    first = positions[leading]
    everywhere = np.sqrt(np.bincount(group, weight))
    share = terms.in_articles / corpus.articles
    opening = summed((first <= OPENING).astype(np.float64))
    return np.column_stack(
        [
            np.ones(size),
            np.log(share),
            np.log(summed(earliest) + LEAST),
            np.log(summed(everywhere) + LEAST),
            summed((first == 0).astype(np.float64)),
            opening,
            np.log(terms.in_sentences / len(owner)),
            np.log(terms.in_sentences / terms.in_articles),
            np.full(size, 1 / corpus.articles),
            (terms.in_articles == 1).astype(np.float64),
            share * opening,
        ]
    )


def _logistic(values: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-values)))


@cache
def _weights() -> tuple[Vector, Vector]:
    lines = resources.files(__package__).joinpath(WEIGHTS).read_text("utf-8").splitlines()
    table = {name: (float(word), float(pair)) for name, word, pair in (line.split("\t") for line in lines)}
    return np.array([table[name][0] for name in FEATURES]), np.array([table[name][1] for name in FEATURES])
