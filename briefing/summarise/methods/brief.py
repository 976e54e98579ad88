"""The default: what the articles say first, and say together.

The weight is the place's alone; what articles share is told by the target that selection steers by (`target.py`).
"""

from briefing.summarise.methods.position import position_weights
from briefing.summarise.terms import Corpus, Vector


def brief(corpus: Corpus) -> Vector:
    """The weight of each sentence's place."""
    return position_weights(corpus)
