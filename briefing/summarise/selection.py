"""Selection: the sentences that together come nearest the targets, within a budget of words; shared by all methods.

Summary-level: what is judged is always the whole summary's vector, never a sentence's alone (`nearness.py`). Sentences
are first taken greedily, as long as they bring the summary nearer; then, as long as it helps, one is left out and its
room filled anew.
"""

from collections.abc import Callable, Sequence

import numpy as np

from briefing.summarise.nearness import Space, Summary, alone
from briefing.summarise.pool import Pool, worth_trying
from briefing.summarise.standing import Judge, Standing
from briefing.summarise.target import Bag, Target
from briefing.summarise.terms import Corpus, Vector

POOL = 45  # sentences to choose from, and one more for so many words there are; more change no figure
WORDS_A_SENTENCE = 20
MOST_EXCHANGES = 4  # rounds of leaving one sentence out; a fifth changes nothing on any set tried
ROUNDING = 9  # decimals of a score that count; beyond them two sentences tie, and the earlier one is taken
HANDICAP = 0.005  # of nearness, for each doubt of a sentence; benchmarks/summarise_tune.py
ROOM_LEFT = 0.25  # share of the words that is rather left empty than filled with what leads away from the targets
LOSS_BORNE = 0.05  # of nearness, relative, that filling this room may cost


def select(
    corpus: Corpus,
    found: Bag,
    aims: Sequence[Target],
    judge: Judge,
    *,
    words: int,
    later: Sequence[int],
    barred: Callable[[int], bool] = lambda _: False,
) -> list[int]:
    """Numbers of the chosen sentences, first chosen first; together they have at most `words` words.

    `later` ranks articles by time: of two versions of one fact, the one from the article with the higher rank is taken.
    barred: whether a sentence may not be chosen. Comments in the first person are turned to when nothing else fits.
    """
    near = alone(found.counts, aims)
    order = [
        int(number)
        for number in np.argsort(-np.round(near, ROUNDING), kind="stable")
        if corpus.sentences[number].words <= words
    ]
    for least in (Standing.GOOD, Standing.IF_NOTHING_ELSE):
        numbers = worth_trying(judge, order, least, barred, POOL + words // WORDS_A_SENTENCE)
        if numbers:
            pool = Pool(corpus, judge, numbers, np.array(later, dtype=np.int64))
            chosen = _Selection(pool, Space(found.counts[pool.numbers], aims), words).best()
            if chosen:
                return [int(pool.numbers[place]) for place in chosen]
    return []


class _Choice:
    """Sentences chosen so far, with all that the next step asks."""

    __slots__ = ("chosen", "left", "score", "summary")

    def __init__(self, chosen: list[int], summary: Summary, left: int) -> None:
        self.chosen = chosen
        self.summary = summary
        self.left = left  # words
        self.score = 0.0

    def without(self, out: int, words: int) -> "_Choice":
        """The same less one sentence of so many words."""
        summary = self.summary.copy()
        summary.remove(out)
        return _Choice([one for one in self.chosen if one != out], summary, self.left + words)

    def take(self, one: int, words: int) -> None:
        """Choose one sentence more, of so many words."""
        self.chosen.append(one)
        self.summary.add(one)
        self.left -= words


class _Selection:
    """The choice among a pool of sentences; numbers inside it are places in the pool."""

    def __init__(self, pool: Pool, space: Space, words: int) -> None:
        self.pool = pool
        self.lengths = pool.lengths.tolist()
        self.empty = Summary(space)
        self.words = words
        self.handicaps = HANDICAP * pool.doubts
        self.anything_needed = bool(pool.needs.any())

    def best(self) -> list[int]:
        """The chosen sentences, first chosen first."""
        choice = _Choice([], self.empty, self.words)
        self.fill(choice, None)
        for _ in range(MOST_EXCHANGES if choice.chosen else 0):
            others = [self.exchanged(choice, out) for out in choice.chosen]
            better = max(others, key=lambda other: other.score)
            if round(better.score, ROUNDING) <= round(choice.score, ROUNDING):
                break
            choice = better
        return choice.chosen

    def exchanged(self, choice: _Choice, out: int) -> _Choice:
        """The choice without one sentence, its room filled anew."""
        other = choice.without(out, self.lengths[out])
        self.fill(other, out)
        return other

    def fill(self, choice: _Choice, banned: int | None) -> None:
        """Fill the words left greedily, and score the whole."""
        free = ~self.pool.same[choice.chosen].any(axis=0)
        if banned is not None:  # nor may what it is the later version of come back in its place
            free &= ~(self.pool.same[banned] & (self.pool.times < self.pool.times[banned]))
            free[banned] = False
        while True:
            fits = free & (self.pool.lengths <= choice.left)
            if self.anything_needed:
                fits &= self.pool.understood(choice.chosen)
            if not fits.any():
                break
            near = self.with_each(choice.summary)
            best = int(np.argmax(np.where(fits, near, -np.inf)))
            if choice.left <= ROOM_LEFT * self.words and near[best] < (1 - LOSS_BORNE) * choice.summary.value():
                break
            best = self.pool.latest(best, fits)
            free &= ~self.pool.same[best]
            choice.take(best, self.lengths[best])
        understood = not self.anything_needed or self.pool.understood(choice.chosen)[choice.chosen].all()
        handicap = float(self.handicaps[choice.chosen].sum())
        choice.score = choice.summary.value() - handicap if understood else -np.inf  # what was left out had been needed

    def with_each(self, summary: Summary) -> Vector:
        """How near each sentence would bring the summary, less its handicap."""
        return np.round(summary.with_each() - self.handicaps, ROUNDING)
