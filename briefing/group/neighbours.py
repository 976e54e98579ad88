"""Which articles are near which: each one's nearest, by the weighed sum of three cosines, softened by time."""

from collections.abc import Sequence
from dataclasses import dataclass

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
LEAST_COSINE = 0.03  # what is below never comes near the level at which groups join


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of near articles: `left[k] < right[k]` are rows, each pair once, in ascending order."""

    articles: int  # how many rows there are
    left: Integers
    right: Integers
    similarity: Floats  # 0 to 1


def neighbours(articles: Sequence[Article], copies: Sequence[Copy], vectors: Vectors) -> Neighbours:
    """The pairs of articles one of which is among the other's `NEAREST`, and how similar they are."""
    titled = np.diff(vectors.titles.indptr) > 0
    left, right, similarity = _nearest(vectors, titled)
    mixed = titled[left] != titled[right]
    similarity[mixed] = _without_titles(vectors, left[mixed], right[mixed])
    return Neighbours(len(articles), left, right, similarity * closeness(articles, copies, left, right))


def _nearest(vectors: Vectors, titled: Flags) -> tuple[Integers, Integers, Floats]:
    """Pairs of rows with their weighed sum of cosines, from one product of the three fields side by side.

    Exact where both have a title or neither has; else a little low.
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
    found = sp_matmul_topn(rows, rows.T.tocsr(), top_n=min(NEAREST + 1, count), threshold=LEAST_COSINE).tocoo()
    first, second = np.minimum(found.row, found.col).astype(np.int64), np.maximum(found.row, found.col)
    keys, places = np.unique(first * count + second, return_index=True)
    apart = first[places] != second[places]
    keys, similarity = keys[apart], found.data[places[apart]].astype(np.float64)
    return keys // count, keys % count, similarity


def _without_titles(vectors: Vectors, left: Integers, right: Integers) -> Floats:
    """The weighed sum of cosines of pairs of which one has a title and the other none."""
    leads = np.asarray(vectors.leads[left].multiply(vectors.leads[right]).sum(axis=1), dtype=np.float64).ravel()
    bodies = np.asarray(vectors.bodies[left].multiply(vectors.bodies[right]).sum(axis=1), dtype=np.float64).ravel()
    summed: Floats = (TITLE_SHARE + LEAD_SHARE) * leads + BODY_SHARE * bodies
    return summed
