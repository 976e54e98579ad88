"""Look-alikes: two texts of one wording that tell of other places, people or days, as bulletins, results and forecasts
do. They are no copies: each tells what the other does not.

An editor who makes a text his own cuts, adds and rewords; hardly ever does another name stand where a name stood. So
what counts is what was swapped: where the words before and after are the same, a name or number that the other text has
nowhere. Of 35 copies in 4,561 articles none has more than two but for other spellings, or in more than a hundredth of
its words (decision 256).
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np

from briefing.group.tokens import Flags, Integers, Tokens, written
from briefing.model import Article
from briefing.text.words import WORD

Run = tuple[tuple[int, int], slice]  # the words before and after some words, and where those are
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


class Worded(NamedTuple):
    """A text as it is written."""

    words: Sequence[str]
    telling: Flags  # for each word, whether it may be of a name or a number
    lower: frozenset[str]  # those in lower case
    title: frozenset[str]
    outlet: str


class LookAlikes:
    """Tells of rows of one batch whether they are look-alikes."""

    def __init__(self, articles: Sequence[Article], read: Tokens) -> None:
        """Rows of `read` are in the order of `articles`."""
        self._articles, self._read = articles, read
        self._worded: dict[int, Worded] = {}
        # The words of one text, while another's are looked up among them.
        self._had = np.zeros(int(read.spelling_of.max(initial=-1)) + 1, dtype=bool)

    def are(self, row: int, other: int) -> bool:
        """Whether two texts of one wording tell of different things."""
        ours, theirs = (self._read.spelling_of[self._read.words.of(each)] for each in (row, other))
        shorter = min(len(ours), len(theirs))
        lacking = self._lacking(ours, theirs), self._lacking(theirs, ours)
        if min(map(np.count_nonzero, lacking)) < max(1, LEAST_SHARE * shorter):
            return False
        mine, its = self._of(row), self._of(other)
        if (len(mine.words), len(its.words)) != (len(ours), len(theirs)):
            return False  # letters that are two in lower case
        runs = _runs(ours, lacking[0], mine.telling), _runs(theirs, lacking[1], its.telling)
        said = [(mine.words[one], its.words[two]) for one, two in _swaps(*runs)]
        names = [pair for pair in said if _names(*pair, mine, its)]
        numbers = sum(_numbers(*pair) for pair in said)
        titled = any(mine.title.intersection(a) and its.title.intersection(b) for a, b in names)
        enough = len(names) + numbers + titled
        if enough < max(LEAST_SWAPS, LEAST_SHARE * shorter):
            return False
        return bool(names) or (numbers >= LEAST_NUMBERS and self._of_other_days(row, other))

    def _lacking(self, words: Integers, of: Integers) -> Flags:
        """Which words of a text the other has nowhere."""
        self._had[of] = True
        lacking: Flags = ~self._had[words]
        self._had[of] = False
        return lacking

    def _of(self, row: int) -> Worded:
        if row not in self._worded:
            article = self._articles[row]
            words = written(article.text)
            lower = frozenset(word for word in words if word[:1].islower())
            title = frozenset(WORD.findall(article.title))
            telling = np.fromiter(map(_tells, words), bool, len(words))
            self._worded[row] = Worded(words, telling, lower, title, article.outlet or "")
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
    numbers = np.minimum(left, right).astype(np.int64) * count + np.maximum(left, right)
    alike: Flags = np.isin(numbers, found[:, 0] * count + found[:, 1]) | related
    return alike


def _runs(words: Integers, lacking: Flags, telling: Flags) -> Iterator[Run]:
    """The runs of words that are `lacking`, one of them `telling`, by the words before and after; -1 at the ends."""
    edges = np.flatnonzero(np.diff(lacking, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    told = np.concatenate(([0], np.cumsum(telling)))
    kept = (ends - starts <= LONGEST) & (told[ends] > told[starts])
    for start, end in zip(starts[kept].tolist(), ends[kept].tolist(), strict=True):
        before = int(words[start - 1]) if start else -1
        yield (before, int(words[end]) if end < len(words) else -1), slice(start, end)


def _swaps(ours: Iterable[Run], theirs: Iterable[Run]) -> Iterator[tuple[slice, slice]]:
    """The runs of both that stand between the same words."""
    places: dict[tuple[int, int], list[slice]] = {}
    for context, place in theirs:
        places.setdefault(context, []).append(place)
    for context, place in ours:
        if found := places.get(context):
            yield place, found.pop(0)


def _tells(word: str) -> bool:
    return word[:1].isupper() or any(map(str.isdigit, word))


def _names(ours: Sequence[str], theirs: Sequence[str], mine: Worded, its: Worded) -> bool:
    """Whether another name or day of the week stands where one stood, not the same spelt otherwise."""
    # What outlets call themselves is swapped in any reprint; of one outlet's texts it is a town that is.
    own = frozenset(WORD.findall(f"{mine.outlet} {its.outlet}")) if mine.outlet != its.outlet else frozenset()
    one, two = ([word for word in said if word not in own and _is_name(word, mine, its)] for said in (ours, theirs))
    return bool(one and two) and not _spelt_alike(" ".join(one).lower(), " ".join(two).lower())


def _is_name(word: str, mine: Worded, its: Worded) -> bool:
    """Capital letters alone are left out, as headings and abbreviations have them."""
    plain = not (word.lower() in mine.lower or word.lower() in its.lower)
    return plain and word[:1].isupper() and not word.isupper()


def _spelt_alike(one: str, two: str) -> bool:
    if DAYS.issuperset((one, two)):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= SPELT_ALIKE and matcher.ratio() >= SPELT_ALIKE  # the first is never less


def _numbers(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether numbers stand where numbers stood."""
    return all(any(character.isdigit() for word in said for character in word) for said in (ours, theirs))
