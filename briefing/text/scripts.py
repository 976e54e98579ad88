"""Scripts: which alphabet a word's letters are of, as names that look alike need not be the same.

"Oskаr" with a Cyrillic "а" and "Oskar" look the same in every font and are two words: Unicode Technical Standard 39.
"""

import re
import unicodedata
from functools import lru_cache

ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
"""Those with letters that look like another's (UTS 39, confusables.txt); the others nobody takes for these."""

WORD = re.compile(r"[^\W\d_]+")
KEPT = 5_000  # words whose scripts are remembered: those of a week's names


@lru_cache(maxsize=KEPT)
def scripts(word: str) -> frozenset[str]:
    """The alphabets of a word's letters, by Unicode's names; letters that look like no other alphabet's have none."""
    if word.isascii():
        return frozenset({"LATIN"}) if any(map(str.isalpha, word)) else frozenset()
    named = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return frozenset(named & {*ALPHABETS})


def mixed(name: str) -> tuple[str, ...]:
    """The alphabets that one word of a name is written in, where they are several, in the order of `ALPHABETS`."""
    for word in WORD.findall(name):
        found = scripts(word)
        if len(found) > 1:
            return tuple(each for each in ALPHABETS if each in found)
    return ()
