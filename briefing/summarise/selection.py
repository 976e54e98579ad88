"""Selection: the sentences that together come nearest the targets, within a budget of words; shared by all methods.

Summary-level: what is judged is always the whole summary's vector, never a sentence's alone. It is saturated by its
square root, so what is said already counts less a second time, and compared with each target by cosine. Sentences are
first taken greedily, as long as they bring the summary nearer; then, as long as it helps, one is left out and its room
filled anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.summarise.candidates import Standing
from briefing.summarise.target import Target
from briefing.summarise.terms import Corpus, Vector

MOST_EXCHANGES = 4  # rounds of leaving one sentence out; a fifth changes nothing on any set tried
POOL = 250  # sentences worth trying, by how near each comes on its own; bounds the cost of huge events
SAME_FACT = 0.55  # share of the shorter sentence's words that, with no figure against it, make two sentences one fact
FEWEST_SHARED = 7  # words; fewer are the event's own words, which every sentence of it has (read on nine weeks of 2020)
SAME_WORDS = 0.65  # share that makes them one sentence in two versions, whatever their figures
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
ROUNDING = 9  # decimals of a score that count; beyond them two sentences tie, and the earlier one is taken
HANDICAP = 0.005  # of nearness, for each doubt of a sentence; benchmarks/summarise_tune.py
ROOM_LEFT = 0.25  # share of the words that is rather left empty than filled with what leads away from the targets
LOSS_BORNE = 0.05  # of nearness, relative, that filling this room may cost
STARTS = 5  # sentences near the targets on their own, each of which the choice is begun with once
NOTHING = float(np.finfo(np.float64).tiny)

Flags = NDArray[np.bool_]


def select(
    corpus: Corpus,
    aims: Sequence[Target],
    *,
    words: int,
    later: Sequence[int],
    barred: frozenset[int] = frozenset(),
) -> list[int]:
    """Numbers of the chosen sentences, first chosen first; together they have at most `words` words.

    `later` ranks articles by time: of two versions of one fact, the one from the article with the higher rank is taken.
    barred: sentences that may not be chosen. Comments in the first person are only turned to when nothing else fits.
    """
    for least in (Standing.GOOD, Standing.IF_NOTHING_ELSE):
        allowed = np.array(
            [
                sentence.standing == least and sentence.words <= words and number not in barred
                for number, sentence in enumerate(corpus.sentences)
            ]
        )
        chosen = _Selection(corpus, aims, allowed, words, later).best() if allowed.any() else []
        if chosen:
            return chosen
    return []


@dataclass(frozen=True, slots=True)
class _Aim:
    """One target, with the sentences of the pool flattened for quick sums."""

    owner: NDArray[np.intp]  # which sentence of the pool each entry belongs to
    terms: NDArray[np.intp]  # which term each entry is
    entries: Vector  # its weight
    wanted: Vector  # the target's weight for it
    masses: Vector  # of each sentence: the sum of its entries
    target: Vector

    def nearness(self, summary: Vector) -> Vector:
        """The cosine with the target of the summary with each sentence of the pool added."""
        had = summary[self.terms]
        gained = (np.sqrt(had + self.entries) - np.sqrt(had)) * self.wanted
        dots = np.bincount(self.owner, gained, minlength=len(self.masses)) + float(np.sqrt(summary) @ self.target)
        return np.asarray(dots / np.sqrt(np.maximum(float(summary.sum()) + self.masses, NOTHING)))

    def value(self, summary: Vector) -> float:
        """The cosine with the target of the summary as it is."""
        return float(np.sqrt(summary) @ self.target / np.sqrt(max(float(summary.sum()), NOTHING)))


class _Selection:
    """The choice among a pool of sentences; numbers inside it are places in the pool."""

    def __init__(
        self, corpus: Corpus, aims: Sequence[Target], allowed: Flags, words: int, later: Sequence[int]
    ) -> None:
        alone = sum((_flatten(aim, np.flatnonzero(allowed)).nearness(np.zeros(len(aim.terms))) for aim in aims), 0.0)
        order = np.argsort(-np.round(np.asarray(alone), ROUNDING), kind="stable")[:POOL]
        self.pool = np.sort(np.flatnonzero(allowed)[order])
        self.aims = [_flatten(aim, self.pool) for aim in aims]
        self.matrices = [aim.sentences[self.pool] for aim in aims]
        self.lengths = np.array([corpus.sentences[i].words for i in self.pool])
        self.times = np.array([later[corpus.sentences[i].article] for i in self.pool])
        self.words = words
        self.handicaps = HANDICAP * np.array([corpus.sentences[i].doubts for i in self.pool])
        self.present = corpus.words.counts[self.pool]
        self.present.data = np.ones_like(self.present.data)
        self.sizes = np.asarray(self.present.sum(axis=1)).ravel()
        self.figures = [frozenset(FIGURE.findall(corpus.sentences[i].text)) for i in self.pool]
        self.twins: dict[int, Flags] = {}
        wanted = sorted({need for i in self.pool for need in corpus.sentences[i].needs})
        self.needs = np.array(
            [[need in corpus.sentences[i].needs for need in wanted] for i in self.pool], dtype=np.bool_
        )
        self.gives = np.array(
            [[need in corpus.sentences[i].gives for need in wanted] for i in self.pool], dtype=np.bool_
        )

    def best(self) -> list[int]:
        """The chosen sentences, as numbers of the corpus, first chosen first."""
        fits = (self.lengths <= self.words) & self.understood([])
        nearest = np.argsort(-np.where(fits, self.alone(), -np.inf), kind="stable")[: min(STARTS, int(fits.sum()))]
        starts: list[list[int]] = [[], *([self.latest(int(i), fits)] for i in nearest)]
        chosen, _ = max((self.improve(*self.grow(start, None)) for start in starts), key=lambda found: found[1])
        return [int(self.pool[i]) for i in chosen]

    def alone(self) -> Vector:
        """How near each sentence comes on its own."""
        return self.nearness([np.zeros(matrix.shape[1]) for matrix in self.matrices])

    def improve(self, chosen: list[int], score: float) -> tuple[list[int], float]:
        """Exchange sentences one by one as long as the summary comes nearer."""
        for _ in range(MOST_EXCHANGES if chosen else 0):
            others = [self.grow([i for i in chosen if i != out], out) for out in chosen]
            better, best_score = max(others, key=lambda other: other[1])
            if round(best_score, ROUNDING) <= round(score, ROUNDING):
                break
            chosen, score = better, best_score
        return chosen, score

    def grow(self, kept: Sequence[int], banned: int | None) -> tuple[list[int], float]:
        """Fill the words left greedily; the sentences, and how near the summary comes."""
        chosen = list(kept)
        vectors = [np.zeros(matrix.shape[1]) for matrix in self.matrices]
        for i in chosen:
            self.add(i, vectors)
        free = np.ones(len(self.pool), dtype=np.bool_)
        for i in chosen:
            free &= ~self.same_fact(i)
        if banned is not None:  # nor may what it is the later version of come back in its place
            free &= ~(self.same_fact(banned) & (self.times < self.times[banned]))
            free[banned] = False
        left = self.words - int(self.lengths[chosen].sum())
        while (fits := free & (self.lengths <= left) & self.understood(chosen)).any():
            nearness = self.nearness(vectors)
            best = int(np.argmax(np.where(fits, nearness, -np.inf)))
            if left <= ROOM_LEFT * self.words and nearness[best] < (1 - LOSS_BORNE) * self.value(vectors):
                break
            best = self.latest(best, fits)
            free &= ~self.same_fact(best)
            chosen.append(best)
            left -= int(self.lengths[best])
            self.add(best, vectors)
        if not self.understood(chosen)[chosen].all():
            return chosen, -np.inf  # what was left out had been needed
        return chosen, self.value(vectors) - float(self.handicaps[chosen].sum())

    def understood(self, chosen: Sequence[int]) -> Flags:
        """Which sentences need nothing but what the chosen ones give."""
        given = self.gives[chosen].any(axis=0)
        return np.asarray(~(self.needs & ~given).any(axis=1))

    def value(self, vectors: Sequence[Vector]) -> float:
        """How near the summary as it is comes to all targets together."""
        return float(sum(aim.value(vector) for aim, vector in zip(self.aims, vectors, strict=True)))

    def add(self, one: int, vectors: Sequence[Vector]) -> None:
        """Add a sentence to the summary's vectors."""
        for vector, matrix in zip(vectors, self.matrices, strict=True):
            part = slice(matrix.indptr[one], matrix.indptr[one + 1])
            vector[matrix.indices[part]] += matrix.data[part]

    def nearness(self, vectors: Sequence[Vector]) -> Vector:
        """How near each sentence would bring the summary to all targets together."""
        nearness = sum(aim.nearness(vector) for aim, vector in zip(self.aims, vectors, strict=True))
        return np.round(nearness - self.handicaps, ROUNDING)

    def same_fact(self, one: int) -> Flags:
        """Which sentences tell the same as this one, or are another version of it; itself too."""
        if one not in self.twins:
            own = np.asarray(self.present[[one]].todense()).ravel()
            shared = np.asarray(self.present @ own)
            share = shared / np.maximum(np.minimum(self.sizes, self.sizes[one]), 1.0)
            figures = self.figures[one]
            agree = np.array([figures <= other or other <= figures for other in self.figures])
            told = (share >= SAME_FACT) & (shared >= FEWEST_SHARED) & agree
            self.twins[one] = told | (share >= SAME_WORDS)
            self.twins[one][one] = True
        return self.twins[one]

    def latest(self, best: int, fits: Flags) -> int:
        """Of the sentences that tell the same fact, the one from the latest article; doubtful ones only among such."""
        same = self.same_fact(best) & fits
        sound = same & (self.handicaps == 0)
        same = sound if sound.any() else same
        if same[best]:
            same &= self.times > self.times[best]
        newer = np.flatnonzero(same)
        return int(newer[np.argmax(self.times[newer])]) if len(newer) else best


def _flatten(target: Target, pool: NDArray[np.intp]) -> _Aim:
    rows = target.sentences[pool]
    owner = np.repeat(np.arange(len(pool)), np.diff(rows.indptr))
    masses = np.asarray(rows.sum(axis=1)).ravel()
    return _Aim(owner, rows.indices, rows.data, target.terms[rows.indices], masses, target.terms)
