"""Each row's nearest among all rows: candidates found by telling terms, their products worked out with all terms."""

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing.group.candidates import FEW, candidates
from briefing.group.over import Over

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]  # numbers of rows and of pairs have 32 bits, keys of pairs 64

BLOCK = 4000  # rows whose pairs are completed at once
TOGETHER = 16  # rows whose others are gathered at once: what they take, a megabyte or two, stays near the processor
NO_ROWS = np.zeros(0, np.int64)
BITS = 63  # of a number without its sign


@dataclass(frozen=True, slots=True)
class Nearest:
    """Pairs of rows one of which is among the other's nearest: `left[k] <= right[k]`, each once, ascending.

    A row that is its own nearest is a pair too.
    """

    left: Integers
    right: Integers
    product: Floats
    owners: Integers  # one entry a place in a row's list: the row …
    listed: Integers  # … and the pair
    full: npt.NDArray[np.bool_]  # for each row, whether its list is

    @property
    def last(self) -> Floats:
        """For each row whose list is full, the product with the least similar of it; 0 for others."""
        last = np.full(len(self.full), np.inf)
        np.minimum.at(last, self.owners, self.product[self.listed])
        return np.where(self.full, last, 0.0)


def nearest(rows: Any, days: Floats, over: Over = map) -> Nearest:
    """The nearest of each row; `days` are the rows' times, NaN where nothing tells; `over` maps the work on blocks."""
    count = rows.shape[0]
    found = candidates(rows, days, over)
    owners = np.concatenate([NO_ROWS, *(part.rows for part in found)])
    others = np.concatenate([NO_ROWS, *(part.others for part in found)])
    keys = np.minimum(owners, others).astype(np.int64) * count + np.maximum(owners, others)
    keys, places, listed = unique(keys)
    left, right = (each.astype(np.int32) for each in np.divmod(keys, max(1, count)))
    if count <= FEW:  # candidates were held against all with all their terms
        product = np.concatenate([np.zeros(0, np.float32), *(part.cosines for part in found)])[places].astype(float)
    else:
        product = products(rows, left, right, over)
    full = np.zeros(count, dtype=bool)
    for part in found:
        full[part.searched] = part.full
    return Nearest(left, right, product, owners.astype(np.int32), listed.astype(np.int32), full)


def unique(keys: Integers) -> tuple[Integers, Integers, Integers]:
    """The different keys, ascending; the first place of each; for each place the number of its key.

    A key and its place are sorted as one number, where both fit into one, which takes a tenth of the time.
    """
    below = max(0, len(keys) - 1).bit_length()
    if int(keys.max(initial=0)).bit_length() + below >= BITS:
        return np.unique(keys, return_index=True, return_inverse=True)
    both = keys << below | np.arange(len(keys))
    both.sort()
    order, ordered = both & ((1 << below) - 1), both >> below
    first = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(keys)]
    number = np.empty(len(keys), dtype=np.int64)
    number[order] = np.cumsum(first) - 1
    return ordered[first], order[first], number


def weighed_anew(rows: Any, days: Floats, known: Nearest, over: Over = map) -> Nearest:
    """The same rows' nearest under other weights; of many rows the pairs are those known, and only products are new.

    The weights of two passes differ little, so what is near under the one was a candidate under the other.
    """
    if rows.shape[0] <= FEW:
        return nearest(rows, days, over)
    return replace(known, product=products(rows, known.left, known.right, over))


def products(rows: Any, left: Integers, right: Integers, over: Over = map) -> Floats:
    """The products of pairs of rows."""
    count = rows.shape[0]
    order = beside_neighbours(count, left, right)
    place = np.empty(count, dtype=np.int32)
    place[order] = np.arange(count)
    one, other = place[left], place[right]
    keys, number = unique(np.minimum(one, other).astype(np.int64) * count + np.maximum(one, other))[::2]
    one, other = (each.astype(np.int32) for each in np.divmod(keys, max(1, count)))
    del keys
    cuts = np.searchsorted(one, range(0, count + BLOCK, BLOCK)).tolist()
    parts = ((order[one[start:end]], order[other[start:end]]) for start, end in pairwise(cuts) if start < end)
    made: Floats = np.concatenate([np.zeros(0), *over(partial(products_of, rows), parts)])[number]
    return made


def beside_neighbours(count: int, left: Integers, right: Integers) -> Integers:
    """An order of rows in which those that share neighbours follow each other, so that these stay near the processor.

    Rows go by their first neighbour. As rows lie by chance, two have the same first one as likely as they share
    neighbours (MinHash, Broder 1997).
    """
    first = np.arange(count)
    np.minimum.at(first, left, right)
    np.minimum.at(first, right, left)
    return np.argsort(first, kind="stable")


def products_of(rows: Any, pairs: tuple[Integers, Integers]) -> Floats:
    """The products of some pairs of rows, of one row all in a row: a pure function, fit for another process."""
    left, right = pairs
    made = np.empty(len(left))
    whole = np.zeros(rows.shape[1], dtype=np.float32)
    cuts = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1], [True]))).tolist() if len(left) else [0]
    for at in range(0, len(cuts) - 1, TOGETHER):
        some = cuts[at : at + TOGETHER + 1]
        others = Window(rows[right[some[0] : some[-1]]], max(end - start for start, end in pairwise(some)))
        for start, end in pairwise(some):
            own = slice(rows.indptr[left[start]], rows.indptr[left[start] + 1])
            whole[rows.indices[own]] = rows.data[own]
            made[start:end] = others.times(whole, start - some[0], end - some[0])
            whole[rows.indices[own]] = 0
    return made


class Window:
    """Looks at some neighbouring rows of a sparse matrix at a time, without copying them as slices are."""

    def __init__(self, rows: Any, most: int) -> None:
        """rows: scipy.sparse.csr_matrix; most: how many are looked at at once."""
        self._rows = rows
        self._seen = sparse.csr_matrix((most, rows.shape[1]), dtype=rows.dtype)

    def times(self, vector: Any, first: int, last: int) -> Any:
        """The products of the rows from `first` to before `last` with a vector."""
        starts, seen = self._rows.indptr[first : last + 1], self._seen
        begin, end = starts[0], starts[-1]
        seen.data, seen.indices = self._rows.data[begin:end], self._rows.indices[begin:end]
        seen.indptr[: len(starts)] = starts - begin
        seen.indptr[len(starts) :] = end - begin
        return (seen @ vector)[: last - first]
