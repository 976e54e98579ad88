"""Guarded patterns: searched for only where one of the words they need stands, which is ten times quicker to ask.

A pattern that begins with a choice is tried at every place of a text; most rules for sentences are such patterns and
most sentences have none of their words. A test makes texts that each pattern matches and sees that its guard lets them
through.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

from briefing.text.word_lists import phrase_pattern, phrases

RUN = re.compile(r"[A-Za-z]+")
LETTERS = bytes(code if chr(code) in ascii_letters else ord(" ") for code in range(256))
REMEMBERED = 64  # texts whose words are kept: a sentence is asked about some twenty times in a row


@lru_cache(maxsize=REMEMBERED)
def runs(text: str) -> frozenset[str]:
    """Every longest run of ASCII letters in a text."""
    return frozenset(text.encode("ascii", "replace").translate(LETTERS).decode("ascii").split())


class Guarded(NamedTuple):
    """A pattern and the words of which each text it matches has one, as a longest run of ASCII letters."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return not self.words.isdisjoint(runs(text))

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return None if self.words.isdisjoint(runs(text)) else self.pattern.search(text)


def guarded(pattern: str, words: str) -> Guarded:
    """The pattern compiled; `words` are parted by white space."""
    return Guarded(re.compile(pattern), frozenset(words.split()))


class Listed(NamedTuple):
    """Phrases of a list as one pattern, searched for only where all the words of one of them stand."""

    pattern: re.Pattern[str]  # where such a phrase stands between other words, in capitals or small letters
    phrases: Mapping[str, tuple[frozenset[str], ...]]  # words of each, by the longest of them, mostly the rarest
    words: frozenset[str]  # those longest words in small letters, with a capital, and in capitals

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        there = runs(text)
        if self.words.isdisjoint(there):
            return None
        small = frozenset(map(str.lower, there))
        if any(words <= small for word in self.phrases.keys() & small for words in self.phrases[word]):
            return self.pattern.search(text)
        return None


def listed(language: str, name: str) -> Listed:
    """The phrases under `[name]` in a language's word lists: in small letters, each with a word of ASCII letters."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for phrase in phrases(language, name):
        words = RUN.findall(phrase)
        word = max(reversed(words), key=len)
        found[word] = (*found.get(word, ()), frozenset(words))
    return Listed(
        re.compile(rf"(?<!\w)(?:{phrase_pattern(language, name)})(?!\w)", re.IGNORECASE),
        found,
        frozenset(form for word in found for form in (word, word.capitalize(), word.upper())),
    )
