"""Centroid: sentences near the words that the event's articles share.

Radev, Jing, Styś & Tam, "Centroid-based summarization of multiple documents", Information Processing & Management
40(6), 2004. A sentence's weight is the mean of its terms' centroid values plus its place's value.
"""

import numpy as np

from briefing.summarise.methods.position import position_weights
from briefing.summarise.terms import Corpus, Vector


def centroid(corpus: Corpus) -> Vector:
    """The centroid value of each sentence, scaled to 1 at most, times its place's weight."""
    terms = corpus.words
    sentences = len(corpus.sentences)
    if not terms.counts.nnz:
        return position_weights(corpus)
    rarity = np.log1p(sentences / terms.in_sentences)
    values = np.asarray(terms.counts.sum(axis=0)).ravel() * rarity / corpus.articles
    lengths = np.maximum(np.asarray(terms.counts.sum(axis=1)).ravel(), 1.0)
    weights = np.asarray(terms.counts @ values).ravel() / np.sqrt(lengths)
    return np.asarray(position_weights(corpus) * weights / max(weights.max(), np.finfo(np.float64).tiny))
