"""Targets: the vectors of terms that a summary of the event ought to have.

There are two. The *centre* is what the articles say where the method puts weight; every article enters by a power of
its weighted vector, so a long article does not drown the others. The *forecast* is what one more report would probably
say (`salience.py`). Selection steers by the mean of both: each alone is about half a point of ROUGE-2 worse.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack

from briefing.summarise.salience import salience
from briefing.summarise.terms import Corpus, Terms, Vector

# All chosen by benchmarks/summarise_tune.py; docs/decisions/0031 tells how flat each is.
PAIR_SHARE = 0.3  # weight of a pair of words beside a word of the same rarity, in the centre
SPREAD_POWER = 0.2  # of the share of articles a term stands in
FEWEST_ARTICLES_OF_A_PAIR = 2  # where there are two articles; a pair of one article is chance
ARTICLE_POWER = 0.75  # what an article's weighted terms are raised to
LEAST_SHARE = 0.03  # of the greatest weight in the centre; terms below it are noise
FORECAST_RARITY = 0.3  # power of a term's rarity in the forecast
TITLE_SHARE = 0.15  # length of the headlines' vector beside either target's; 0.15 to 0.5 serve alike


class Target(NamedTuple):
    """What selection steers by; its columns are those of the `Bag` it was made of."""

    rates: Vector  # what one occurrence of each term weighs in a sentence
    terms: Vector  # the weight of each term in the summary aimed at


class Bag(NamedTuple):
    """A corpus's words and pairs of words in one matrix."""

    counts: Any  # scipy.sparse.csr_matrix of float64, sentences × terms
    words: int  # how many of the first columns are words; the rest are pairs


def bag(corpus: Corpus) -> Bag:
    """The words and pairs of a corpus, side by side."""
    joined = hstack([corpus.words.counts, corpus.pairs.counts], format="csr")
    return Bag(joined, corpus.words.counts.shape[1])


def targets(corpus: Corpus, weights: Vector, found: Bag) -> tuple[Target, Target]:
    """The centre and the forecast of a corpus whose sentences weigh so much."""
    titles = TITLE_SHARE * _titles(corpus)
    rare = [_rarity(corpus, terms) for terms in (corpus.words, corpus.pairs)]
    return _with(_centre(corpus, weights, found, rare), titles), _with(_forecast(corpus, rare), titles)


def _with(target: Target, titles: Vector) -> Target:
    return Target(target.rates, target.terms + titles)


def _titles(corpus: Corpus) -> Vector:
    """The terms of the headlines: a shared one counts less than its number; of length 1, or all zero."""
    values = []
    pairs = [keys[kept] for keys, kept in map(corpus.pair_keys, corpus.titles)]
    for terms, found in ((corpus.words, corpus.titles), (corpus.pairs, pairs)):
        listed = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        places = np.searchsorted(terms.keys, listed)
        there = places < len(terms.keys)
        there[there] = terms.keys[places[there]] == listed[there]
        values.append(np.sqrt(np.bincount(places[there], minlength=len(terms.keys)).astype(np.float64)))
    return _of_length_one(np.concatenate(values))


def _centre(corpus: Corpus, weights: Vector, found: Bag, rare: Sequence[Vector]) -> Target:
    rates = np.concatenate(
        [_rates(corpus, corpus.words, rare[0], 1), _rates(corpus, corpus.pairs, rare[1], PAIR_SHARE)]
    )
    size = len(corpus.sentences)
    belongs = csr_matrix((weights, (corpus.owner, np.arange(size))), shape=(corpus.articles, size))
    of_articles = csr_matrix(belongs @ found.counts)
    of_articles.data = np.power(of_articles.data * rates[of_articles.indices], ARTICLE_POWER)
    terms = np.bincount(of_articles.indices, of_articles.data, minlength=len(rates)).astype(np.float64)
    terms[terms < LEAST_SHARE * terms.max(initial=0.0)] = 0.0
    return Target(rates, _of_length_one(terms))


def _forecast(corpus: Corpus, rare: Sequence[Vector]) -> Target:
    rates = np.concatenate(rare) ** FORECAST_RARITY
    return Target(rates, _of_length_one(np.concatenate(salience(corpus)) * rates))


def _rates(corpus: Corpus, terms: Terms, rarity: Vector, share: float) -> Vector:
    """What one occurrence of each term weighs: its rarity times how widely it is spread."""
    least = min(FEWEST_ARTICLES_OF_A_PAIR, corpus.articles) if share < 1 else 1
    spread = np.power(terms.in_articles / corpus.articles, SPREAD_POWER)
    return np.asarray(share * rarity * spread * (terms.in_articles >= least))


def _rarity(corpus: Corpus, terms: Terms) -> Vector:
    return np.asarray(np.log(len(corpus.sentences) / np.maximum(terms.in_sentences, 1.0)))


def _of_length_one(terms: Vector) -> Vector:
    length = float(np.linalg.norm(terms))
    return terms / length if length > 0 else terms
