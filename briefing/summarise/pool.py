"""Pool: the sentences that a summary is chosen from: of those that may stand, the nearest to the targets on their own.

Sentences are judged from the nearest on, until there are enough; the rest need no judgement.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.summarise.standing import Judge, Standing
from briefing.summarise.terms import Corpus

SAME_FACT = 0.55  # share of the shorter sentence's words that, with no figure against it, make two sentences one fact
FEWEST_SHARED = 7  # words; fewer are the event's own words, which every sentence of it has (read on nine weeks of 2020)
SAME_WORDS = 0.65  # share that makes them one sentence in two versions, whatever their figures
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")

Flags = NDArray[np.bool_]


class Pool:
    """Sentences worth trying; numbers are places in the pool, which keeps the order of the corpus."""

    def __init__(self, corpus: Corpus, judge: Judge, numbers: Iterable[int], later: NDArray[np.int64]) -> None:
        """`later` ranks the articles by time."""
        self.numbers = np.array(sorted(numbers), dtype=np.int64)
        sentences = [corpus.sentences[number] for number in self.numbers]
        judged = [judge.of(int(number)) for number in self.numbers]
        self.lengths = np.array([sentence.words for sentence in sentences])
        self.times = later[corpus.owner[self.numbers]]
        self.doubts = np.array([found.doubts for found in judged])
        wanted = sorted({need for found in judged for need in found.needs})
        self.needs = np.array([[need in found.needs for need in wanted] for found in judged], dtype=np.bool_)
        self.gives = np.array([[need in found.gives for need in wanted] for found in judged], dtype=np.bool_)
        self.same = _same_facts(corpus.words.counts[self.numbers], [sentence.text for sentence in sentences])

    def understood(self, chosen: list[int]) -> Flags:
        """Which sentences need nothing but what the chosen ones give."""
        return np.asarray(~(self.needs & ~self.gives[chosen].any(axis=0)).any(axis=1))

    def latest(self, best: int, fits: Flags) -> int:
        """Of the sentences that tell the same fact, the one from the latest article; doubtful ones only among such."""
        same = self.same[best] & fits
        sound = same & (self.doubts <= 0)
        same = sound if sound.any() else same
        if same[best]:
            same &= self.times > self.times[best]
        newer = np.flatnonzero(same)
        return int(newer[np.argmax(self.times[newer])]) if len(newer) else best


def worth_trying(
    judge: Judge, order: Iterable[int], least: Standing, barred: Callable[[int], bool], most: int
) -> list[int]:
    """The first `most` sentences, in the order given, that stand so well and are not barred."""
    fit = (number for number in order if judge.of(number).standing == least and not barred(number))
    return list(islice(fit, most))


def _same_facts(counts: Any, texts: list[str]) -> Flags:
    """Sentences × sentences: which tell the same, or are versions of one sentence; each with itself too."""
    present = counts.copy()
    present.data = np.ones_like(present.data)
    shared = (present @ present.T).toarray()
    sizes = np.diff(present.indptr)
    share = shared / np.maximum(np.minimum(sizes[:, None], sizes), 1)
    same = share >= SAME_WORDS
    figures = [frozenset(FIGURE.findall(text)) for text in texts]
    for one, other in np.argwhere((share >= SAME_FACT) & (shared >= FEWEST_SHARED)):
        same[one, other] |= figures[one] <= figures[other] or figures[other] <= figures[one]
    np.fill_diagonal(same, val=True)
    return np.asarray(same)
