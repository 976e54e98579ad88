"""Shingles: every run of a few words, as one number."""

import numpy as np

from briefing.group.tokens import Runs

SHINGLE = 5  # words
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hashing, 2^64 over the golden ratio
SHIFT = np.uint64(29)  # brings high bits down, so that the order of words counts


def hashed(words: Runs) -> Runs:
    """The 64-bit hash of the run of `SHINGLE` words that begins at each word that has so many left."""
    lengths = np.maximum(0, words.lengths() - SHINGLE + 1)
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    places = np.repeat(words.starts[:-1], lengths) + Runs(words.flat, starts).within()
    hashes = np.zeros(len(places), dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes = (hashes + words.flat[places + offset].astype(np.uint64) + np.uint64(1)) * MULTIPLIER
        hashes ^= hashes >> SHIFT
    return Runs(hashes.view(np.int64), starts)
