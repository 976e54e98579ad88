"""Targets: the vectors of terms that a summary of the event ought to have.

There are two. The *centre* is what the articles say where the method puts weight; every article enters by a power of
its weighted vector, so a long article does not drown the others. The *forecast* is what one more report would probably
say (`salience.py`). Selection steers by the mean of both: each alone is about half a point of ROUGE-2 worse.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from briefing.summarise.salience import salience
from briefing.summarise.terms import Corpus, Terms, Vector, pairs_of, words_of

# All chosen by benchmarks/summarise_tune.py; docs/decisions/0031 tells how flat each is.
PAIR_SHARE = 0.3  # weight of a pair of words beside a word of the same rarity, in the centre
SPREAD_POWER = 0.2  # of the share of articles a term stands in
FEWEST_ARTICLES_OF_A_PAIR = 2  # where there are two articles; a pair of one article is chance
ARTICLE_POWER = 0.75  # what an article's weighted terms are raised to
LEAST_SHARE = 0.03  # of the greatest weight in the centre; terms below it are noise
FORECAST_RARITY = 0.3  # power of a term's rarity in the forecast
TITLE_SHARE = 0.15  # length of the headlines' vector beside either target's; 0.15 to 0.5 serve alike


@dataclass(frozen=True, slots=True)
class Target:
    """What selection steers by."""

    sentences: Any  # scipy.sparse.csr_matrix of float64, sentences × terms, weighted
    terms: Vector  # the weight of each term in the summary aimed at


def targets(corpus: Corpus, weights: Vector) -> tuple[Target, Target]:
    """The centre and the forecast of a corpus whose sentences weigh so much."""
    titles = TITLE_SHARE * _titles(corpus)
    return _with(_centre(corpus, weights), titles), _with(_forecast(corpus), titles)


def _with(target: Target, titles: Vector) -> Target:
    return Target(target.sentences, target.terms + titles)


def _titles(corpus: Corpus) -> Vector:
    """The terms of the headlines: a shared one counts less than its number; of length 1, or all zero."""
    values = []
    for terms, of in ((corpus.words, words_of), (corpus.pairs, pairs_of)):
        counts = np.zeros(len(terms.columns))
        for title in corpus.titles:
            for term in of(title, corpus.language):
                if term in terms.columns:
                    counts[terms.columns[term]] += 1
        values.append(np.sqrt(counts))
    return _of_length_one(np.concatenate(values))


def _centre(corpus: Corpus, weights: Vector) -> Target:
    weighted = _beside(_weigh(corpus, corpus.words, 1), _weigh(corpus, corpus.pairs, PAIR_SHARE))
    owner = np.array([sentence.article for sentence in corpus.sentences], dtype=np.intp)
    belongs = csr_matrix((weights, (owner, np.arange(len(owner)))), shape=(corpus.articles, len(owner)))
    of_articles = csr_matrix(belongs @ weighted)
    of_articles.data = np.power(of_articles.data, ARTICLE_POWER)
    terms = np.asarray(of_articles.sum(axis=0)).ravel()
    terms[terms < LEAST_SHARE * terms.max(initial=0.0)] = 0.0
    return Target(weighted, _of_length_one(terms))


def _forecast(corpus: Corpus) -> Target:
    for_words, for_pairs = salience(corpus)
    rare_words, rare_pairs = (_rarity(corpus, terms) ** FORECAST_RARITY for terms in (corpus.words, corpus.pairs))
    sentences = _beside(corpus.words.counts @ diags(rare_words), corpus.pairs.counts @ diags(rare_pairs))
    return Target(sentences, _of_length_one(np.concatenate([for_words * rare_words, for_pairs * rare_pairs])))


def _weigh(corpus: Corpus, terms: Terms, share: float) -> Any:
    """Sentences × terms: counts times rarity times how widely the term is spread."""
    least = min(FEWEST_ARTICLES_OF_A_PAIR, corpus.articles) if share < 1 else 1
    spread = np.power(terms.in_articles / corpus.articles, SPREAD_POWER)
    return terms.counts @ diags(share * _rarity(corpus, terms) * spread * (terms.in_articles >= least))


def _rarity(corpus: Corpus, terms: Terms) -> Vector:
    return np.asarray(np.log(len(corpus.sentences) / np.maximum(terms.in_sentences, 1.0)))


def _beside(left: Any, right: Any) -> Any:
    """Two matrices side by side, without stored zeros."""
    joined = csr_matrix(hstack([left, right]))
    joined.eliminate_zeros()
    return joined


def _of_length_one(terms: Vector) -> Vector:
    length = float(np.linalg.norm(terms))
    return terms / length if length > 0 else terms
