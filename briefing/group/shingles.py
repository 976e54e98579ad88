"""Shingles: every run of a few words, as one number."""

from collections.abc import Iterator, Sequence
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
TABLE_BITS = (10, 28)
HALVES_AT_ONCE = 1 << 20  # compared: more would cost memory that has to be had anew each time
TOGETHER = 50  # sequences hashed at once: what is worked on stays near the processor
WORDS_A_PART, MOST_PART_BITS = 1 << 20, 8  # of up to a quarter of which the shingles recur: 2 MB


class Part(NamedTuple):
    """Some of the shingles that occur more than once, each time they do: by shingle, then as they stand."""

    places: Integers  # of its first word, among all words
    owners: Integers  # which sequence it is in
    kinds: Integers  # which shingle of the part it is, from 0, ascending


class Recurring(NamedTuple):
    """The shingles that occur more than once, in parts: all occurrences of a shingle are in one of them."""

    parts: tuple[Part, ...]


class Table(NamedTuple):
    """Marks of hashes that may recur."""

    marked: npt.NDArray[np.uint8]  # by the highest bits of a hash, a bit each
    bits: int  # how many those are

    def has(self, hashes: Hashes) -> Flags:
        """Which of these hashes are marked."""
        marks = (hashes >> np.uint64(64 - self.bits)).view(np.int64)
        within = self.marked.take(marks >> 3) >> (marks & 7).astype(np.uint8)
        return (within & np.uint8(1)).view(np.bool_)


class Likely(NamedTuple):
    """The shingles of some sequences that may recur, by the part they are in, then in the order they stand in."""

    places: Integers
    owners: Integers
    hashes: Hashes
    starts: Integers  # where each part's begin, and the end


def hashed(words: Runs) -> Runs:
    """The 64-bit hash of the run of `SHINGLE` words that begins at each word that has so many left."""
    return Runs(_hashes(words.flat)[_begins(words)].view(np.int64), _starts(words))


def recurring(words: Runs, spelling_of: Integers, over: Over = map) -> Recurring:
    """Where runs of `SHINGLE` words stand that occur more than once; `spelling_of`: what words are compared by.

    Most runs occur once in all news: they are told apart by half of their hash, so that what is worked on with care is
    a fraction. That is parted by the highest bits of its hashes (the partitions of a hash join, Shatdal et al. 1994),
    so that each part can be sorted near the processor. 105 million words take 1 GB. `over` maps the hashing of some
    sequences at a time.
    """
    bits = int(np.clip(np.ceil(np.log2(max(1, len(words.flat) / WORDS_A_PART))), 0, MOST_PART_BITS))
    found: list[Likely] = []
    likely = over(partial(likely_of, _table(words, spelling_of, over), bits), _spelt(words, spelling_of))
    for some, part in zip(words.blocks(TOGETHER), likely, strict=True):
        places = part.places.astype(np.int64) + some.places.start
        size = np.int32 if len(words.flat) <= np.iinfo(np.int32).max else np.int64
        found.append(part._replace(places=places.astype(size), owners=part.owners + np.int32(some.rows.start)))
    return Recurring(tuple(_part(found, number, bits) for number in range(1 << bits)))


def _spelt(words: Runs, spelling_of: Integers) -> Iterator[Runs]:
    """The sequences in one spelling, some at a time."""
    return (Runs(spelling_of[some.runs.flat], some.runs.starts) for some in words.blocks(TOGETHER))


def halves_of(words: Runs) -> Halves:
    """The upper halves of the hashes of some sequences' shingles: a pure function, fit for another process."""
    return (_hashes(words.flat)[_begins(words)] >> HALF).astype(np.uint32)


def likely_of(table: Table, part_bits: int, words: Runs) -> Likely:
    """Which shingles of some sequences may recur: a pure function, fit for another process."""
    every = _hashes(words.flat)
    likely = np.flatnonzero(table.has(every) & _begins(words))
    parts = _highest(every[likely], part_bits)
    likely = likely[np.argsort(parts, kind="stable")]
    owners = (np.searchsorted(words.starts, likely, "right") - 1).astype(np.int32)
    starts = np.concatenate(([0], np.cumsum(np.bincount(parts, minlength=1 << part_bits))))
    return Likely(likely.astype(np.int32), owners, every[likely], starts)


def _highest(hashes: Hashes, bits: int) -> npt.NDArray[np.uint8]:
    """The highest bits of hashes, eight at most."""
    return (hashes >> np.uint64(56)).astype(np.uint8) >> np.uint8(8 - bits)


def _part(found: Sequence[Likely], number: int, bits: int) -> Part:
    """Of the shingles of one part those that occur more than once."""
    chosen = [(each, slice(each.starts[number], each.starts[number + 1])) for each in found]
    hashes = np.concatenate([np.zeros(0, np.uint64), *(each.hashes[own] for each, own in chosen)])
    order = by_hash(hashes, bits)
    ordered = hashes[order]
    again = ordered[1:] == ordered[:-1]
    recur = np.concatenate((again, [False]))[: len(order)]
    recur[1:] |= again
    order, first = order[recur], np.concatenate(([True], ~again))[: len(order)][recur]
    places = np.concatenate([np.zeros(0, np.int32), *(each.places[own] for each, own in chosen)])
    owners = np.concatenate([np.zeros(0, np.int32), *(each.owners[own] for each, own in chosen)])
    return Part(places[order], owners[order], np.cumsum(first, dtype=np.int32) - np.int32(1))


def by_hash(hashes: Hashes, alike: int) -> Integers:
    """The order of hashes, equal ones as they stand; so many of their highest bits are alike.

    The bits that differ and the place in the array are sorted as one number, which takes a tenth of the time that
    sorting by hash takes. So many bits hardly ever are the same of two hashes that differ; if so, they do.
    """
    below = np.uint64(max(0, len(hashes) - 1).bit_length())
    keys = (hashes << np.uint64(alike)) >> below << below
    keys |= np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    order = (keys & ((np.uint64(1) << below) - np.uint64(1))).astype(np.int64)
    keys >>= below
    ordered = hashes[order]
    if np.array_equal(keys[1:] == keys[:-1], ordered[1:] == ordered[:-1]):
        return order
    return np.argsort(hashes, kind="stable")


def _table(words: Runs, spelling_of: Integers, over: Over) -> Table:
    """By the highest bits of a hash, whether a shingle with such a hash may recur."""
    halves = np.empty(int(np.maximum(0, words.lengths() - SHINGLE + 1).sum()), dtype=np.uint32)
    filled = 0
    for found in over(halves_of, _spelt(words, spelling_of)):
        halves[filled : filled + len(found)] = found
        filled += len(found)
    halves.sort()
    bits = int(np.clip(np.ceil(np.log2(max(1, 8 * len(halves)))), *TABLE_BITS))
    marked = np.zeros((1 << bits) // 8, dtype=np.uint8)
    for start in range(0, len(halves), HALVES_AT_ONCE):
        some = halves[start : start + HALVES_AT_ONCE + 1]
        marks = some[1:][some[1:] == some[:-1]] >> np.uint32(32 - bits)
        places = marks >> np.uint32(3)
        first = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1]))[: len(places)])
        if len(first):
            bit = np.left_shift(np.uint8(1), (marks & np.uint32(7)).astype(np.uint8))
            marked[places[first]] |= np.bitwise_or.reduceat(bit, first)
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
