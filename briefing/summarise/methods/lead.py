"""Lead: the first sentences of every article; the plainest baseline of news, and hard to beat.

Brandow, Mitze & Rau, "Automatic condensation of electronic publications by sentence selection", Information
Processing & Management 31(5), 1995.
"""

from briefing.summarise.methods.position import position_weights
from briefing.summarise.terms import Corpus, Vector

STEEP = 4.0  # power of the decay: an article's second sentence weighs a sixteenth of its first


def lead(corpus: Corpus) -> Vector:
    """Weights that fall off so steeply that only an article's first sentences count."""
    return position_weights(corpus, STEEP)
