"""How similar two groups must be to tell one event, read off the batch itself.

The fitting level moves with how well the background knows the times and how dense the batch is. What moves with it is
the noise: how similar an article is to those that tell *other* events. So articles are grouped once at a strict level,
and what they still share with articles of other groups says where the final level should be.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefing.group.neighbours import Neighbours

Floats = npt.NDArray[np.float64]

# The level of the first grouping: above the fitting one on every set, so that what is left between groups is noise.
# 0.17 to 0.2 read alike.
STRICT = 0.18
# An article's noise is the mean of its similarities to this many of the most similar articles of other groups; 1 to 6
# read alike.
STRANGERS = 3
# level = TIMES x noise of the batch: the median of its groups' means, so each counts once, however big. 1.45 to 1.6
# read within 0.005, and no offset beside it helps.
TIMES = 1.55
# What the noise is in a batch of some hundreds, and how many groups that counts: a handful tells nothing of it.
USUAL_NOISE, USUAL_GROUPS = 0.105, 8
# Never stricter than this: a batch that is one event throughout has its own members for noise.
STRICTEST = 0.2


def level(near: Neighbours, groups: Sequence[Sequence[int]]) -> float:
    """The mean similarity, 0 to 1, at which groups should join, by what articles of different `groups` share."""
    of_articles = _noise(near, groups)
    noise = float(np.median([of_articles[list(group)].mean() for group in groups])) if groups else 0.0
    expected = (len(groups) * noise + USUAL_GROUPS * USUAL_NOISE) / (len(groups) + USUAL_GROUPS)
    return min(STRICTEST, TIMES * expected)


def _noise(near: Neighbours, groups: Sequence[Sequence[int]]) -> Floats:
    """For each article the mean of its `STRANGERS` highest similarities to articles of other groups."""
    group_of = np.zeros(near.articles, dtype=np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    apart = group_of[near.left] != group_of[near.right]
    rows = np.concatenate((near.left[apart], near.right[apart]))
    similarity = np.tile(near.similarity[apart], 2)
    order = np.lexsort((-similarity, rows))
    rows, similarity = rows[order], similarity[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    chosen = rank < STRANGERS
    return np.bincount(rows[chosen], weights=similarity[chosen], minlength=near.articles) / STRANGERS
