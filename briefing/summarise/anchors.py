"""Anchors: the names by which a reader knows what a sentence is about; without one it is about nothing certain."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from briefing.model import Article
from briefing.text.word_lists import word_list

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# A capital inside a sentence: after a small letter, a comma or a figure, so not at the head of a sentence or quotation.
# The space comes first, and what must stand before it is looked for after: so other places are passed over.
INNER_CAPITAL = re.compile(r" (?<=[a-z0-9,] )([^\W\d_a-z][\w’'.-]*)")
INSIDE = re.compile(r" (?<=[a-z] )([^\W\d_a-z][\w’'.-]*)")  # most of them, so those that are asked about first
# What must stand before is looked for after the first letter: so a place is passed over in half the time.
LOWER = re.compile(r"[a-z](?<![\w’'.-].)[a-z’'-]+")
NAME_RUN = re.compile(r"[A-Z](?<![\w’'.-].)[\w’'.-]*+(?: (?:(?:de|la|van|von|al|bin) )?[A-Z][\w’'.-]*+){0,5}")
LONGEST_TITLE = 4  # letters of an abbreviated title with its stop: "Gov."
FAMILIAR = 0.33  # of the articles that have a surname: where so many do without the first name, every reader can
FEWEST_FOLLOWERS = 3  # what begins so many different names is no first name: "U.S. Army", "U.S. Embassy"; decision 0250
NAME_MARK = "@"  # before a name, where names and nouns stand together
HEADS = ('"', "“", "‘", "(", ": ", "! ", "? ")  # after these a word has a capital whether it is a name or not
TITLES = word_list("en", "titles of people")
NO_NAMES = word_list("en", "days and months")
STOP = word_list("en", "stop words")
NO_HEADS = TITLES | STOP | NO_NAMES  # no name begins with one of these
NO_WORD = re.compile(r"[\W\d_]*")  # what may stand before a sentence's first word
MOST_NAMES_KEPT = 1 << 14  # names whose plain form is remembered
BODIES = word_list("en", "bodies")


class Known:
    """What an event's articles tell about its names; looked up when it is asked for, as little of it ever is."""

    def __init__(self, articles: Sequence[Article] = (), small: Sequence[str] = ()) -> None:
        """small: the articles' texts in small letters, each code point where it stood."""
        self._articles = articles
        self._small = small
        self._capitals: dict[str, bool] = {}  # of each word asked for
        self._ordinary: dict[str, bool] = {}

    def is_name(self, word: str) -> bool:
        """Whether a word, in small letters, stands with a capital inside sentences, and nowhere without."""
        found = self._capitals.get(word)
        if found is None:
            found = self._capitals[word] = self._stands_with_capital(word) and not self._is_ordinary(word)
        return found

    def is_stranger(self, name: str, article: int) -> bool:
        """Whether a surname wants its first name, as its article, of that number, gives it.

        Not where most headlines or FAMILIAR of the articles do without, nor what begins several names: no first name.
        """
        return (
            (name in self._surnames[article] or name in self._forenames[article])
            and name not in self._familiar
            and name not in BODIES
            and not self._is_ordinary(name)
        )

    def _stands_with_capital(self, word: str) -> bool:
        for article, small in zip(self._articles, self._small, strict=True):
            at = small.find(f" {word}")
            while at >= 0:
                found = INNER_CAPITAL.match(article.text, at)
                if found and _plain(found.group(1)) == word:
                    return True
                at = small.find(f" {word}", at + 1)
        return False

    def _is_ordinary(self, word: str) -> bool:
        found = self._ordinary.get(word)
        if found is None:
            found = self._ordinary[word] = LOWER.fullmatch(word) is not None and any(
                stands_small(word, article.text) for article in self._articles
            )
        return found

    @cached_property
    def _names(self) -> list[list[tuple[str, ...]]]:
        """The names of each article, in order."""
        return [people(article.text) for article in self._articles]

    @cached_property
    def _surnames(self) -> list[dict[str, bool]]:
        """Of each article its names' last words, and whether each first stands behind other ones."""
        return [{words[-1]: len(words) > 1 for words in reversed(names)} for names in self._names]

    @cached_property
    def _forenames(self) -> list[set[str]]:
        return [{words[0] for words in names if len(words) > 1} for names in self._names]

    @cached_property
    def _familiar(self) -> set[str]:
        """The names that a reader may be met with alone."""
        met: Counter[str] = Counter()  # in how many articles a surname stands, and in how many it is met alone
        alone: Counter[str] = Counter()
        for first, forenames in zip(self._surnames, self._forenames, strict=True):
            met.update(first.keys())
            alone.update(name for name, full in first.items() if not full and name not in forenames)
        followers: dict[str, set[str]] = {}
        for words in (words for names in self._names for words in names if len(words) > 1):
            followers.setdefault(words[0], set()).add(words[1])
        return (
            in_most({name for words in people(article.title) for name in words} for article in self._articles)
            | {name for name, count in alone.items() if count >= FAMILIAR * met[name]}
            | {name for name, others in followers.items() if len(others) >= FEWEST_FOLLOWERS}
        )


