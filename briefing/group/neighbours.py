"""Which articles are near which: each one's nearest, by the weighed sum of three cosines, softened by time.

What counts is how far a similarity is above the two articles' surroundings, see `crowding`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing.group.closeness import closeness, days_of
from briefing.group.company import company
from briefing.group.crowding import crowding
from briefing.group.lookalikes import apart
from briefing.group.nearest import Nearest, nearest, weighed_anew
from briefing.group.over import Over
from briefing.group.stack import Stack
from briefing.group.vectors import Vectors
from briefing.model import Article, Copy

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

# The shares of title, lead and body in a similarity. Where one of two articles has no title its share goes to the lead.
TITLE_SHARE, LEAD_SHARE, BODY_SHARE = 0.15, 0.25, 0.60
# Entries of a unit vector that are left out: hundreds of them hold a thousandth of its length, and half the work.
LEAST_WEIGHT = 0.006
# What is taken for the similarity of two articles that are too many for each other's lists, as a share of their least
# similar neighbours': below them, and softened by time. Without it an event of hundreds of articles falls apart.
BEYOND = 0.5
TOGETHER = 500  # rows made ready at once: bounds memory, and what is worked on stays near the processor
PAIRS = 500  # of rows multiplied at once
# What is left of a similarity within one outlet: it seldom reports one event twice, and its articles share its style.
# 0.6 to 0.9 read alike.
SAME_OUTLET = 0.8
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
    found: Nearest | None = None  # what they were made of


def neighbours(
    articles: Sequence[Article],
    copies: Sequence[Copy],
    vectors: Vectors,
    over: Over = map,
    known: Nearest | None = None,
) -> Neighbours:
    """The pairs of articles one of which is among the other's nearest, and how similar they are.

    Products are exact where both have a title or neither has; of a full list's last, else, a little low. `known`: what
    was found of the same articles under weights that differ little; then the company they are in counts too.
    """
    titled = np.diff(vectors.titles.indptr) > 0
    rows, days = _side_by_side(vectors, titled), days_of(articles)
    found = nearest(rows, days, over) if known is None else weighed_anew(rows, days, known, over)
    del rows
    last, apart = found.last, found.left != found.right
    left, right, similarity = found.left[apart], found.right[apart], found.product[apart]
    mixed = titled[left] != titled[right]
    similarity[mixed] = _without_titles(vectors, left[mixed], right[mixed])
    similarity *= closeness(articles, copies, left, right)
    if known is not None:
        similarity *= company(len(articles), left, right, similarity)
    similarity[_same_outlet(articles, left, right)] *= SAME_OUTLET
    crowded = crowding(len(articles), left, right, similarity)
    similarity -= crowded[left] + crowded[right]
    beyond = np.maximum(0, BEYOND * last - 2 * crowded)
    kept = np.maximum(similarity, np.sqrt(beyond[left] * beyond[right])) >= LEAST_SIMILARITY
    return Neighbours(len(articles), left[kept], right[kept], similarity[kept], beyond, found)


def parted(near: Neighbours, looks: Sequence[tuple[int, int]]) -> Neighbours:
    """The neighbours where look-alikes are not similar at all; `looks`: pairs of rows that are.

    What is beyond the neighbours of an article most of which are its look-alikes are more of them.
    """
    if not looks:
        return near
    alike = apart(near.articles, near.left, near.right, looks)
    both = np.concatenate((near.left, near.right))
    known = np.bincount(both, minlength=near.articles)
    parted = np.bincount(both, np.tile(alike, 2), near.articles)
    return replace(near, similarity=near.similarity * ~alike, beyond=near.beyond * (2 * parted <= known))


def _same_outlet(articles: Sequence[Article], left: Integers, right: Integers) -> Flags:
    """Which pairs are of one known outlet."""
    numbers = {name: number for number, name in enumerate(sorted({a.outlet for a in articles if a.outlet}))}
    outlets = np.array([numbers.get(a.outlet or "", -1) for a in articles], dtype=np.int64)
    same: Flags = (outlets[left] == outlets[right]) & (outlets[left] >= 0)
    return same


def _side_by_side(vectors: Vectors, titled: Flags) -> Any:
    """The three fields as one vector an article, whose products are the weighed sums of cosines."""
    lead_share = np.sqrt(np.where(titled, LEAD_SHARE, LEAD_SHARE + TITLE_SHARE)).astype(np.float32)
    all_fields = (vectors.titles, vectors.leads, vectors.bodies)
    shape = (len(titled), sum(field.shape[1] for field in all_fields))
    blocks = Stack(shape, sum(field.nnz for field in all_fields))
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
        blocks.add(rows)
    return blocks.whole


def _without_titles(vectors: Vectors, left: Integers, right: Integers) -> Floats:
    """The weighed sum of cosines of pairs of which one has a title and the other none."""
    summed = np.zeros(len(left))
    for start in range(0, len(left), PAIRS):
        some = slice(start, start + PAIRS)
        for field, share in ((vectors.leads, TITLE_SHARE + LEAD_SHARE), (vectors.bodies, BODY_SHARE)):
            cosines = field[left[some]].multiply(field[right[some]]).sum(axis=1)
            summed[some] += share * np.asarray(cosines, dtype=np.float64).ravel()
    return summed
