"""TextRank: PageRank over the graph of sentences that share words.

Mihalcea & Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004. Similarity is the number of shared words over the
sum of the logarithms of both lengths, and the random jump goes to any sentence, as there.
"""

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from briefing.summarise.methods.position import blended
from briefing.summarise.terms import Corpus, Vector

DAMPING = 0.85  # of the paper
TOLERANCE = 1e-6  # of the ranks' change, Euclidean; ranks sum to 1
MOST_ROUNDS = 100
ALMOST_NOTHING = 1e-7  # keeps rows without neighbours from dividing by zero


def textrank(corpus: Corpus) -> Vector:
    """Each sentence's rank, scaled to 1 at most, blended into its place's weight."""
    size = len(corpus.sentences)
    if not size:
        return np.zeros(0)
    ranks = pagerank(similarities(corpus.words.counts), np.full(size, 1.0 / size))
    return blended(corpus, ranks / ranks.max())


def similarities(counts: Any) -> Any:
    """Sentences × sentences, sparse: shared words over log lengths (Mihalcea & Tarau 2004, section 4.1)."""
    shared = csr_matrix(counts @ counts.T)
    logs = np.log(np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1.0))
    rows = np.repeat(np.arange(shared.shape[0]), np.diff(shared.indptr))
    norms = logs[rows] + logs[shared.indices]
    norms[norms < ALMOST_NOTHING] = 1.0  # two sentences of one word each
    shared.data = shared.data / norms
    return shared


def pagerank(graph: Any, jump: Vector, damping: float = DAMPING, tolerance: float = TOLERANCE) -> Vector:
    """The stationary distribution of a walk that follows the graph, or jumps with probability 1 - damping."""
    outgoing = np.asarray(graph.sum(axis=1)).ravel() + ALMOST_NOTHING
    back = graph.T  # as it is: a conversion costs more than the walk
    ranks = np.full(len(jump), 1.0 / len(jump))
    for _ in range(MOST_ROUNDS):
        moved = (1 - damping) * ranks.sum() * jump + damping * (back @ (ranks / outgoing))
        change = float(np.linalg.norm(moved - ranks))
        ranks = moved
        if change <= tolerance:
            break
    return np.asarray(ranks)
