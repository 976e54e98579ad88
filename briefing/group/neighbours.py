"""Which articles are near which: each one's nearest, by the weighed sum of three cosines, softened by time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from briefing.group.closeness import closeness
from briefing.group.vectors import Vectors
from briefing.model import Article, Copy

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# The shares of title, lead and body in a similarity. Where one of two articles has no title its share goes to the lead.
TITLE_SHARE, LEAD_SHARE, BODY_SHARE = 0.15, 0.25, 0.60
NEAREST = 64  # neighbours kept an article; 20 lost nothing on 300 articles, more serve events of more articles
# Entries of a unit vector that are left out: hundreds of them hold a thousandth of its length, and half the work.
LEAST_WEIGHT = 0.006
# What is taken for the similarity of two articles that are too many for each other's lists, as a share of their least
# similar neighbours': below them, and softened by time. Without it an event of hundreds of articles falls apart.
BEYOND = 0.5
# What is left of a similarity within one outlet: it seldom reports one event twice, and its articles share its style.
# 0.6 to 0.9 read alike.
SAME_OUTLET = 0.8
LEAST_COSINE = 0.03  # what is below never comes near the level at which groups join


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of near articles: `left[k] < right[k]` are rows, each pair once, in ascending order."""

    articles: int  # how many rows there are
    left: Integers
    right: Integers
    similarity: Floats  # 0 to 1
    beyond: Floats  # an article each: how similar one that is not among its neighbours may be; 0: all are among them


def neighbours(articles: Sequence[Article], copies: Sequence[Copy], vectors: Vectors) -> Neighbours:
    """The pairs of articles one of which is among the other's `NEAREST`, and how similar they are."""
    titled = np.diff(vectors.titles.indptr) > 0
    left, right, similarity, last = _nearest(vectors, titled)
    mixed = titled[left] != titled[right]
    similarity[mixed] = _without_titles(vectors, left[mixed], right[mixed])
    similarity *= closeness(articles, copies, left, right)
    similarity[_same_outlet(articles, left, right)] *= SAME_OUTLET
    return Neighbours(len(articles), left, right, similarity, BEYOND * last)


def _same_outlet(articles: Sequence[Article], left: Integers, right: Integers) -> Flags:
    """Which pairs are of one known outlet."""
    numbers = {name: number for number, name in enumerate(sorted({a.outlet for a in articles if a.outlet}))}
    outlets = np.array([numbers.get(a.outlet or "", -1) for a in articles], dtype=np.int64)
    same: Flags = (outlets[left] == outlets[right]) & (outlets[left] >= 0)
    return same


def _nearest(vectors: Vectors, titled: Flags) -> tuple[Integers, Integers, Floats, Floats]:
    """Pairs of rows with their weighed sum of cosines, from one product of the three fields side by side.

    Exact where both have a title or neither has; else a little low. The last is, for each row whose list of neighbours
    is full, its least similar neighbour's sum; 0 for others.
    """
    lead_share = np.sqrt(np.where(titled, LEAD_SHARE, LEAD_SHARE + TITLE_SHARE)).astype(np.float32)
    fields = (
        vectors.titles * np.float32(np.sqrt(TITLE_SHARE)),
        sparse.diags(lead_share) @ vectors.leads,
        vectors.bodies * np.float32(np.sqrt(BODY_SHARE)),
    )
    rows = sparse.hstack(fields, format="csr", dtype=np.float32)
    rows.data[rows.data < LEAST_WEIGHT] = 0
    rows.eliminate_zeros()
    count = rows.shape[0]
    found = sp_matmul_topn(rows, rows.T.tocsr(), top_n=min(NEAREST + 1, count), threshold=LEAST_COSINE)
    last = _least_of_full(found)
    found = found.tocoo()
    first, second = np.minimum(found.row, found.col).astype(np.int64), np.maximum(found.row, found.col)
    keys, places = np.unique(first * count + second, return_index=True)
    apart = first[places] != second[places]
    keys, similarity = keys[apart], found.data[places[apart]].astype(np.float64)
    return keys // count, keys % count, similarity, last


def _least_of_full(found: Any) -> Floats:
    """For each row whose list of neighbours is full the least similarity in it, 0 for others."""
    least = np.zeros(found.shape[0])
    for row in np.flatnonzero(np.diff(found.indptr) > NEAREST):
        least[row] = found.data[found.indptr[row] : found.indptr[row + 1]].min()
    return least


def _without_titles(vectors: Vectors, left: Integers, right: Integers) -> Floats:
    """The weighed sum of cosines of pairs of which one has a title and the other none."""
    leads = np.asarray(vectors.leads[left].multiply(vectors.leads[right]).sum(axis=1), dtype=np.float64).ravel()
    bodies = np.asarray(vectors.bodies[left].multiply(vectors.bodies[right]).sum(axis=1), dtype=np.float64).ravel()
    summed: Floats = (TITLE_SHARE + LEAD_SHARE) * leads + BODY_SHARE * bodies
    return summed
