"""Candidates: for each row the rows likely to be nearest, by products of sparse vectors over telling terms.

All pairs of many rows would cost too much, nearly all of it for words that many articles have and that tell least. So
rows are looked for by the words that tell, and by the commoner of those only among rows near in time; how similar the
candidates are is then worked out with all words (`nearest`). Blocks of rows are looked for one by one, or by many
workers (`over`): what a block finds depends on nothing else, so any division of the work gives the same pairs.
"""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from briefing.group.over import Over

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NEAREST = 64  # neighbours kept a row; 20 lost nothing on 300 articles, more serve events of more articles
LEAST_COSINE = 0.03  # what is below never comes near the level at which groups join
# More rows than this are looked for by what an article has of rare words, those in `RARE` articles at most, and by its
# heaviest of the others, never by those that so large a share of articles have. Of pairs of one event 99.5 % are found
# all the same (30,000 generated articles), in a fiftieth of the time of all pairs. Rare words alone lose the events
# that make their own words common.
FEW, RARE, HEAVIEST, COMMON_SHARE = 500, 300, 20, 0.03
# Rows that have less than this share of their squared length left without what many rows have are of an event that is
# much of the batch, whose words they are. They are held, with all terms, against so many before and after them in time.
# Of thousands of real and generated articles none has less than 0.6 left, of events of 600 and more all less than 0.35.
LEAST_LEFT, BESIDE = 0.5, 250
# By its heaviest words a row is looked for only among those so many days before and after its block: most of what it
# would find beyond them is another event of the same topic. By rare words it is looked for among all.
DAYS = 14.0
THREADS = 2  # of the product: as many as any machine has; the result is the same with any
ENTRIES = 1 << 20  # counted at once: what is worked on stays near the processor
BLOCK = 1000  # rows looked for at once: of 10,000 over a year five weeks


class Among(NamedTuple):
    """What blocks of rows are held against: transposes of rows, terms x rows."""

    whole: Any  # scipy.sparse.csr_matrix: all rows, for the blocks that bring none; None where all do
    rare: Any  # the rare terms of all rows, for those that bring theirs; None where none does
    top: int  # how many are kept a row, itself included


class Near(NamedTuple):
    """The rows near a block in time."""

    rows: Integers  # which those are, ascending
    columns: Any  # scipy.sparse.csr_matrix: their transpose
    rare: Any  # the block's own rows, their rare terms alone: as they are looked for among all; None: they are not


class Block(NamedTuple):
    """Some rows to be looked for."""

    rows: Integers  # which they are
    telling: Any  # scipy.sparse.csr_matrix: as they are looked for
    near: Near | None  # among what; None: all


class Found(NamedTuple):
    """The rows found for some rows."""

    rows: Integers  # one entry a row found
    others: Integers
    cosines: npt.NDArray[np.float32]
    searched: Integers  # the rows of the block
    full: Flags  # for each of those: whether it has more than `NEAREST`


def candidates(rows: Any, days: Floats, over: Over = map) -> list[Found]:
    """The likeliest neighbours of each row; `days` are their times, NaN where nothing tells.

    Of few rows all pairs are looked at, with all terms.
    """
    count = rows.shape[0]
    top = min(NEAREST + 1, count)
    if count <= FEW:
        return [nearest_of(Among(rows.T.tocsr(), None, top), Block(np.arange(count), rows, None))]
    wanted, used = uncommon(rows)
    order = np.argsort(days, kind="stable")  # NaN comes last
    dated = order[: np.count_nonzero(~np.isnan(days))]
    spread = len(dated) > 0 and days[dated[-1]] - days[dated[0]] > 2 * DAYS
    rare = columns(wanted, used <= RARE) if spread else None
    whole = None if spread and len(dated) == count else wanted.T.tocsr()
    among = Among(whole, rare.T.tocsr() if rare is not None else None, top)
    bare = _squares(wanted) < LEAST_LEFT * _squares(rows)
    blocks = chain(_blocks(wanted, used, rare, order, days, bare), _beside(rows, order[bare[order]]))
    return list(over(partial(nearest_of, among), blocks))


def nearest_of(among: Among, block: Block) -> Found:
    """The nearest of a block of rows: a pure function, fit for another process."""
    if block.near is None:
        found = _product(block.telling, among.whole, among.top)
        places, others, cosines = found.row, found.col, found.data
    elif block.near.rare is None:
        near = _product(block.telling, block.near.columns, among.top)
        places, others, cosines = near.row, block.near.rows[near.col], near.data
    else:
        near = _product(block.telling, block.near.columns, among.top)
        far = _product(block.near.rare, among.rare, among.top)
        places, others, cosines = _best(
            np.concatenate((near.row, far.row)),
            np.concatenate((block.near.rows[near.col], far.col)),
            np.concatenate((near.data, far.data)),
            among.top,
        )
    full = np.bincount(places, minlength=len(block.rows)) > NEAREST
    return Found(block.rows[places], others.astype(np.int64), cosines, block.rows, full)


