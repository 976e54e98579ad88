"""Anchors: the names by which a reader knows what a sentence is about; without one it is about nothing certain."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.model import Article
from briefing.text.word_lists import word_list

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# A capital inside a sentence: after a small letter, a comma or a figure, so not at the head of a sentence or quotation.
# The space comes first, and what must stand before it is looked for after: so other places are passed over.
INNER_CAPITAL = re.compile(r" (?<=[a-z0-9,] )([^\W\d_a-z][\w’'.-]*)")
# What must stand before is looked for after the first letter: so a place is passed over in half the time.
LOWER = re.compile(r"[a-z](?<![\w’'.-].)[a-z’'-]+")
NAME_RUN = re.compile(r"[A-Z](?<![\w’'.-].)[\w’'.-]*+(?: (?:(?:de|la|van|von|al|bin) )?[A-Z][\w’'.-]*+){0,5}")
LONGEST_TITLE = 4  # letters of an abbreviated title with its stop: "Gov."
FAMILIAR = 0.33  # of the articles that have a surname: where so many do without the first name, every reader can
NAME_MARK = "@"  # before a name, where names and nouns stand together
HEADS = ('"', "“", "‘", "(", ": ", "! ", "? ")  # after these a word has a capital whether it is a name or not
TITLES = word_list("en", "titles of people")
NO_NAMES = word_list("en", "days and months")
STOP = word_list("en", "stop words")
NO_HEADS = TITLES | STOP | NO_NAMES  # no name begins with one of these
NO_WORD = re.compile(r"[\W\d_]*")  # what may stand before a sentence's first word
MOST_NAMES_KEPT = 1 << 14  # names whose plain form is remembered
BODIES = word_list("en", "bodies")


@dataclass(frozen=True, slots=True)
class Known:
    """What an event's articles tell about its names."""

    capitals: frozenset[str] = frozenset()  # words that stand with a capital inside sentences, and nowhere without
    strangers: tuple[frozenset[str], ...] = ()  # of each article: names that want the rest of the name


NOBODY = Known()


def known(articles: Iterable[Article]) -> Known:
    """Read the names of an event's articles.

    A surname wants its first name where the article gives it once, unless most headlines or FAMILIAR of the articles
    do without.
    """
    articles = tuple(articles)
    capitals = {_plain(word) for article in articles for word in set(INNER_CAPITAL.findall(article.text))}
    ordinary = frozenset[str]().union(*(LOWER.findall(article.text) for article in articles))
    introduced = []
    met: Counter[str] = Counter()  # in how many articles a surname stands, and in how many it is met alone
    met_alone: Counter[str] = Counter()
    familiar = in_most({name for found in people(article.title) for name in found} for article in articles)
    for article in articles:
        first: dict[str, bool] = {}
        forenames = set()
        for *before, surname in people(article.text):
            if surname not in first:
                first[surname] = bool(before)
            if before:
                forenames.add(before[0])
        met.update(list(first))
        met_alone.update(surname for surname, full in first.items() if not full and surname not in forenames)
        introduced.append((frozenset(first) | forenames) - ordinary - BODIES)
    familiar |= {name for name, count in met_alone.items() if count >= FAMILIAR * met[name]}
    return Known(frozenset(capitals - ordinary), tuple(surnames - familiar for surnames in introduced))


def in_most(sets: Iterable[Iterable[str]]) -> set[str]:
    """The words that stand in more than half of some headlines: that which is printed probably has them too."""
    listed = [frozenset(words) for words in sets]
    counts = Counter(word for words in listed for word in words)
    return {word for word, count in counts.items() if 2 * count > len(listed)}


def people(text: str) -> list[list[str]]:
    """The words of every name, in small letters, less titles."""
    found: list[list[str]] = []
    for run in NAME_RUN.findall(text):
        words: list[str] = []
        for word in run.split(" "):
            plain = _plain(word)
            if words or plain not in NO_HEADS:
                words.append(plain)
            if len(word) > LONGEST_TITLE and word[-1] == ".":  # the end of a sentence, not "Gov." or "J."
                if words:
                    found.append(words)
                words = []
        if words:
            found.append(words)
    return found


def has_name(sentence: str, capitals: frozenset[str]) -> bool:
    """Whether it has a capitalised word that is no day or month; at the head of a phrase only one of `capitals`."""
    for match in WORD.finditer(sentence):
        word = match.group()
        if not word[0].isupper():
            continue
        plain = _plain(word)
        start = match.start()
        heads = not start or sentence.endswith(HEADS, 0, start) or NO_WORD.fullmatch(sentence, 0, start)
        if plain not in NO_NAMES and not (heads and (plain in STOP or plain not in capitals)):
            return True
    return False


def strangers_in(named: Iterable[list[str]], strangers: frozenset[str]) -> frozenset[str]:
    """The strangers among a sentence's `people` named by one name alone, each marked as a name."""
    alone = {words[0] for words in named if len(words) == 1}
    return frozenset(NAME_MARK + name for name in alone & strangers) - introduced_in(named)


def introduced_in(named: Iterable[list[str]]) -> frozenset[str]:
    """The words of the names among a sentence's `people` that are given in full, each marked as a name."""
    return frozenset(NAME_MARK + name for words in named if len(words) > 1 for name in words)


@lru_cache(maxsize=MOST_NAMES_KEPT)
def _plain(word: str) -> str:
    return word.rstrip(".'’-").lower().removesuffix("'s").removesuffix("’s")
