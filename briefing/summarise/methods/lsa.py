"""LSA: sentences that are long in the few topics that carry the event.

Steinberger & Ježek, "Using Latent Semantic Analysis in Text Summarization and Summary Evaluation", ISIM 2004: a
singular value decomposition of terms by sentences, reduced to the dimensions whose singular value is at least half the
first; a sentence weighs √Σσ²v² over them.
"""

from typing import Any

import numpy as np

from briefing.summarise.methods.position import blended, position_weights
from briefing.summarise.terms import Corpus, Vector

LEAST_SHARE = 0.5  # of the first singular value; of the paper
MOST_DIMENSIONS = 10  # kept of long texts; on events of 100 to 700 sentences, 2 to 50 are above half the first
MORE = 8  # directions that are followed beside those kept, so that those kept come out nearly exact
ROUNDS = 5  # of following them: ranks correlate with the full decomposition's at 0.98 in the mean (decision 230)
MADE_ORTHOGONAL = (2, 4, 5)  # after these rounds the directions, which all turn to the first, are parted again
NOTHING = float(np.finfo(np.float64).tiny)
DENSE_BELOW = 60  # sentences or terms; a full decomposition is quicker there


def lsa(corpus: Corpus) -> Vector:
    """The share of each sentence's length that lies in the main topics, blended into its place's weight.

    The share, not the length itself, which favours long sentences.
    """
    weighted = weigh(corpus)
    if not weighted.nnz:
        return position_weights(corpus)
    size = weighted.shape[0]
    full = np.sqrt(np.bincount(np.repeat(np.arange(size), np.diff(weighted.indptr)), weighted.data**2, minlength=size))
    share = np.minimum(topic_lengths(weighted) / np.maximum(full, NOTHING), 1.0)
    return blended(corpus, share)


def weigh(corpus: Corpus) -> Any:
    """Sentences × terms: counts by the logarithm of rarity."""
    rarity = np.log1p(len(corpus.sentences) / np.maximum(corpus.words.in_sentences, 1.0))
    weighted = corpus.words.counts.copy()
    weighted.data *= rarity[weighted.indices]
    return weighted


def topic_lengths(weighted: Any) -> Vector:
    """√Σσ²v² of each sentence over the first MOST_DIMENSIONS dimensions with σ at least half the largest."""
    left, values = _decompose(weighted)
    kept = values >= max(LEAST_SHARE * values.max(), np.sort(values)[-MOST_DIMENSIONS:][0])
    return np.asarray(np.sqrt(((left[:, kept] * values[kept]) ** 2).sum(axis=1)))


def _decompose(weighted: Any) -> tuple[Vector, Vector]:
    """Left singular vectors (sentences × dimensions) and singular values, of long texts the greatest only.

    Of long texts by subspace iteration (Halko, Martinsson & Tropp, "Finding Structure with Randomness", SIAM Review
    53(2), 2011, algorithm 4.4), from cosines in place of random numbers: the same text always gives the same ranks.
    """
    if min(weighted.shape) <= DENSE_BELOW:
        left, values, _ = np.linalg.svd(weighted.toarray(), full_matrices=False)
        return left, values
    size = weighted.shape[0]
    turned = weighted.T
    basis = np.cos(np.pi / size * np.outer(np.arange(size) + 0.5, np.arange(MOST_DIMENSIONS + MORE)))
    for step in range(1, ROUNDS + 1):
        basis = weighted @ (turned @ basis)
        if step in MADE_ORTHOGONAL:
            basis, _ = np.linalg.qr(basis)
    inside = turned @ basis
    squares, rotation = np.linalg.eigh(inside.T @ inside)
    return basis @ rotation, np.sqrt(np.maximum(squares, 0.0))
