"""Nearness: how near a summary comes to its targets, kept up to date as sentences enter and leave it.

A summary's vector is the sum of its sentences', saturated by its square root, so that what is said already counts less
a second time; its squared length is then a plain sum, its mass. Nearness is the cosine with each target, summed over
the targets. One sentence more changes what others would bring only where they share terms with it, so only that is
counted anew.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, Self

import numpy as np

from briefing.summarise.target import Target
from briefing.summarise.terms import Numbers, Vector

ALMOST_NOTHING = 1e-12  # of a term's weight: what rounding leaves when a sentence is taken out again
NOTHING = float(np.finfo(np.float64).tiny)


class Touched(NamedTuple):
    """The entries that change when one sentence enters or leaves the summary."""

    own: Numbers  # the terms of the sentence, as places in the summary's vector
    aims: Numbers  # the target of each of them
    brought: Vector  # what the sentence adds at each of them
    entries: Numbers  # the entries of all sentences at these terms
    places: Numbers  # of each such entry: its term's place in the summary's vector
    weights: Vector  # its weight
    wanted: Vector  # the target's weight for it
    cells: Numbers  # its target and sentence


class Space:
    """A pool of sentences as entries: (target, sentence, term) wherever a sentence has a term that the target wants."""

    def __init__(self, counts: Any, aims: Sequence[Target]) -> None:
        """`counts`: sentences × terms, sparse, of the pool only."""
        self.size, columns = counts.shape
        owner = np.repeat(np.arange(self.size), np.diff(counts.indptr))
        found = []
        masses = []
        for number, aim in enumerate(aims):
            weights = counts.data * aim.rates[counts.indices]
            masses.append(np.bincount(owner, weights, minlength=self.size))
            wanted = aim.terms[counts.indices]
            kept = np.flatnonzero((weights > 0) & (wanted > 0))
            found.append(
                (
                    number * columns + counts.indices[kept].astype(np.int64),
                    number * self.size + owner[kept],
                    weights[kept],
                    wanted[kept],
                )
            )
        keys, self._cells, self._weights, self._wanted = (np.concatenate(parts) for parts in zip(*found, strict=True))
        listed, self._places = np.unique(keys, return_inverse=True)
        self.terms = np.zeros(len(listed))
        self.terms[self._places] = self._wanted
        self.parts = np.searchsorted(listed, columns * np.arange(len(aims)))
        self.masses = np.array(masses)
        self._order = np.argsort(self._cells % self.size, kind="stable")
        self._ends = np.searchsorted((self._cells % self.size)[self._order], np.arange(self.size + 1))
        self._touched: dict[int, Touched] = {}

    def gains(self) -> Vector:
        """What each entry would bring to an empty summary."""
        return np.asarray(np.sqrt(self._weights) * self._wanted)

    def dots(self, gains: Vector) -> Vector:
        """The sum of the gains of each target and sentence."""
        return np.asarray(np.bincount(self._cells, gains, minlength=self.masses.size), dtype=np.float64)

    def touched(self, one: int) -> Touched:
        """The entries that change with this sentence."""
        found = self._touched.get(one)
        if found is None:
            mine = self._order[self._ends[one] : self._ends[one + 1]]
            own = self._places[mine]
            mask = np.zeros(len(self.terms), dtype=np.bool_)
            mask[own] = True
            entries = np.flatnonzero(mask[self._places])
            places, cells = self._places[entries], self._cells[entries]
            found = self._touched[one] = Touched(
                own,
                self._cells[mine] // self.size,
                self._weights[mine],
                entries,
                places,
                self._weights[entries],
                self._wanted[entries],
                cells,
            )
        return found


class Summary:
    """The vector of the sentences taken so far, and how near each sentence of the pool would bring it."""

    __slots__ = ("_dots", "_gains", "_late", "_mass", "_space", "_vector", "_with_targets")

    def __init__(self, space: Space) -> None:
        self._space = space
        self._vector = np.zeros(len(space.terms))
        self._gains = space.gains()
        self._dots = space.dots(self._gains)  # of each target and sentence: what it would add to the product
        self._with_targets = np.zeros(len(space.masses))  # the products of the summary with the targets
        self._mass = np.zeros(len(space.masses))
        self._late: tuple[Touched, ...] = ()  # what has entered or left since the entries were counted

    def add(self, one: int) -> None:
        """Take a sentence in."""
        self._count_anew()
        touched = self._space.touched(one)
        self._vector[touched.own] += touched.brought
        self._with_targets = self._with_targets + self._dots[one :: self._space.size]
        self._mass = self._mass + self._space.masses[:, one]
        self._late = (*self._late, touched)

    def without(self, one: int) -> Self:
        """A summary of the same sentences but for one of them, which may go another way."""
        touched = self._space.touched(one)
        other = object.__new__(type(self))
        other._space = self._space
        had = self._vector[touched.own]
        left = had - touched.brought
        left[left < ALMOST_NOTHING] = 0.0
        other._vector = self._vector.copy()
        other._vector[touched.own] = left
        lost = (np.sqrt(had) - np.sqrt(left)) * self._space.terms[touched.own]
        other._with_targets = self._with_targets - np.bincount(touched.aims, lost, minlength=len(self._mass))
        other._mass = np.maximum(self._mass - self._space.masses[:, one], 0.0)
        other._gains = self._gains.copy()
        other._dots = self._dots.copy()
        other._late = (*self._late, touched)
        return other

    def _count_anew(self) -> None:
        for touched in self._late:
            had = self._vector[touched.places]
            gains = (np.sqrt(had + touched.weights) - np.sqrt(had)) * touched.wanted
            self._dots += np.bincount(touched.cells, gains - self._gains[touched.entries], minlength=len(self._dots))
            self._gains[touched.entries] = gains
        self._late = ()

    def with_each(self) -> Vector:
        """How near each sentence of the pool would bring it to all targets together."""
        self._count_anew()
        dots = self._with_targets[:, None] + self._dots.reshape(self._space.masses.shape)
        return np.asarray((dots / np.sqrt(np.maximum(self._mass[:, None] + self._space.masses, NOTHING))).sum(axis=0))

    def value(self) -> float:
        """How near it is."""
        return float((self._with_targets / np.sqrt(np.maximum(self._mass, NOTHING))).sum())


def alone(counts: Any, aims: Sequence[Target]) -> Vector:
    """How near each sentence comes to all targets together on its own; `counts`: sentences × terms, sparse."""
    owner = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    near = np.zeros(counts.shape[0])
    for aim in aims:
        weights = counts.data * aim.rates[counts.indices]
        dots = np.bincount(owner, np.sqrt(weights) * aim.terms[counts.indices], minlength=len(near))
        near += dots / np.sqrt(np.maximum(np.bincount(owner, weights, minlength=len(near)), NOTHING))
    return near
