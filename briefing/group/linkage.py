"""Average linkage over a sparse graph of neighbours (Sokal and Michener 1958): the two nearest groups join, again and
again, until no two are near enough. Most of it is done in rounds (`reciprocal`), the rest one after another.

The similarity of two groups is the mean over all pairs of their members. Pairs that are no neighbours count as 0, or,
where both have more neighbours than were kept, as the geometric mean of what may be `beyond` those. Two groups can only
join where some of their members are neighbours, so the cost is near linear in the number of neighbours.
"""

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from briefing.group.neighbours import Neighbours
from briefing.group.parts import parts_of
from briefing.group.reciprocal import Graph, in_rounds, joined

Pair = tuple[int, int]


class Groups:
    """Groups that join, and the summed similarities between them."""

    def __init__(self, graph: Graph) -> None:
        self.members: dict[int, list[int]] = {}
        for row, group in enumerate(graph.home.tolist()):
            self.members.setdefault(group, []).append(row)
        # A sum over all pairs of two groups is a product of masses, plus what known pairs have above that.
        self.mass: list[float] = graph.mass.tolist()
        self.joins: list[int] = [0] * len(self.mass)  # how often each has joined another
        self.sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for left, right, known in zip(graph.left.tolist(), graph.right.tolist(), graph.known.tolist(), strict=True):
            self.sums[left][right] = self.sums[right][left] = known

    def mean(self, left: int, right: int) -> float:
        """The mean similarity of two groups' members."""
        total = self.sums[left][right] + self.mass[left] * self.mass[right]
        return total / (len(self.members[left]) * len(self.members[right]))

    def best(self, group: int, level: float) -> tuple[float, int, int, int, int] | None:
        """The nearest of a group's others, as what sorts it among other groups' nearest; None below the level."""
        mass, size, members = self.mass, len(self.members[group]), self.members
        own, found = mass[group], None
        for other, total in self.sums[group].items():
            mean = (total + own * mass[other]) / (size * len(members[other]))
            if mean >= level:
                pair = (-mean, min(group, other), max(group, other))
                if found is None or pair < found:
                    found = pair
        return (*found, group, self.joins[group]) if found else None

    def join(self, left: int, right: int) -> int:
        """Put two groups together under the smaller number, which is returned."""
        kept, gone = min(left, right), max(left, right)
        self.joins[kept] += 1
        self.joins[gone] += 1
        self.sums[kept].pop(gone, None)
        for other, similarity in self.sums.pop(gone, {}).items():
            if other == kept:
                continue
            del self.sums[other][gone]
            total = self.sums[kept].get(other, 0.0) + similarity
            self.sums[kept][other] = self.sums[other][kept] = total
        self.members[kept] += self.members.pop(gone)
        self.mass[kept] += self.mass[gone]
        return kept


def linkage(neighbours: Neighbours, level: float, together: Sequence[Pair] = ()) -> tuple[tuple[int, ...], ...]:
    """The groups of rows: `together` are joined from the start; then average linkage down to `level`.

    Equal similarities are settled by row number, so the result depends on the rows' order only where they tie.
    """
    groups = Groups(in_rounds(_start(_joinable(neighbours, level, together), together), level))
    heap = [best for group in groups.sums if (best := groups.best(group, level))]
    heapq.heapify(heap)
    while heap:
        similarity, left, right, owner, joins = heapq.heappop(heap)
        if joins != groups.joins[owner]:
            continue  # it has joined another since, or grown
        group = owner
        if right in groups.sums.get(left, {}) and -similarity == groups.mean(left, right):
            group = groups.join(left, right)
        # Groups that grow are no nearer to others than the nearer of their parts was: so what a group found to be its
        # nearest once is found out to be gone when its turn comes, and no sooner.
        if best := groups.best(group, level):
            heapq.heappush(heap, best)
    return tuple(sorted(tuple(sorted(members)) for members in groups.members.values()))


def _joinable(near: Neighbours, level: float, together: Sequence[Pair]) -> Neighbours:
    """The neighbours without pairs whose groups can never join, which are most: what comes out is the same.

    The mean over two groups reaches the level only where some pair of their members does: one that is known, or, if
    both have more neighbours than were kept, what may be beyond those. So groups grow within the parts that pairs of
    such similarity connect, and what is known between parts is never asked for.
    """
    pairs = np.array(together, dtype=np.int64).reshape(-1, 2)
    parts = _parts(near, near.similarity >= level, pairs)
    while True:
        most = np.zeros(parts.max(initial=0) + 1)
        np.maximum.at(most, parts, near.beyond)
        may = (near.similarity >= level) | (np.sqrt(most[parts[near.left]] * most[parts[near.right]]) >= level)
        wider = _parts(near, may, pairs)
        if np.array_equal(wider, parts):
            within = parts[near.left] == parts[near.right]
            return replace(near, left=near.left[within], right=near.right[within], similarity=near.similarity[within])
        parts = wider


def _parts(near: Neighbours, linked: npt.NDArray[np.bool_], together: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """For each row the connected part it is in, by the least row of it."""
    left = np.concatenate((near.left[linked], together[:, 0]))
    right = np.concatenate((near.right[linked], together[:, 1]))
    return parts_of(near.articles, left, right)


def _start(near: Neighbours, together: Sequence[Pair]) -> Graph:
    """The neighbours as groups of one, but for rows that belong together whatever their similarity."""
    ones = np.ones(near.articles)
    known = near.similarity - np.sqrt(near.beyond[near.left] * near.beyond[near.right])
    graph = Graph(np.arange(near.articles), ones, np.sqrt(near.beyond), near.left, near.right, known)
    pairs = np.array(together, dtype=np.int64).reshape(-1, 2)
    return joined(graph, parts_of(near.articles, pairs[:, 0], pairs[:, 1])) if len(pairs) else graph
