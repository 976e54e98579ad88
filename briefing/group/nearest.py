"""Each row's nearest among all rows, by the products of sparse vectors: exact for few, by telling terms for many.

Blocks of rows are looked for among all of them one by one, or by many workers (`over`): what a block finds depends on
nothing else, so any division of the work gives the same pairs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from briefing.group.over import Over

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NEAREST = 64  # neighbours kept a row; 20 lost nothing on 300 articles, more serve events of more articles
# All pairs of more rows than this would cost too much, nearly all of it for words that many have and that tell
# least. So neighbours are looked for by what an article has of rare words, those in `RARE` articles at most, and by its
# heaviest of the others, never by those that so large a share of articles have; the similarities of what was found are
# then worked out whole. Of pairs of one event 99.5 % are found all the same (30,000 generated articles), in a fiftieth
# of the time of all pairs. Rare words alone lose the events that make their own words common.
FEW, RARE, HEAVIEST, COMMON_SHARE = 500, 300, 20, 0.03
LEAST_COSINE = 0.03  # what is below never comes near the level at which groups join
THREADS = 2  # of the product: as many as any machine has; the result is the same with any
BLOCK = 4000  # rows looked for, or pairs' rows completed, at once: a call's own cost no longer shows
NO_ROWS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Among:
    """What every block of rows is held against."""

    columns: Any  # scipy.sparse.csr_matrix: the vectors' transpose, terms x rows, as they are looked among
    top: int  # how many are kept a row, itself included


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest of some rows."""

    rows: Integers  # one entry a neighbour found
    others: Integers
    cosines: npt.NDArray[np.float32]
    full: Flags  # for each row of the block: whether it has more than `NEAREST`


@dataclass(frozen=True, slots=True)
class Block:
    """Some neighbouring rows."""

    start: int  # the number of the first
    rows: Any  # scipy.sparse.csr_matrix


@dataclass(frozen=True, slots=True)
class Nearest:
    """Pairs of rows one of which is among the other's `NEAREST`: `left[k] < right[k]`, each once, ascending."""

    left: Integers
    right: Integers
    product: Floats
    last: Floats  # for each row whose list is full, the product with the least similar of it; 0 for others


def nearest_of(among: Among, block: Block) -> Found:
    """The nearest of a block of rows among all: a pure function, fit for another process."""
    found = sp_matmul_topn(block.rows, among.columns, top_n=among.top, threshold=LEAST_COSINE, n_threads=THREADS)
    full = np.diff(found.indptr) > NEAREST
    found = found.tocoo()
    return Found(found.row.astype(np.int64) + block.start, found.col.astype(np.int64), found.data, full)


def nearest(rows: Any, over: Over = map) -> Nearest:
    """The nearest of each row, of products above `LEAST_COSINE`; `over` maps the work on blocks of rows."""
    count = rows.shape[0]
    telling, wanted = (rows, rows) if count <= FEW else _telling(rows)
    among = Among(wanted.T.tocsr(), min(NEAREST + 1, count))
    del wanted
    parts = list(over(partial(nearest_of, among), _blocks(telling)))
    del telling, among
    first = np.concatenate([NO_ROWS, *(np.minimum(part.rows, part.others) for part in parts)])
    second = np.concatenate([NO_ROWS, *(np.maximum(part.rows, part.others) for part in parts)])
    keys, places, back = np.unique(first * count + second, return_index=True, return_inverse=True)
    del first, second
    left, right = keys // max(1, count), keys % max(1, count)
    if count <= FEW:
        product = np.concatenate([np.zeros(0), *(part.cosines for part in parts)])[places].astype(np.float64)
    else:
        product = products(rows, left, right, over)
    last = np.full(count, np.inf)
    np.minimum.at(last, np.concatenate([NO_ROWS, *(part.rows for part in parts)]), product[back])
    full = np.concatenate([np.zeros(0, dtype=bool), *(part.full for part in parts)])
    apart = left != right
    return Nearest(left[apart], right[apart], product[apart], np.where(full, last, 0.0))


def products(rows: Any, left: Integers, right: Integers, over: Over = map) -> Floats:
    """The products of pairs of rows; `left` ascends."""
    cuts = np.searchsorted(left, range(0, rows.shape[0] + BLOCK, BLOCK)).tolist()
    parts = ((left[start:end], right[start:end]) for start, end in pairwise(cuts) if start < end)
    return np.concatenate([np.zeros(0), *over(partial(products_of, rows), parts)])


def products_of(rows: Any, pairs: tuple[Integers, Integers]) -> Floats:
    """The products of some pairs of rows, whose first ascend: a pure function, fit for another process."""
    left, right = pairs
    made = np.empty(len(left))
    whole = np.zeros(rows.shape[1], dtype=np.float32)
    starts = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1]))) if len(left) else left
    for start, end in pairwise((*starts.tolist(), len(left))):
        own = slice(rows.indptr[left[start]], rows.indptr[left[start] + 1])
        whole[rows.indices[own]] = rows.data[own]
        made[start:end] = rows[right[start:end]] @ whole
        whole[rows.indices[own]] = 0
    return made


def _blocks(rows: Any) -> Iterator[Block]:
    """The rows, some at a time."""
    for start in range(0, rows.shape[0], BLOCK):
        yield Block(start, rows[start : start + BLOCK])


def _telling(rows: Any) -> tuple[Any, Any]:
    """The rows as they are looked for, and as they are looked among: see `RARE`."""
    used = np.bincount(rows.indices, minlength=rows.shape[1])
    kept = used <= max(FEW, COMMON_SHARE * rows.shape[0])
    wanted = columns(rows, kept)
    used = used[kept]
    others = np.flatnonzero(used[wanted.indices] > RARE)
    owners = np.repeat(np.arange(rows.shape[0], dtype=np.int32), np.diff(wanted.indptr))[others]
    order = np.lexsort((-wanted.data[others], owners))
    rank = np.arange(len(order)) - np.searchsorted(owners, owners)  # `owners` ascends, so it is sorted already
    telling = wanted.copy()
    telling.data[others[order[rank >= HEAVIEST]]] = 0
    telling.eliminate_zeros()
    return telling, wanted


def columns(rows: Any, kept: Flags) -> Any:
    """The rows with only some of their columns, in the order these had."""
    if kept.all():
        return rows
    number = np.cumsum(kept) - 1
    chosen = kept[rows.indices]
    starts = np.concatenate(([0], np.cumsum(chosen)))[rows.indptr]
    parts = (rows.data[chosen], number[rows.indices[chosen]].astype(np.int32), starts.astype(rows.indptr.dtype))
    return sparse.csr_matrix(parts, shape=(rows.shape[0], int(number[-1]) + 1))
