"""Which articles are near which: each one's nearest, by the weighed sum of three cosines, softened by time.

What counts is how far a similarity is above the two articles' surroundings, see `crowding`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from briefing.group.closeness import closeness
from briefing.group.crowding import crowding
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
# All pairs of more articles than this would cost too much, nearly all of it for words that many have and that tell
# least. So neighbours are looked for by what an article has of rare words, those in `RARE` articles at most, and by its
# heaviest of the others, never by those that so large a share of articles have; the similarities of what was found are
# then worked out whole. Of pairs of one event 99.5 % are found all the same (30,000 generated articles), in a fiftieth
# of the time of all pairs. Rare words alone lose the events that make their own words common.
FEW, RARE, HEAVIEST, COMMON_SHARE = 500, 300, 20, 0.03
TOGETHER = 2000  # rows made ready at once: bounds memory
THREADS = 2  # of the product: as many as any machine has; the result is the same with any
# What is left of a similarity within one outlet: it seldom reports one event twice, and its articles share its style.
# 0.6 to 0.9 read alike.
SAME_OUTLET = 0.8
LEAST_COSINE = 0.03  # what is below never comes near the level at which groups join
# Two thirds of all pairs are less similar than this above their surroundings, and what lies beyond them too; groups
# join the same without them, within a tenth of a point.
LEAST_SIMILARITY = 0.03


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of near articles: `left[k] < right[k]` are rows, each pair once, in ascending order."""

    articles: int  # how many rows there are
    left: Integers
    right: Integers
    similarity: Floats  # 0 to 1: above the surroundings of the two
    beyond: Floats  # an article each: how similar one that is not among its neighbours may be; 0: all are among them


def neighbours(articles: Sequence[Article], copies: Sequence[Copy], vectors: Vectors) -> Neighbours:
    """The pairs of articles one of which is among the other's `NEAREST`, and how similar they are."""
    titled = np.diff(vectors.titles.indptr) > 0
    left, right, similarity, last = _nearest(vectors, titled)
    mixed = titled[left] != titled[right]
    similarity[mixed] = _without_titles(vectors, left[mixed], right[mixed])
    similarity *= closeness(articles, copies, left, right)
    similarity[_same_outlet(articles, left, right)] *= SAME_OUTLET
    crowded = crowding(len(articles), left, right, similarity)
    similarity -= crowded[left] + crowded[right]
    beyond = np.maximum(0, BEYOND * last - 2 * crowded)
    kept = np.maximum(similarity, np.sqrt(beyond[left] * beyond[right])) >= LEAST_SIMILARITY
    return Neighbours(len(articles), left[kept], right[kept], similarity[kept], beyond)


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
    rows = _side_by_side(vectors, titled)
    count = rows.shape[0]
    top = min(NEAREST + 1, count)
    if count <= FEW:
        found = sp_matmul_topn(rows, rows.T.tocsr(), top_n=top, threshold=LEAST_COSINE, n_threads=THREADS)
    else:
        telling, wanted = _telling(rows)
        found = sp_matmul_topn(telling, wanted.T.tocsr(), top_n=top, threshold=LEAST_COSINE, n_threads=THREADS)
        del telling, wanted
    full = np.diff(found.indptr) > NEAREST
    found = found.tocoo()
    first, second = np.minimum(found.row, found.col).astype(np.int64), np.maximum(found.row, found.col)
    keys, places, back = np.unique(first * count + second, return_index=True, return_inverse=True)
    left, right = keys // count, keys % count
    similarity = found.data[places].astype(np.float64) if count <= FEW else _dots(rows, left, right)
    last = np.full(count, np.inf)
    np.minimum.at(last, found.row, similarity[back])
    apart = left != right
    return left[apart], right[apart], similarity[apart], np.where(full, last, 0.0)


def _telling(rows: Any) -> tuple[Any, Any]:
    """The rows as they are looked for, and as they are looked among: see `RARE`."""
    used = np.bincount(rows.indices, minlength=rows.shape[1])
    kept = used <= max(FEW, COMMON_SHARE * rows.shape[0])
    wanted = _columns(rows, kept)
    used = used[kept]
    others = np.flatnonzero(used[wanted.indices] > RARE)
    owners = np.repeat(np.arange(rows.shape[0], dtype=np.int32), np.diff(wanted.indptr))[others]
    order = np.lexsort((-wanted.data[others], owners))
    rank = np.arange(len(order)) - np.searchsorted(owners, owners)  # `owners` ascends, so it is sorted already
    telling = wanted.copy()
    telling.data[others[order[rank >= HEAVIEST]]] = 0
    telling.eliminate_zeros()
    return telling, wanted


def _side_by_side(vectors: Vectors, titled: Flags) -> Any:
    """The three fields as one vector an article, whose products are the weighed sums of cosines."""
    lead_share = np.sqrt(np.where(titled, LEAD_SHARE, LEAD_SHARE + TITLE_SHARE)).astype(np.float32)
    blocks = []
    for at in range(0, len(titled), TOGETHER):
        some = slice(at, at + TOGETHER)
        fields = (
            vectors.titles[some] * np.float32(np.sqrt(TITLE_SHARE)),
            sparse.diags(lead_share[some]) @ vectors.leads[some],
            vectors.bodies[some] * np.float32(np.sqrt(BODY_SHARE)),
        )
        rows = sparse.hstack(fields, format="csr", dtype=np.float32)
        rows.data[rows.data < LEAST_WEIGHT] = 0
        rows.eliminate_zeros()
        blocks.append(rows)
    return sparse.vstack(blocks, format="csr")


def _columns(rows: Any, kept: Flags) -> Any:
    """The rows with only some of their columns, in the order these had."""
    if kept.all():
        return rows
    number = np.cumsum(kept) - 1
    chosen = kept[rows.indices]
    starts = np.concatenate(([0], np.cumsum(chosen)))[rows.indptr]
    parts = (rows.data[chosen], number[rows.indices[chosen]].astype(np.int32), starts.astype(rows.indptr.dtype))
    return sparse.csr_matrix(parts, shape=(rows.shape[0], int(number[-1]) + 1))


def _dots(rows: Any, left: Integers, right: Integers) -> Floats:
    """The products of pairs of rows; `left` ascends."""
    products = np.empty(len(left))
    whole = np.zeros(rows.shape[1], dtype=np.float32)
    starts = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1]))) if len(left) else left
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(left)], strict=True):
        own = slice(rows.indptr[left[start]], rows.indptr[left[start] + 1])
        whole[rows.indices[own]] = rows.data[own]
        products[start:end] = rows[right[start:end]] @ whole
        whole[rows.indices[own]] = 0
    return products


def _without_titles(vectors: Vectors, left: Integers, right: Integers) -> Floats:
    """The weighed sum of cosines of pairs of which one has a title and the other none."""
    leads = np.asarray(vectors.leads[left].multiply(vectors.leads[right]).sum(axis=1), dtype=np.float64).ravel()
    bodies = np.asarray(vectors.bodies[left].multiply(vectors.bodies[right]).sum(axis=1), dtype=np.float64).ravel()
    summed: Floats = (TITLE_SHARE + LEAD_SHARE) * leads + BODY_SHARE * bodies
    return summed
