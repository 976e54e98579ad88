"""A similarity join: all pairs of rows whose cosine reaches a level, without holding each row against each.

Nearly all the work of such products is in the terms that many rows have and that weigh least. What they add to a
product is at most the product of what the two rows have of them (Cauchy and Schwarz), so pairs are looked for by the
other terms at a level lower by so much, and only what is found is worked out whole (after Bayardo, Ma and Srikant 2007,
"Scaling up all pairs similarity search"). Rows that consist of common terms are held against all by all their terms.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from sparse_dot_topn import sp_matmul_topn

from briefing.group.candidates import columns
from briefing.group.nearest import products

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Terms of more rows than this, and than this share of them, are common. Of the 28,000 terms of the heads of 9,000
# generated events 143 are, which make 97 % of the work; from 0.02 to 0.1 it takes as long.
FEW, COMMON_SHARE = 100, 0.05
# Rows that have more than this share of the level in common terms, as squared length, are held against all by all.
LEFT_OUT = 0.5
MOST = 512  # likeliest others of a row that are worked out whole: bounds memory where all rows are alike
ROUNDING = 1e-4  # of products of 32 bits
BLOCK = 1000  # rows looked for at once
THREADS = 2  # of the product; the result is the same with any


def alike(rows: Any, level: float) -> tuple[Integers, Integers, Floats]:
    """Pairs of rows with a cosine of `level` or more: the one, the other, ascending, each pair once, and their cosines.

    rows: scipy.sparse.csr_matrix of float32, each row of unit length or empty.
    """
    count = rows.shape[0]
    keys = np.unique(np.concatenate([np.zeros(0, np.int64), *_likely(rows, level)]))
    left, right = np.divmod(keys, max(1, count))
    cosines = products(rows, left, right)
    kept = cosines >= level
    return left[kept], right[kept], cosines[kept]


def _likely(rows: Any, level: float) -> Iterator[Integers]:
    """Pairs that may reach the level, some more than once, as one number: the lesser row times all, and the greater."""
    count = rows.shape[0]
    used = np.bincount(rows.indices, minlength=rows.shape[1])
    common = used > max(FEW, COMMON_SHARE * count)
    squares = np.where(common[rows.indices], rows.data.astype(np.float64) ** 2, 0)
    left_out = np.bincount(np.repeat(np.arange(count), np.diff(rows.indptr)), squares, count)
    plain = left_out <= LEFT_OUT * level
    rare = columns(rows, ~common)
    for some, least, wanted in (
        (rare, level * (1 - LEFT_OUT), np.flatnonzero(plain)),
        (rows, level, np.flatnonzero(~plain)),
    ):
        among = some.T.tocsr()
        for start in range(0, len(wanted), BLOCK):
            block = wanted[start : start + BLOCK]
            top = min(MOST + 1, count)
            found = sp_matmul_topn(some[block], among, top_n=top, threshold=least - ROUNDING, n_threads=THREADS).tocoo()
            one, other = block[found.row], found.col.astype(np.int64)
            apart = one != other
            yield (np.minimum(one, other) * count + np.maximum(one, other))[apart]
