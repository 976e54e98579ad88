"""The weight of a place in an article: news tells first what matters most."""

import numpy as np

from briefing.summarise.terms import Corpus, Vector

DECAY = 1.0  # of the power law; flat between 0.75 and 1.4 (benchmarks/summarise_tune.py)
RANK_SHARE = 0.1  # of a method's own rank in a sentence's weight, beside its place; docs/decisions/0033


def position_weights(corpus: Corpus, decay: float = DECAY, *, reach: float | None = None) -> Vector:
    """(1 + position / reach)^-decay of each sentence: 1 for an article's first; reach: None for the corpus's own."""
    positions = np.array([sentence.position for sentence in corpus.sentences], dtype=np.float64)
    return np.power(1.0 + positions / (corpus.reach if reach is None else reach), -decay)


def blended(corpus: Corpus, ranks: Vector) -> Vector:
    """Each place's weight, lessened by up to RANK_SHARE where a method ranks the sentence low; `ranks` are 0 to 1."""
    return np.asarray(position_weights(corpus) * (1 - RANK_SHARE + RANK_SHARE * ranks))
