"""Overlap: how many shingles each two articles share that may be one text.

Counted part by part of what recurs, which is done near the processor: all occurrences of a shingle are in one part.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing.group.lookalikes import WIDELY_SHARED
from briefing.group.shingles import SHINGLE, Part, Recurring
from briefing.group.tokens import Flags, Integers, Runs

Floats = npt.NDArray[np.float64]

SEEN_ONCE = 1
WIDELY = 0.5  # the share of what a copy needs that must be so widely shared: phrases of all news are a tenth of it
AT_ONCE = 4000  # pairs whose shared shingles are counted at once: bounds memory


class Own(NamedTuple):
    """What articles tell themselves of some shingles that recur, once each: by shingle, then by article."""

    owners: Integers  # rows of articles
    kinds: Integers
    again: Integers  # the articles that tell a shingle once more, an entry each time
    few: Flags  # the entries whose shingle some articles tell
    wide: Flags  # … very many


def owned(again: Recurring, told_by_others: Flags) -> tuple[Own, ...]:
    """What articles tell themselves of the shingles that recur; the others begin where words are `told_by_others`."""
    return tuple(_own(part, told_by_others) for part in again.parts)


def different(words: Runs, own: Sequence[Own], told_by_others: Flags) -> Integers:
    """How many different shingles of its own each article has."""
    sizes = _lengths(words, ~told_by_others)
    for part in own:
        sizes -= np.bincount(part.again, minlength=len(sizes))
    return sizes


def overlaps(own: Sequence[Own], least: Floats) -> tuple[Integers, Integers, Integers]:
    """How many shingles any two articles share that may share as many as they must: rows, others, how many.

    Each pair once. `least`: of each article, how many it must share. Most articles recur in less, and need be held
    against none.
    """
    some = np.zeros(len(least), dtype=np.int64)
    for part in own:
        some += np.bincount(part.owners[part.few], minlength=len(least))
    found = [_by_few(own, np.flatnonzero(some >= least), len(least)), _by_many(own, least)]
    rows, others, shared = (np.concatenate(each) for each in zip(*found, strict=True))
    return rows, others, shared


def _own(part: Part, told_by_others: Flags) -> Own:
    """What articles tell themselves of a part of the shingles that recur."""
    kept = ~told_by_others[part.places]
    owners, kinds = part.owners[kept], part.kinds[kept]
    first = np.ones(len(kinds), dtype=bool)
    first[1:] = (kinds[1:] != kinds[:-1]) | (owners[1:] != owners[:-1])
    again, owners, kinds = owners[~first], owners[first], kinds[first]
    used = np.bincount(kinds)[kinds]
    return Own(owners, kinds, again, (used > SEEN_ONCE) & (used <= WIDELY_SHARED), used > WIDELY_SHARED)


def _lengths(words: Runs, own: Flags) -> Integers:
    """How many shingles begin at words that are an article's own, for each article."""
    sizes = np.zeros(len(words.starts) - 1, dtype=np.int64)
    for some in words.blocks():
        starts = some.runs.starts
        before = np.concatenate(([0], np.cumsum(own[some.places])))
        ends = np.maximum(starts[:-1], starts[1:] - SHINGLE + 1)  # no shingle begins at the last words of a row
        sizes[some.rows] = before[ends] - before[starts[:-1]]
    return sizes


def _by_few(parts: Sequence[Own], rows: Integers, count: int) -> tuple[Integers, Integers, Integers]:
    """How many of the shingles that few articles have any two of these rows share: rows, others, how many."""
    number = np.full(count, -1, dtype=np.int32)
    number[rows] = np.arange(len(rows), dtype=np.int32)
    pairs, times = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part in parts:
        owners, kinds = number[part.owners[part.few]], part.kinds[part.few]
        owners, kinds = owners[owners >= 0], kinds[owners >= 0]
        starts = np.concatenate(([0], np.cumsum(np.bincount(kinds))))
        ones = np.ones(len(owners), dtype=np.int32)
        had = sparse.csr_matrix((ones, owners, starts), shape=(len(starts) - 1, len(rows)))
        shared = (had.T.tocsr() @ had).tocoo()
        once = shared.row < shared.col
        pairs.append(shared.row[once].astype(np.int64) * len(rows) + shared.col[once])
        times.append(shared.data[once])
    found, place = np.unique(np.concatenate(pairs), return_inverse=True)
    first, later = np.divmod(found, max(1, len(rows)))
    return rows[first], rows[later], np.bincount(place, np.concatenate(times), len(found)).astype(np.int64)


def _by_many(parts: Sequence[Own], least: Floats) -> tuple[Integers, Integers, Integers]:
    """The same by shingles that very many have, each of them held against the first that has the same ones.

    So a text that a thousand outlets print is one.
    """
    widely = _incidence(parts, [part.wide for part in parts], len(least))
    some = np.flatnonzero(np.diff(widely.indptr) >= WIDELY * least)
    shared = widely[some]
    first_of = np.full(widely.shape[1], len(some))
    owners = np.repeat(np.arange(len(some)), np.diff(shared.indptr))
    np.minimum.at(first_of, shared.indices, owners)
    pairs, times = np.unique(first_of[shared.indices] * max(1, len(some)) + owners, return_counts=True)
    first, later = pairs // max(1, len(some)), pairs % max(1, len(some))
    kept = (first != later) & (times >= WIDELY * least[some][later])
    first, later = some[first[kept]], some[later[kept]]
    if not len(first):
        return first, later, first
    own = _incidence(parts, [part.few | part.wide for part in parts], len(least))
    starts = range(0, len(first), AT_ONCE)
    common = [_in_common(own, first[start : start + AT_ONCE], later[start : start + AT_ONCE]) for start in starts]
    return first, later, np.concatenate([np.zeros(0, np.int64), *common])


def _incidence(parts: Sequence[Own], chosen: Sequence[Flags], count: int) -> Any:
    """Which article (row) has which of the `chosen` shingles (column), 0 or 1."""
    columns = np.cumsum([0, *(part.kinds.max(initial=-1) + 1 for part in parts)])
    owners = np.concatenate([part.owners[which] for part, which in zip(parts, chosen, strict=True)])
    kinds = [part.kinds[which] + first for part, which, first in zip(parts, chosen, columns[:-1], strict=True)]
    entries = (np.ones(len(owners), dtype=np.int32), (owners, np.concatenate(kinds)))
    return sparse.csr_matrix(entries, shape=(count, max(1, columns[-1])))


def _in_common(own: Any, rows: Integers, others: Integers) -> Integers:
    """How many shingles each two rows share."""
    return np.asarray(own[rows].multiply(own[others]).sum(axis=1)).ravel().astype(np.int64)
