"""Crowding: how similar an article is to its wider surroundings, which mostly tell other events.

How similar two reports of one event are beside two reports of different events depends on what surrounds them: in a
fortnight of one trial every two articles on it share its people and words, in a week of unrelated news hardly two do.
So a similarity counts by what it is above the surroundings of the two, and then one level serves every batch, and the
crowded and the lonely corners of one batch alike. (Local scaling of similarities, as in Zelnik-Manor and Perona 2004,
measured beyond the nearest, as those may tell the same event.)
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]

# The surroundings of an article are those from its 20th to its 60th nearest, those that are missing counting as 0:
# beyond the reports of one event, within what is kept of neighbours. The 10th to 40th read the same at their own level.
FROM, TO = 20, 60
# In a batch too small for that, from this share of it to all of it: at a quarter an event that is half of the batch is
# parted, at a half two accidents in one small town join.
FROM_SHARE = 0.3
# How much of its similarity to them a similarity loses. 0.45 to 0.9 read alike with the level that fits.
SHARE = 0.6
# Surroundings as similar as this are an event of a hundred reports, which surrounds its own: from half of it on they
# count ever less. A trial that filled two weeks comes to 0.17; reports of one event to 0.2 and more on average.
OWN_EVENT = 0.3
# The mean similarity above the surroundings at which groups join. 0.13 to 0.145 read within half a point. It was chosen
# with the share, each of five labelled sets left out in turn (benchmarks/group_crowding.py), and again with time.
LEVEL = 0.135
MOST = 1 - 1e-6  # of a row's number: what is added to it to sort by, so that it stays that row's


def crowding(articles: int, left: Integers, right: Integers, similarity: Floats) -> Floats:
    """How much each article takes off its similarities, by its known pairs: 0 to `SHARE` · `OWN_EVENT` / 4."""
    # A row's number and, below 1, what it lacks of the greatest similarity sort as one number: by row, nearest first.
    lacking = (1 - np.clip(similarity, 0, 1)) * MOST
    keyed = np.concatenate((left + lacking, right + lacking))
    keyed.sort()
    rows = keyed.astype(np.int64)
    lengths = np.bincount(rows, minlength=articles)
    rank = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    first = min(FROM, int(FROM_SHARE * articles))
    last = max(first + 1, min(TO, articles - 1))
    around = (rank >= first) & (rank < last)
    rows, keyed = rows[around], keyed[around]
    ranked = 1 - (keyed - rows) / MOST
    mean = np.bincount(rows, weights=ranked, minlength=articles) / (last - first)
    return SHARE / 2 * np.minimum(mean, np.maximum(0, OWN_EVENT - mean))