NOBODY = Known()


def stands_small(word: str, text: str) -> bool:
    """Whether a word stands in a text in small letters."""
    at = text.find(word)
    while at >= 0:
        found = LOWER.match(text, at)
        if found and found.group() == word:
            return True
        at = text.find(word, found.end() if found else at + 1)
    return False


def in_most(sets: Iterable[Iterable[str]]) -> set[str]:
    """The words that stand in more than half of some headlines: that which is printed probably has them too."""
    listed = [frozenset(words) for words in sets]
    counts = Counter(word for words in listed for word in words)
    return {word for word, count in counts.items() if 2 * count > len(listed)}


def people(text: str) -> list[tuple[str, ...]]:
    """The words of every name, in small letters, less titles."""
    return [name for run in NAME_RUN.findall(text) for name in _of_run(run)]


@lru_cache(maxsize=MOST_NAMES_KEPT)
def _of_run(run: str) -> tuple[tuple[str, ...], ...]:
    """The names of one run of words with capitals."""
    found = []
    words: list[str] = []
    for word in run.split(" "):
        plain = _plain(word)
        if words or plain not in NO_HEADS:
            words.append(plain)
        if words and len(word) > LONGEST_TITLE and word[-1] == ".":  # the end of a sentence, not "Gov." or "J."
            found.append(tuple(words))
            words = []
    if words:
        found.append(tuple(words))
    return tuple(found)


def has_name(sentence: str, told: Known) -> bool:
    """Whether it has a capitalised word that is no day or month; at the head of a phrase only one told to be a name."""
    if any(_plain(word) not in NO_NAMES and word[0].isupper() for word in INSIDE.findall(sentence)):
        return True
    for match in WORD.finditer(sentence):
        word = match.group()
        if not word[0].isupper():
            continue
        plain = _plain(word)
        start = match.start()
        heads = not start or sentence.endswith(HEADS, 0, start) or NO_WORD.fullmatch(sentence, 0, start)
        if plain not in NO_NAMES and not (heads and (plain in STOP or not told.is_name(plain))):
            return True
    return False


def strangers_in(named: Iterable[Sequence[str]], article: int, told: Known) -> frozenset[str]:
    """The strangers among a sentence's `people` named by one name alone, each marked as a name."""
    alone = {words[0] for words in named if len(words) == 1}
    return frozenset(NAME_MARK + name for name in alone if told.is_stranger(name, article)) - introduced_in(named)


def introduced_in(named: Iterable[Sequence[str]]) -> frozenset[str]:
    """The words of the names among a sentence's `people` that are given in full, each marked as a name."""
    return frozenset(NAME_MARK + name for words in named if len(words) > 1 for name in words)


@lru_cache(maxsize=MOST_NAMES_KEPT)
def _plain(word: str) -> str:
    return word.rstrip(".'’-").lower().removesuffix("'s").removesuffix("’s")
