"""The target: the vector of terms that a summary of the event ought to have.

A sentence's terms count by the method's weight for it; every article enters by the square root of its weighted vector,
so a long article does not drown the others, nor its most frequent word the rest.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from briefing.summarise.terms import Corpus, Terms, Vector

# Chosen by benchmarks/summarise_tune.py; see docs/decisions/0032 for how flat each is.
PAIR_SHARE = 0.3  # weight of a pair of words beside a word of the same rarity
SPREAD_POWER = 0.2  # of the share of articles a term stands in
FEWEST_ARTICLES_OF_A_PAIR = 2  # where there are two articles; a pair of one article is chance
ARTICLE_POWER = 0.5  # what an article's weighted terms are raised to
LEAST_SHARE = 0.1  # of the greatest target weight; terms below it are noise


@dataclass(frozen=True, slots=True)
class Target:
    """What selection steers by."""

    sentences: Any  # scipy.sparse.csr_matrix of float64, sentences × terms, weighted
    terms: Vector  # the weight of each term in the summary aimed at


def target(corpus: Corpus, weights: Vector) -> Target:
    """The target of a corpus whose sentences weigh so much."""
    weighted = csr_matrix(hstack([_weigh(corpus, corpus.words, 1), _weigh(corpus, corpus.pairs, PAIR_SHARE)]))
    owner = np.array([sentence.article for sentence in corpus.sentences], dtype=np.intp)
    rows = np.arange(len(owner))
    belongs = csr_matrix((weights, (owner, rows)), shape=(max(corpus.articles, 1), len(owner)))
    of_articles = csr_matrix(belongs @ weighted)
    of_articles.data = np.power(of_articles.data, ARTICLE_POWER)
    terms = np.asarray(of_articles.sum(axis=0)).ravel()
    if len(terms):
        terms[terms < LEAST_SHARE * terms.max()] = 0.0
    return Target(weighted, terms)


def _weigh(corpus: Corpus, terms: Terms, share: float) -> Any:
    """Sentences × terms: counts times rarity times how widely the term is spread."""
    least = min(FEWEST_ARTICLES_OF_A_PAIR, corpus.articles) if share < 1 else 1
    with_weight = terms.in_articles >= least
    rarity = np.log(len(corpus.sentences) / np.maximum(terms.in_sentences, 1.0))
    spread = np.power(terms.in_articles / max(corpus.articles, 1), SPREAD_POWER)
    return csr_matrix(terms.counts @ diags(share * rarity * spread * with_weight))
