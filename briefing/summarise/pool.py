"""Pool: the sentences that a summary is chosen from: the nearest to the targets on their own.

A sentence is judged when it is about to be chosen: most never are.
"""

import re
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from briefing.summarise.standing import Judge, Standing
from briefing.summarise.terms import Corpus

SAME_FACT = 0.55  # share of the shorter sentence's words that, with no figure against it, make two sentences one fact
FEWEST_SHARED = 7  # words; fewer are the event's own words, which every sentence of it has (read on nine weeks of 2020)
# Where sentences are printed one by one the second telling is struck out, so less will do: read on the sections of
# thirty weeks of 2020, decision 0283. In a text it would cost what two tellings do not have in common.
SAME_FACT_APART = 0.42
FEWEST_SHARED_APART = 5
SAME_WORDS = 0.65  # share that makes them one sentence in two versions, whatever their figures
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")

Flags = NDArray[np.bool_]


class Pool:
    """Sentences worth trying; numbers are places in the pool, which keeps the order of the corpus."""

    def __init__(
        self,
        corpus: Corpus,
        judge: Judge,
        numbers: Iterable[int],
        later: NDArray[np.int64],
        *,
        least: Standing = Standing.GOOD,
        barred: Callable[[int], bool] = lambda _: False,
        apart: bool = False,
    ) -> None:
        """`later` ranks the articles by time; least: how well a chosen one stands; barred: which may not be chosen.

        apart: whether each is printed by itself.
        """
        self._same_fact, self._fewest = (SAME_FACT_APART, FEWEST_SHARED_APART) if apart else (SAME_FACT, FEWEST_SHARED)
        self.numbers = np.array(sorted(numbers), dtype=np.int64)
        sentences = [corpus.sentences[number] for number in self.numbers]
        size = len(sentences)
        self.lengths = np.array([sentence.words for sentence in sentences])
        self.times = later[corpus.owner[self.numbers]]
        self._texts = [sentence.text for sentence in sentences]
        counts = corpus.words.counts[self.numbers]
        self._terms = counts.indices  # of the sentences, one after another
        self._ends = counts.indptr
        self._sizes = np.diff(counts.indptr)  # how many terms each has
        self._rows = np.repeat(np.arange(size), self._sizes)
        self._wanted = np.zeros(counts.shape[1], dtype=np.bool_)
        self._same: dict[int, Flags] = {}
        self.none = np.zeros(size, dtype=np.bool_)
        self.asked = np.zeros(size, dtype=np.bool_)
        self.fit = np.ones(size, dtype=np.bool_)  # as far as asked
        self.doubts = np.full(size, judge.fewest_doubts, dtype=np.float64)  # as few as there may be, until asked
        self._judge, self._least, self._barred = judge, least, barred
        self.needs: dict[int, frozenset[str]] = {}  # of those that need something
        self.gives: dict[int, frozenset[str]] = {}

    def ask(self, one: int) -> None:
        """Have a sentence judged."""
        if self.asked[one]:
            return
        number = int(self.numbers[one])
        found = self._judge.of(number)
        self.asked[one] = True
        self.fit[one] = found.standing == self._least and not self._barred(number)
        self.doubts[one] = found.doubts
        self.gives[one] = found.gives
        if found.needs:
            self.needs[one] = found.needs

    def given(self, chosen: Iterable[int]) -> frozenset[str]:
        """All that some judged sentences tell of what others need."""
        return frozenset[str]().union(*(self.gives[one] for one in chosen))

    def hanging(self, given: frozenset[str]) -> list[int]:
        """Which of the judged sentences need what is not given."""
        return [one for one, needs in self.needs.items() if not needs <= given]

    def same(self, one: int) -> Flags:
        """Which sentences tell the same as this one, or are versions of it; itself too."""
        found = self._same.get(one)
        if found is None:
            found = self._same[one] = self._same_as(one)
        return found

    def _same_as(self, one: int) -> Flags:
        own = self._terms[self._ends[one] : self._ends[one + 1]]
        self._wanted[own] = True
        shared = np.bincount(self._rows, self._wanted[self._terms], minlength=len(self._sizes))
        self._wanted[own] = False
        share = shared / np.maximum(np.minimum(self._sizes[one], self._sizes), 1)
        same = np.asarray(share >= SAME_WORDS)
        same[one] = True
        figures = frozenset(FIGURE.findall(self._texts[one]))
        for other in np.flatnonzero((share >= self._same_fact) & (shared >= self._fewest) & ~same).tolist():
            others = frozenset(FIGURE.findall(self._texts[other]))
            same[other] = figures <= others or others <= figures
        return same

    def latest(self, best: int, fits: Flags) -> int:
        """Of the sentences that tell the same fact, the one from the latest article; doubtful ones only among such."""
        same = self.same(best) & fits
        sound = same & (self.doubts <= 0)
        same = sound if sound.any() else same
        if same[best]:
            same &= self.times > self.times[best]
        newer = np.flatnonzero(same)
        return int(newer[np.argmax(self.times[newer])]) if len(newer) else best
