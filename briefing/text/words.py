"""Words and their stems."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

WORD = re.compile(r"\w++(?:['’]\w++)?+")

UNSPACED = frozenset(("zh", "ja", "th", "lo", "my", "km"))
"""Languages written without spaces, where a run of letters is no word (ISO 639-1)."""

RUN = re.compile(r"[^\W\d_a-zA-Z]+")

STEMMERS = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
NOTHING_KEPT = 0  # words a stemmer remembers: to look one up, and make room for it, takes longer than to stem it again
# Of each ASCII character: itself in lower case where it belongs to words, else a space.
LOWERED = "".join(mark.lower() if mark.isalnum() or mark == "_" else " " for mark in map(chr, range(128)))


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order."""
    if text.isascii() and "'" not in text:
        return text.translate(LOWERED).split()  # the same, in half the time
    return WORD.findall(text.lower())


def words_in(text: str, language: str = "en") -> list[str]:
    """The same; in a language without spaces pairs of letters, as overlap, stand for words (Nie et al. 1999)."""
    if language not in UNSPACED:
        return words(text)
    return words(RUN.sub(lambda run: " ".join(map("".join, zip(run[0], run[0][1:] or " ", strict=False))), text))


def length(text: str, language: str = "en") -> int:
    """How many words a text has, by white space; two letters are a word in a language without spaces."""
    if language not in UNSPACED:
        return len(text.split())
    return len(WORD.findall(RUN.sub(lambda run: "x " * ((len(run[0]) + 1) // 2), text)))


def stems(text: str, language: str = "en") -> list[str]:
    """The words of a text, each cut to its Snowball stem; words of a language without a stemmer stay whole."""
    return stem_each(words(text), language)


def stem_each(found: Sequence[str], language: str = "en") -> list[str]:
    """The Snowball stem of each word as it stands; itself in a language without a stemmer."""
    name = STEMMERS.get(language)
    return list(_stemmer(name).stemWords(found)) if name else list(found)


def stem_all(vocabulary: Sequence[str], language: str = "en") -> list[str]:
    """The stem of each word: for a caller who stems every word of a vocabulary once. Possessive endings go first."""
    bare = [word[:-2] if word.endswith(("'s", "’s")) else word for word in vocabulary]
    name = STEMMERS.get(language)
    return list(_stemmer(name).stemWords(bare)) if name else bare


@cache
def _stemmer(name: str) -> Any:
    import Stemmer  # compiled; loaded only where words are stemmed

    return Stemmer.Stemmer(name, NOTHING_KEPT)
