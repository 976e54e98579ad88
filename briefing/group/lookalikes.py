"""Look-alikes: two texts of one wording that tell of other places, people or days, as bulletins, results and forecasts
do. They are no copies: each tells what the other does not.

An editor who makes a text his own cuts, adds and rewords; hardly ever does another name stand where a name stood. So
what counts is what was swapped: where the words before and after are the same, a name or number that the other text has
nowhere. Of 35 copies in 4,561 articles none has more than two but for other spellings, or in more than a hundredth of
its words (decision 256).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from briefing.group.tokens import Flags, Integers, Tokens, written
from briefing.model import Article
from briefing.text.words import WORD

LONGEST = 8  # words that are swapped as one: a name with its office, the numbers of a draw
# Swaps that make a look-alike: so many, and in so large a share of the words of the shorter text.
LEAST_SWAPS, LEAST_SHARE = 2, 0.01
# Beyond so many that share a wording all are held against the first (`duplicates`), as each against each would cost
# the square of them.
WIDELY_SHARED = 200
# Where only numbers are swapped both must be of other days, and there must be more: a toll that rose is an update.
LEAST_NUMBERS, OTHER_DAY = 3, 20 * 3600.0  # seconds
# What is the same name spelt otherwise, by its letters; English days look as if they were.
SPELT_ALIKE = 0.7  # the share of letters that two spellings of one name have in common, in order; an abbreviation less

DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))


@dataclass(frozen=True, slots=True)
class Worded:
    """A text as it is written."""

    words: Sequence[str]
    lower: frozenset[str]  # those in lower case
    title: frozenset[str]
    outlet: frozenset[str]


class LookAlikes:
    """Tells of rows of one batch whether they are look-alikes."""

    def __init__(self, articles: Sequence[Article], read: Tokens) -> None:
        """Rows of `read` are in the order of `articles`."""
        self._articles, self._read = articles, read
        self._worded: dict[int, Worded] = {}

    def are(self, row: int, other: int) -> bool:
        """Whether two texts of one wording tell of different things."""
        ours, theirs = (self._read.spelling_of[self._read.words.of(each)] for each in (row, other))
        swaps = list(_swaps(ours, theirs))
        shorter = min(len(ours), len(theirs))
        if sum(one.stop - one.start for one, _ in swaps) < LEAST_SHARE * shorter:
            return False
        mine, its = self._of(row), self._of(other)
        if (len(mine.words), len(its.words)) != (len(ours), len(theirs)):
            return False  # letters that are two in lower case
        said = [(mine.words[one], its.words[two]) for one, two in swaps]
        names = [pair for pair in said if _names(*pair, mine, its)]
        numbers = sum(_numbers(*pair) for pair in said)
        titled = any(mine.title.intersection(a) and its.title.intersection(b) for a, b in names)
        enough = len(names) + numbers + titled
        if enough < max(LEAST_SWAPS, LEAST_SHARE * shorter):
            return False
        return bool(names) or (numbers >= LEAST_NUMBERS and self._of_other_days(row, other))

    def _of(self, row: int) -> Worded:
        if row not in self._worded:
            article = self._articles[row]
            words = written(article.text)
            lower = frozenset(word for word in words if word[:1].islower())
            title, outlet = (frozenset(WORD.findall(text)) for text in (article.title, article.outlet or ""))
            self._worded[row] = Worded(words, lower, title, outlet)
        return self._worded[row]

    def _of_other_days(self, row: int, other: int) -> bool:
        one, two = self._articles[row].published, self._articles[other].published
        return one is not None and two is not None and abs((one - two).total_seconds()) >= OTHER_DAY


def apart(count: int, left: Integers, right: Integers, pairs: Sequence[tuple[int, int]]) -> Flags:
    """Which of the pairs `left`, `right` of `count` rows are look-alikes; `pairs`: those found.

    What hundreds look like is held against one of them only; those hundreds are look-alikes of each other.
    """
    found = np.sort(np.array(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
    families = np.full(count, -1)
    most = np.bincount(found.ravel(), minlength=count) > WIDELY_SHARED
    for one, other in ((0, 1), (1, 0)):
        of_family = found[most[found[:, one]]]
        families[of_family[:, other]] = of_family[:, one]
    related = (families[left] >= 0) & (families[left] == families[right])
    numbers = np.minimum(left, right) * count + np.maximum(left, right)
    alike: Flags = np.isin(numbers, found[:, 0] * count + found[:, 1]) | related
    return alike


def _swaps(ours: Integers, theirs: Integers) -> Iterator[tuple[slice, slice]]:
    """The places of words that one text has and the other nowhere, between the same words in both."""
    places: dict[tuple[int, int], list[slice]] = {}
    for context, place in _lacking(theirs, ours):
        places.setdefault(context, []).append(place)
    for context, place in _lacking(ours, theirs):
        if found := places.get(context):
            yield place, found.pop(0)


def _lacking(words: Integers, of: Integers) -> Iterator[tuple[tuple[int, int], slice]]:
    """The runs of words that are not in the other, each with the word before and the word after it; -1 at the ends."""
    lacks = np.concatenate(([False], ~np.isin(words, of), [False]))
    edges = np.flatnonzero(lacks[1:] != lacks[:-1]).tolist()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start <= LONGEST:
            before = int(words[start - 1]) if start else -1
            yield (before, int(words[end]) if end < len(words) else -1), slice(start, end)


def _names(ours: Sequence[str], theirs: Sequence[str], mine: Worded, its: Worded) -> bool:
    """Whether another name or day of the week stands where one stood, not the same spelt otherwise."""
    one, two = ([word for word in said if _is_name(word, mine, its)] for said in (ours, theirs))
    return bool(one and two) and not _spelt_alike(" ".join(one).lower(), " ".join(two).lower())


def _is_name(word: str, mine: Worded, its: Worded) -> bool:
    """Capital letters alone are left out, as headings and abbreviations have them, and what an outlet calls itself."""
    plain = not (word.lower() in mine.lower or word.lower() in its.lower or word in mine.outlet or word in its.outlet)
    return plain and word[:1].isupper() and not word.isupper()


def _spelt_alike(one: str, two: str) -> bool:
    return not DAYS.issuperset((one, two)) and SequenceMatcher(None, one, two, autojunk=False).ratio() >= SPELT_ALIKE


def _numbers(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether numbers stand where numbers stood."""
    return all(any(character.isdigit() for word in said for character in word) for said in (ours, theirs))
