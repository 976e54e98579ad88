"""Selection: the sentences that together come nearest the target, within a budget of words; shared by all methods.

Summary-level greedy choice: at every step the sentence that brings the whole summary's vector nearest the target, by
cosine. The vector is saturated (raised to a power below 1), so what is said already counts less a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.summarise.candidates import Standing
from briefing.summarise.target import Target
from briefing.summarise.terms import Corpus, Vector

SATURATION = 0.7  # power of the summary's term weights; flat between 0.5 and 0.85 (benchmarks/summarise_tune.py)
SAME_FACT = 0.65  # share of the shorter sentence's words that make two sentences one fact told twice
ROUNDING = 9  # decimals of a score that count; beyond them two sentences tie, and the earlier one is taken
NOTHING = np.finfo(np.float64).tiny

Flags = NDArray[np.bool_]


@dataclass(slots=True)
class _Summary:
    """The summary so far; changed in place while it grows."""

    vector: Vector  # weight of each term, not yet saturated
    dot: float  # of the saturated vector and the target
    norm: float  # of the saturated vector, squared


def select(corpus: Corpus, aim: Target, *, words: int, later: Sequence[int]) -> list[int]:
    """Numbers of the chosen sentences, first chosen first; together they have at most `words` words.

    `later` ranks articles by time: of two versions of one fact, the one from the article with the higher rank is taken.
    Comments in the first person are only turned to when no other sentence fits.
    """
    standing = np.array([sentence.standing for sentence in corpus.sentences])
    for least in (Standing.GOOD, Standing.IF_NOTHING_ELSE):
        allowed = standing == least
        chosen = _grow(corpus, aim, allowed, words, later)
        if chosen:
            return chosen
    return []


def _grow(corpus: Corpus, aim: Target, allowed: Flags, words: int, later: Sequence[int]) -> list[int]:
    lengths = np.array([sentence.words for sentence in corpus.sentences])
    summary = _Summary(np.zeros(len(aim.terms)), 0.0, 0.0)
    chosen: list[int] = []
    free = allowed.copy()
    while (fits := free & (lengths <= words)).any():
        scores = _scores(aim, summary)
        best = int(np.argmax(np.where(fits, np.round(scores, ROUNDING), -1.0)))
        same = _same_fact(corpus, best)
        best = _latest(corpus, [int(i) for i in np.flatnonzero(same & fits)], best, later)
        free &= ~_same_fact(corpus, best)
        free[best] = False
        chosen.append(best)
        words -= int(lengths[best])
        _add(aim, summary, best)
    return chosen


def _scores(aim: Target, summary: _Summary) -> Vector:
    """The cosine with the target that the summary would have with each sentence added."""
    rows = aim.sentences
    owner = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    had = summary.vector[rows.indices]
    before, after = np.power(had, SATURATION), np.power(had + rows.data, SATURATION)
    dots = np.bincount(owner, (after - before) * aim.terms[rows.indices], minlength=rows.shape[0])
    norms = np.bincount(owner, after**2 - before**2, minlength=rows.shape[0])
    return np.asarray((summary.dot + dots) / np.sqrt(np.maximum(summary.norm + norms, NOTHING)))


def _add(aim: Target, summary: _Summary, best: int) -> None:
    rows = aim.sentences
    part = slice(rows.indptr[best], rows.indptr[best + 1])
    summary.vector[rows.indices[part]] += rows.data[part]
    saturated = np.power(summary.vector, SATURATION)
    summary.dot, summary.norm = float(saturated @ aim.terms), float(saturated @ saturated)


def _same_fact(corpus: Corpus, one: int) -> Flags:
    """Which sentences share so many of their words with this one that they tell the same."""
    counts = corpus.words.counts
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    own = np.asarray(counts[one].todense()).ravel()
    shared = np.minimum(counts @ (own > 0).astype(np.float64), lengths[one])
    shorter = np.maximum(np.minimum(lengths, lengths[one]), 1.0)
    return np.asarray(shared >= SAME_FACT * shorter)


def _latest(corpus: Corpus, same: Sequence[int], best: int, later: Sequence[int]) -> int:
    """Of the sentences that tell the same fact, the one from the latest article; `best` where none is later."""
    rank = later[corpus.sentences[best].article]
    newer = [i for i in same if later[corpus.sentences[i].article] > rank]
    return max(newer, key=lambda i: (later[corpus.sentences[i].article], -i), default=best)
