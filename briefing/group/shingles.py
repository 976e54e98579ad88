"""Shingles: every run of a few words, as one number."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from briefing.group.over import Over
from briefing.group.tokens import Flags, Integers, Runs

Hashes = npt.NDArray[np.uint64]
Halves = npt.NDArray[np.uint32]

SHINGLE = 5  # words: four and one, see `_hashes`
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hashing, 2^64 over the golden ratio
SHIFT = np.uint64(29)  # brings high bits down, so that the order of words counts
# Finding what recurs: the upper halves of all hashes are sorted, and those found twice are marked in a table by as many
# of their bits as give eight places a shingle, within bounds.
HALF = np.uint64(32)
TABLE_BITS = (10, 27)
HALVES_AT_ONCE = 1 << 22  # compared: more would cost memory that has to be had anew each time
TOGETHER = 100  # sequences hashed at once: what is worked on stays near the processor


class Recurring(NamedTuple):
    """The shingles that occur more than once, each time they do, in the order they stand in."""

    places: Integers  # of its first word, among all words
    owners: Integers  # which sequence it is in
    kinds: Integers  # which shingle it is, from 0
    times: Integers  # for each kind, how often it occurs


class Table(NamedTuple):
    """Marks of hashes that may recur."""

    marked: npt.NDArray[np.bool_]  # by the highest bits
    bits: int  # how many those are


class Likely(NamedTuple):
    """The shingles of some sequences that may recur, in the order they stand in."""

    places: Integers
    owners: Integers
    hashes: Hashes


def hashed(words: Runs) -> Runs:
    """The 64-bit hash of the run of `SHINGLE` words that begins at each word that has so many left."""
    return Runs(_hashes(words.flat)[_begins(words)].view(np.int64), _starts(words))


def recurring(words: Runs, spelling_of: Integers, over: Over = map) -> Recurring:
    """Where runs of `SHINGLE` words stand that occur more than once; `spelling_of`: what words are compared by.

    Most runs occur once in all news: they are told apart by half of their hash, so that what is worked on with care is
    a fraction. 105 million words take 1 GB. `over` maps the hashing of some sequences at a time.
    """
    size = np.int32 if len(words.flat) <= np.iinfo(np.int32).max else np.int64
    places, owners, hashes = [np.zeros(0, size)], [np.zeros(0, np.int32)], [np.zeros(0, np.uint64)]
    found = over(partial(likely_of, _table(words, spelling_of, over)), _spelt(words, spelling_of))
    for some, likely in zip(words.blocks(TOGETHER), found, strict=True):
        places.append((likely.places + some.places.start).astype(size))
        owners.append(likely.owners + np.int32(some.rows.start))
        hashes.append(likely.hashes)
    del found
    kinds, times = _kinds(np.concatenate(hashes))
    kept = times[kinds] > 1
    renumbered = (np.cumsum(times > 1) - 1).astype(np.int32)
    return Recurring(
        np.concatenate(places)[kept], np.concatenate(owners)[kept], renumbered[kinds[kept]], times[times > 1]
    )


def _spelt(words: Runs, spelling_of: Integers) -> Iterator[Runs]:
    """The sequences in one spelling, some at a time."""
    return (Runs(spelling_of[some.runs.flat], some.runs.starts) for some in words.blocks(TOGETHER))


def halves_of(words: Runs) -> Halves:
    """The upper halves of the hashes of some sequences' shingles: a pure function, fit for another process."""
    return (_hashes(words.flat)[_begins(words)] >> HALF).astype(np.uint32)


def likely_of(table: Table, words: Runs) -> Likely:
    """Which shingles of some sequences may recur: a pure function, fit for another process."""
    every = _hashes(words.flat)
    likely = np.flatnonzero(table.marked[every >> np.uint64(64 - table.bits)] & _begins(words))
    owners = (np.searchsorted(words.starts, likely, "right") - 1).astype(np.int32)
    return Likely(likely, owners, every[likely])


def _kinds(hashes: Hashes) -> tuple[Integers, Integers]:
    """For each hash its number among the different ones, in ascending order; for each number how often it occurs."""
    order = np.argsort(hashes)
    ordered = hashes[order]
    first = np.ones(len(hashes), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    del ordered
    kinds = np.empty(len(hashes), dtype=np.int32)
    kinds[order] = np.cumsum(first, dtype=np.int32) - 1
    return kinds, np.diff(np.flatnonzero(first), append=len(hashes))


def _table(words: Runs, spelling_of: Integers, over: Over) -> Table:
    """By the highest bits of a hash, whether a shingle with such a hash may recur."""
    halves = np.empty(int(np.maximum(0, words.lengths() - SHINGLE + 1).sum()), dtype=np.uint32)
    filled = 0
    for found in over(halves_of, _spelt(words, spelling_of)):
        halves[filled : filled + len(found)] = found
        filled += len(found)
    halves.sort()
    bits = int(np.clip(np.ceil(np.log2(max(1, 8 * len(halves)))), *TABLE_BITS))
    marked = np.zeros(1 << bits, dtype=bool)
    for start in range(0, len(halves), HALVES_AT_ONCE):
        some = halves[start : start + HALVES_AT_ONCE + 1]
        marked[some[1:][some[1:] == some[:-1]] >> np.uint32(32 - bits)] = True
    return Table(marked, bits)


def _hashes(words: Integers) -> Hashes:
    """The hash of the run that begins at each word; of the last words, for which none does, it means nothing.

    Of runs of two words are made those of four, of these and a word those of five.
    """
    ones = words.astype(np.uint64)
    ones += np.uint64(1)
    ones *= MULTIPLIER
    ones ^= ones >> SHIFT
    twos = _followed(ones, ones, 1)
    fours = _followed(twos, twos, 2)
    return _followed(fours, ones, 4)


def _followed(runs: Hashes, by: Hashes, after: int) -> Hashes:
    """The hashes of runs, each lengthened by what begins so many words after it."""
    longer = runs * MULTIPLIER
    longer[: max(0, len(by) - after)] += by[after:]
    longer *= MULTIPLIER
    longer ^= longer >> SHIFT
    return longer


def _begins(words: Runs) -> Flags:
    """At which words a shingle begins: those with enough words after them in their sequence."""
    begins = np.ones(len(words.flat), dtype=bool)
    some = words.lengths() > 0
    starts, ends = words.starts[:-1][some], words.starts[1:][some]
    for left in range(1, SHINGLE):
        begins[np.maximum(starts, ends - left)] = False
    return begins


def _starts(words: Runs) -> Integers:
    """Where each sequence's shingles start among all."""
    return np.concatenate(([0], np.cumsum(np.maximum(0, words.lengths() - SHINGLE + 1)))).astype(np.int64)
