"""LSA: sentences that are long in the few topics that carry the event.

Steinberger & Ježek, "Using Latent Semantic Analysis in Text Summarization and Summary Evaluation", ISIM 2004: a
singular value decomposition of terms by sentences, reduced to the dimensions whose singular value is at least half the
first; a sentence weighs √Σσ²v² over them.
"""

from typing import Any

import numpy as np
from scipy.sparse import diags

from briefing.summarise.methods.position import blended, position_weights
from briefing.summarise.terms import Corpus, Vector

LEAST_SHARE = 0.5  # of the first singular value; of the paper
MOST_DIMENSIONS = 20  # kept of long texts; on events of 100 to 700 sentences, 2 to 50 are above half the first
DENSE_BELOW = 120  # sentences or terms; a full decomposition is quicker there
PRECISION = 1e-3  # of the singular values, relative; more changes no summary


def lsa(corpus: Corpus) -> Vector:
    """The share of each sentence's length that lies in the main topics, blended into its place's weight.

    The share, not the length itself, which favours long sentences.
    """
    weighted = weigh(corpus)
    if not weighted.nnz:
        return position_weights(corpus)
    full = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    share = np.minimum(topic_lengths(weighted) / np.maximum(full, np.finfo(np.float64).tiny), 1.0)
    return blended(corpus, share)


def weigh(corpus: Corpus) -> Any:
    """Sentences × terms: counts by the logarithm of rarity."""
    rarity = np.log1p(len(corpus.sentences) / np.maximum(corpus.words.in_sentences, 1.0))
    return (corpus.words.counts @ diags(rarity)).tocsr()


def topic_lengths(weighted: Any) -> Vector:
    """√Σσ²v² of each sentence over the dimensions with σ at least half the largest."""
    left, values = _decompose(weighted)
    kept = values >= LEAST_SHARE * values.max()
    return np.asarray(np.sqrt(((left[:, kept] * values[kept]) ** 2).sum(axis=1)))


def _decompose(weighted: Any) -> tuple[Vector, Vector]:
    """Left singular vectors (sentences × dimensions) and singular values."""
    smaller = min(weighted.shape)
    if smaller > DENSE_BELOW:
        from scipy.sparse.linalg import ArpackError, svds  # loaded late: a tenth of a second that other methods save

        start = np.ones(smaller)  # a fixed start, so the same text always gives the same ranks
        try:
            left, values, _ = svds(weighted, k=MOST_DIMENSIONS, v0=start, tol=PRECISION)
        except ArpackError:
            pass  # no convergence: the full decomposition below always ends
        else:
            return left, values
    left, values, _ = np.linalg.svd(weighted.toarray(), full_matrices=False)
    return left, values