def _product(rows: Any, among: Any, top: int) -> Any:
    top = min(top, among.shape[1])
    return sp_matmul_topn(rows, among, top_n=top, threshold=LEAST_COSINE, n_threads=THREADS).tocoo()


def _best(places: Integers, others: Integers, cosines: Any, top: int) -> tuple[Integers, Integers, Any]:
    """The `top` of what was found for each, each other row once, by its larger product."""
    pairs = places.astype(np.int64) * (int(others.max(initial=0)) + 1) + others
    order = np.argsort(pairs, kind="stable")
    pairs, places, others, cosines = pairs[order], places[order], others[order], cosines[order]
    first = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)])
    places, others = places[first], others[first]
    cosines = np.maximum.reduceat(cosines, first) if len(first) else cosines
    order = np.argsort(2 * places - cosines.astype(np.float64), kind="stable")  # a product is 1, give or take rounding
    places, others, cosines = places[order], others[order], cosines[order]
    kept = _rank(places) < top
    return places[kept], others[kept], cosines[kept]


def _rank(owners: Integers) -> Integers:
    """How many come before each of its owner's; owners ascend."""
    lengths = np.bincount(owners)
    ranks: Integers = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return ranks


def _blocks(wanted: Any, used: Integers, rare: Any, order: Integers, days: Floats, bare: Flags) -> Iterator[Block]:
    """Those not `bare`, by time, some at a time; where `rare` tells their rare terms, with those near in time.

    The undated, which come last, are near to all.
    """
    dated = np.count_nonzero(~np.isnan(days))
    for start in range(0, len(order), BLOCK):
        rows = order[start : start + BLOCK]
        if not len(rows := rows[~bare[rows]]):
            continue
        near = None
        if rare is not None and not np.isnan(days[rows[-1]]):
            first, last = np.searchsorted(days[order[:dated]], (days[rows[0]] - DAYS, days[rows[-1]] + DAYS))
            among = np.sort(np.concatenate((order[first:last], order[dated:])))
            near = Near(among, wanted[among].T.tocsr(), rare[rows])
        yield Block(rows, telling_of(wanted[rows], used), near)


def _beside(rows: Any, order: Integers) -> Iterator[Block]:
    """The rows of `order`, which is by time, some at a time, with as many before and after them."""
    for start in range(0, len(order), BESIDE):
        some, among = order[start : start + BESIDE], order[max(0, start - BESIDE) : start + 2 * BESIDE]
        yield Block(some, rows[some], Near(among, rows[among].T.tocsr(), None))


def _squares(rows: Any) -> Floats:
    """The squared length of each row."""
    squares = np.zeros(rows.shape[0])
    for start in range(0, rows.shape[0], BLOCK):
        ends = rows.indptr[start : start + BLOCK + 1]
        filled = np.flatnonzero(np.diff(ends))
        if len(filled):
            data = rows.data[ends[0] : ends[-1]]
            squares[start + filled] = np.add.reduceat(data * data, ends[filled] - ends[0])
    return squares


def uncommon(rows: Any) -> tuple[Any, Integers]:
    """The rows without the terms that too many have, and how many rows have each of the others."""
    used = np.zeros(rows.shape[1], dtype=np.int64)
    for start in range(0, rows.nnz, ENTRIES):
        used += np.bincount(rows.indices[start : start + ENTRIES], minlength=len(used))
    kept = used <= max(FEW, COMMON_SHARE * rows.shape[0])
    return columns(rows, kept), used[kept]


def telling_of(rows: Any, used: Integers) -> Any:
    """Of each row the rare terms and the heaviest of the others."""
    others = np.flatnonzero(used[rows.indices] > RARE)
    owners = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))[others]
    order = np.argsort(owners - rows.data[others].astype(np.float64), kind="stable")  # a weight is 1 at most
    telling = rows.copy()
    telling.data[others[order[_rank(owners) >= HEAVIEST]]] = 0
    telling.eliminate_zeros()
    return telling


def columns(rows: Any, kept: Flags) -> Any:
    """The rows with only some of their columns, in the order these had."""
    if kept.all():
        return rows
    number = (np.cumsum(kept) - 1).astype(np.int32)
    data, indices, lengths = [rows.data[:0]], [number[:0]], [np.zeros(1, rows.indptr.dtype)]
    for start in range(0, rows.shape[0], BLOCK):
        ends = rows.indptr[start : start + BLOCK + 1]
        own = rows.indices[ends[0] : ends[-1]]
        chosen = np.flatnonzero(kept[own])
        data.append(rows.data[ends[0] : ends[-1]][chosen])
        indices.append(number[own[chosen]])
        lengths.append(np.diff(np.searchsorted(chosen, ends - ends[0])).astype(rows.indptr.dtype))
    starts = np.cumsum(np.concatenate(lengths), dtype=rows.indptr.dtype)
    parts = (np.concatenate(data), np.concatenate(indices), starts)
    return sparse.csr_matrix(parts, shape=(rows.shape[0], int(kept.sum())))
