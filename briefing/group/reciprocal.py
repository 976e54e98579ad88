"""Reciprocal nearest neighbours: of many groups, all pairs that are each other's nearest join at once, round by round.

Average linkage joins the two nearest of all, one pair after another. But two groups that are each other's nearest will
join in any case, whatever happens elsewhere, for no group that grows comes nearer to others than the nearer of its
parts was (reducibility; de Rham 1980, Murtagh 1983): so they may join early, hundreds in a pass over arrays. Where a
pair that is not known counts as something, that holds only of two groups so near that it cannot count for more; they
are left to who goes pair by pair.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]

FEW = 8  # pairs in a round, below which going pair by pair costs less than a pass over all


class Graph(NamedTuple):
    """Groups, each called by the least of its rows, and what is known of two groups; arrays have an entry a row."""

    home: Integers  # the group a row is in
    sizes: Floats  # how many rows the group of that name has
    # The summed similarities of two groups' rows are the product of their masses, and what is known beyond that.
    mass: Floats
    left: Integers  # pairs of groups, `left[k] < right[k]`, each once, ascending
    right: Integers
    known: Floats

    @property
    def means(self) -> Floats:
        """The mean similarity of each pair."""
        left, right = self.left, self.right
        means: Floats = (self.known + self.mass[left] * self.mass[right]) / (self.sizes[left] * self.sizes[right])
        return means


def in_rounds(graph: Graph, level: float) -> Graph:
    """The graph when all have joined that are each other's nearest at `level` or above, but for a few at the end."""
    most = float((graph.mass / graph.sizes).max(initial=0))  # that a group has for each of its rows, grown or not
    while len(nearest := _reciprocal(graph, level, most)) >= FEW:
        into = np.arange(len(graph.home))
        into[graph.right[nearest]] = graph.left[nearest]
        graph = joined(graph, into)
    return graph


def joined(graph: Graph, into: Integers) -> Graph:
    """The graph when groups have joined; `into`: for each name the least of those that it is together with."""
    count = len(into)
    gone = np.flatnonzero(into != np.arange(count))
    sizes, mass = graph.sizes.copy(), graph.mass.copy()
    np.add.at(sizes, into[gone], sizes[gone])
    np.add.at(mass, into[gone], mass[gone])
    one, other = into[graph.left], into[graph.right]
    apart = one != other
    pairs = (np.minimum(one, other).astype(np.int64) * count + np.maximum(one, other))[apart]
    order = np.argsort(pairs, kind="stable")
    pairs, known = pairs[order], graph.known[apart][order]
    first = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)])
    left, right = np.divmod(pairs[first], max(1, count))
    return Graph(into[graph.home], sizes, mass, left, right, np.add.reduceat(known, first) if len(first) else known)


def _reciprocal(graph: Graph, level: float, most: float) -> Integers:
    """The places of pairs that are each other's nearest, whatever joins elsewhere; no group in two of them."""
    means, count = graph.means, len(graph.home)
    near = np.flatnonzero(means >= level)
    left, right, means = graph.left[near], graph.right[near], means[near]
    best = np.full(count, -np.inf)
    np.maximum.at(best, left, means)
    np.maximum.at(best, right, means)
    beyond = graph.mass / graph.sizes * most  # the most that a pair of which nothing is known may have on average
    nearest = (means == best[left]) & (means == best[right])
    nearest &= means >= np.maximum(beyond[left], beyond[right])
    left, right, near = left[nearest], right[nearest], near[nearest]
    # Of equals the first for both.
    first = np.full(count, len(graph.left))
    np.minimum.at(first, left, near)
    np.minimum.at(first, right, near)
    chosen: Integers = near[(first[left] == near) & (first[right] == near)]
    return chosen
