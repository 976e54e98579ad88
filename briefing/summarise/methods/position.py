"""The weight of a place in an article: news tells first what matters most."""

import numpy as np

from briefing.summarise.terms import Corpus, Vector

DECAY = 1.0  # of the power law; flat between 0.75 and 1.4 (benchmarks/summarise_tune.py)


def position_weights(corpus: Corpus, decay: float = DECAY) -> Vector:
    """(1 + position)^-decay of each sentence: 1 for an article's first."""
    positions = np.array([sentence.position for sentence in corpus.sentences], dtype=np.float64)
    return np.power(1.0 + positions, -decay)
