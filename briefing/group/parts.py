"""Parts: the connected components of a graph, by hooking trees onto smaller ones and flattening them, in NumPy alone.

Shiloach and Vishkin 1982, "An O(log n) parallel connectivity algorithm". SciPy has the same in `scipy.sparse.csgraph`,
whose import brings its linear algebra along: a twentieth of all that the briefing of a week of 163 articles takes.
"""

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]


def parts_of(count: int, left: npt.ArrayLike, right: npt.ArrayLike) -> Integers:
    """For each of `count` nodes the least node of the part it is in; `left[k]` and `right[k]` are joined."""
    one, other = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
    least = np.arange(count)
    while True:
        ours, theirs = least[one], least[other]
        apart = ours != theirs
        if not apart.any():
            return least
        one, other, ours, theirs = one[apart], other[apart], ours[apart], theirs[apart]
        np.minimum.at(least, np.maximum(ours, theirs), np.minimum(ours, theirs))
        while not np.array_equal(further := least[least], least):
            least = further
