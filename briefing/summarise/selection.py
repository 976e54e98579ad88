"""Selection: the sentences that together come nearest the targets, within a budget of words; shared by all methods.

Summary-level: what is judged is always the whole summary's vector, never a sentence's alone (`nearness.py`). Sentences
are first taken greedily, as long as they bring the summary nearer; then, as long as it helps, one is left out and its
room filled anew.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from briefing.summarise.nearness import Space, Summary, alone
from briefing.summarise.pool import Flags, Pool
from briefing.summarise.standing import Judge, Standing
from briefing.summarise.target import Bag, Target
from briefing.summarise.terms import Corpus, Vector

POOL = 100  # nearest sentences to choose from, and one more for so many words there are; more change no figure
WORDS_A_SENTENCE = 20
MOST_EXCHANGES = 2  # rounds of leaving one sentence out; a third changes no figure on any set tried
ENOUGH = 0.5  # share of the words; with less, more sentences are tried
ROUNDING = 9  # decimals of a score that count; beyond them two sentences tie, and the earlier one is taken
ROUNDED = 10.0**ROUNDING
HANDICAP = 0.005  # of nearness, for each doubt of a sentence; benchmarks/summarise_tune.py
ROOM_LEFT = 0.25  # share of the words that is rather left empty than filled with what leads away from the targets
LOSS_BORNE = 0.05  # of nearness, relative, that filling this room may cost
NOTHING: frozenset[str] = frozenset()


def select(
    corpus: Corpus,
    found: Bag,
    aims: Sequence[Target],
    judge: Judge,
    *,
    words: int,
    later: Sequence[int],
    barred: Callable[[int], bool] = lambda _: False,
    first: int | None = None,
    apart: bool = False,
) -> list[int]:
    """Numbers of the chosen sentences, first chosen first; together they have at most `words` words.

    `later` ranks articles by time: of two versions of one fact, the one from the article with the higher rank is taken.
    barred: whether a sentence may not be chosen. Comments in the first person are turned to when nothing else fits.
    first: a sentence that is chosen whatever else is; it may be chosen, and needs nothing. apart: whether each is
    printed by itself.
    """
    nearness = alone(found.counts, aims)
    order = [
        int(number)
        for number in np.argsort(-np.round(nearness, ROUNDING), kind="stable")
        if corpus.sentences[number].words <= words
    ]
    if first is not None:
        order.remove(first)
        order.insert(0, first)
    size = POOL + words // WORDS_A_SENTENCE
    times = np.array(later, dtype=np.int64)
    chosen: list[int] = []
    for least in (Standing.GOOD, Standing.IF_NOTHING_ELSE):
        fit: list[int] = []
        for start in range(0, len(order), size):  # the next nearest only where too few of the nearer ones may be chosen
            near = [*fit, *order[start : start + size]]
            pool = Pool(corpus, judge, near, times, least=least, barred=barred, apart=apart)
            seed = None if first is None else int(np.searchsorted(pool.numbers, first))
            best = _Selection(pool, Space(found.counts[pool.numbers], aims), words, seed).best()
            chosen = [int(pool.numbers[place]) for place in best]
            if sum(corpus.sentences[number].words for number in chosen) >= ENOUGH * words:
                return chosen
            fit = pool.numbers[pool.asked & pool.fit].tolist()
        if chosen:
            return chosen
    return []


class _Choice:
    """Sentences chosen so far, with all that the next step asks."""

    __slots__ = ("chosen", "given", "left", "score", "summary")

    def __init__(self, chosen: list[int], given: frozenset[str], summary: Summary, left: int) -> None:
        self.chosen = chosen
        self.given = given  # all that they tell of what another may need
        self.summary = summary
        self.left = left  # words
        self.score = 0.0

    def take(self, one: int, gives: frozenset[str], words: int) -> None:
        """Choose one sentence more, of so many words."""
        self.chosen.append(one)
        self.given |= gives
        self.summary.add(one)
        self.left -= words


class _Selection:
    """The choice among a pool of sentences; numbers inside it are places in the pool."""

    def __init__(self, pool: Pool, space: Space, words: int, seed: int | None = None) -> None:
        """`seed`: what is chosen first, and never left out."""
        self.pool, self.seed = pool, seed
        self.lengths = pool.lengths.tolist()
        self.empty = Summary(space)
        self.words = words

    def best(self) -> list[int]:
        """The chosen sentences, first chosen first."""
        choice = _Choice([], frozenset(), self.empty, self.words)
        if self.seed is not None:
            self.pool.ask(self.seed)
            choice.take(self.seed, self.pool.gives[self.seed], self.lengths[self.seed])
        self.fill(choice, None)
        for _ in range(MOST_EXCHANGES if choice.chosen else 0):
            others = [self.exchanged(choice, out) for out in choice.chosen if out != self.seed]
            if not others:
                break
            better = max(others, key=lambda other: other.score)
            if round(better.score, ROUNDING) <= round(choice.score, ROUNDING):
                break
            choice = better
        return choice.chosen

    def exchanged(self, choice: _Choice, out: int) -> _Choice:
        """The choice without one sentence, its room filled anew."""
        kept = [one for one in choice.chosen if one != out]
        other = _Choice(kept, self.pool.given(kept), choice.summary.without(out), choice.left + self.lengths[out])
        self.fill(other, out)
        return other

    def fill(self, choice: _Choice, banned: int | None) -> None:
        """Fill the words left greedily, and score the whole."""
        pool = self.pool
        free = ~np.logical_or.reduce([pool.none, *map(pool.same, choice.chosen)])
        if banned is not None:  # nor may what it is the later version of come back in its place
            free &= ~(pool.same(banned) & (pool.times < pool.times[banned]))
            free[banned] = False
        while True:
            fits = free & pool.fit & (pool.lengths <= choice.left)
            for one in pool.hanging(choice.given):
                fits[one] = False
            if not fits.any():
                break
            reached = choice.summary.with_each() - HANDICAP * pool.doubts
            best = self.nearest(reached, fits, choice)
            if best is None:
                break
            if choice.left <= ROOM_LEFT * self.words and reached[best] < (1 - LOSS_BORNE) * choice.summary.value():
                break
            best = self.latest(best, fits, choice)
            free &= ~pool.same(best)
            choice.take(best, pool.gives[best], self.lengths[best])
        # A sentence may have been left out that another one needs.
        hangs = any(not pool.needs[one] <= choice.given for one in choice.chosen if one in pool.needs)
        doubts = sum(pool.doubts[one] for one in choice.chosen)
        choice.score = -math.inf if hangs else choice.summary.value() - HANDICAP * doubts

    def nearest(self, reached: Vector, fits: Flags, choice: _Choice) -> int | None:
        """The sentence that brings the summary nearest, less its handicap: judged, and fit.

        reached: how near each does; of those judged here, with the handicap that they are found to have.
        """
        ranked = np.where(fits, np.rint(reached * ROUNDED), -np.inf)
        while True:
            best = int(ranked.argmax())
            if ranked[best] == -np.inf:
                return None
            if self.pool.asked[best]:
                return best
            supposed = self.pool.doubts[best]
            self.ask(best, fits, choice)
            reached[best] += HANDICAP * (supposed - self.pool.doubts[best])
            ranked[best] = np.rint(reached[best] * ROUNDED) if fits[best] else -np.inf

    def latest(self, best: int, fits: Flags, choice: _Choice) -> int:
        """The latest of the sentences that tell the same fact; judged before, as far as they come into question."""
        pool = self.pool
        same = pool.same(best) & fits
        same[best] = False
        if not same.any():
            return best
        open_ = same & ~pool.asked
        if pool.doubts[best] <= 0:
            open_ &= pool.times > pool.times[best]
        for one in np.flatnonzero(open_):
            self.ask(int(one), fits, choice)
        return pool.latest(best, fits)

    def ask(self, one: int, fits: Flags, choice: _Choice) -> None:
        """Have a sentence judged, and take it from what fits if it may not be chosen next."""
        pool = self.pool
        pool.ask(one)
        fits[one] = pool.fit[one] and pool.needs.get(one, NOTHING) <= choice.given
