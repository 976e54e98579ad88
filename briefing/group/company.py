"""Company: how much two articles' nearest are the same articles, which tells one event beside what the two share.

Two reports of one event are near the same third ones; of two reports on one topic each has its own (shared nearest
neighbours, Jarvis and Patrick 1973, here by the cosine of weighted lists).
"""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]

# How many of its nearest an article's company are: 6 to 15 read alike, most events having fewer reports.
CLOSEST = 8
CLOSEST_SHARE = 0.15  # … and at most this share of a small batch, where eight would be most there are
# How much of a similarity goes by company: from 1 - SHARE, where it is all different, to 1 + SHARE. Chosen on five
# labelled sets, with and without titles and dates, with the level that fits: 0.15 reads a little better and 0.2 alike,
# but part an event of two hundred reports, each of which has its own eight closest among them.
SHARE = 0.1
TOGETHER = 4000  # rows held against all at once: bounds memory
MOST = 1 - 1e-6  # of a row's number: what is added to it to sort by, so that it stays that row's


def company(articles: int, left: Integers, right: Integers, similarity: Floats) -> Floats:
    """What to multiply the similarity of each pair of rows by; pairs as in `Neighbours`, ascending, none twice."""
    lists = closest_of(articles, left, right, similarity)
    columns = lists.T.tocsr()
    shared = np.zeros(len(left))
    cuts = np.searchsorted(left, range(0, articles + TOGETHER, TOGETHER)).tolist()
    for number, (start, end) in enumerate(pairwise(cuts)):
        first = number * TOGETHER
        if start < end:
            products = (lists[first : first + TOGETHER] @ columns).tocsr()
            shared[start:end] = np.asarray(products[left[start:end] - first, right[start:end]]).ravel()
    return 1 - SHARE + 2 * SHARE * shared


def _last(keys: Floats, lengths: Integers, most: int) -> Floats:
    """The last key that each owner keeps, who has so many of them, which lie from its number to the next."""
    ends = np.cumsum(lengths)
    places = np.minimum(ends - lengths + most, ends) - 1
    last: Floats = np.append(np.sort(keys), -1.0)[places]
    return last


def closest_of(articles: int, left: Integers, right: Integers, similarity: Floats) -> sparse.csr_matrix:
    """Each article's closest by their similarity, itself as near as the closest; rows of unit length."""
    owners, others = np.concatenate((left, right)), np.concatenate((right, left))
    keys: Floats = np.tile((1 - np.clip(similarity, 0, 1)) * MOST, 2) + owners  # sort by owner, the nearest first
    most = min(CLOSEST, math.ceil(CLOSEST_SHARE * articles))
    near = np.flatnonzero(keys <= _last(keys, np.bincount(owners, minlength=articles), most)[owners])
    order = near[np.argsort(keys[near], kind="stable")]
    owners, others, weights = owners[order], others[order], np.tile(similarity, 2)[order]
    lengths = np.bincount(owners, minlength=articles)
    kept = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths) < most
    owners, others, weights = owners[kept], others[kept], weights[kept]
    own = np.zeros(articles)
    np.maximum.at(own, owners, weights)
    everyone = np.arange(articles)
    entries = (np.concatenate((weights, own)), (np.concatenate((owners, everyone)), np.concatenate((others, everyone))))
    lists = sparse.csr_matrix(entries, shape=(articles, articles))
    length = np.sqrt(np.asarray(lists.multiply(lists).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(length, np.finfo(np.float64).tiny)) @ lists
