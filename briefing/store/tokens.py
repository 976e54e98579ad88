"""Tokens: the words of a text and how each is looked up, as FTS5's `unicode61 remove_diacritics 2` has it.

PostgreSQL's own parser would cut words by the server's language settings; with this, both databases find the same.
https://www.sqlite.org/fts5.html, section 4.3.1. Written by what SQLite 3.40 makes of each code point; what differs are
characters younger than its tables (Unicode 6.1), which it takes for letters, and their capitals.
"""

import re
import unicodedata
from collections.abc import Iterator

# Marks that stand over or under the letter before them, and are not looked at.
MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
TOKEN = re.compile(rf"(?:[^\W_]|[\ue000-\uf8ff])(?:[^\W_]|[\ue000-\uf8ff{MARKS}])*")
MARK = re.compile(f"[{MARKS}]")
LONGEST = 500  # characters of a word that are looked at: PostgreSQL's have at most 2,046 bytes


class Folding(dict[int, str | None]):
    """Each code point as the one that stands for it in any case, with any accent; for `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        self[code] = None if MARK.match(character) else folded_character(character)
        return self[code]


def folded_character(character: str) -> str:
    """The small letter; of one with an accent the letter of the Roman alphabet under it, if there is one."""
    folded = character.casefold()
    small = folded if len(folded) == 1 else character.lower()[0]
    base = unicodedata.normalize("NFD", small)[0]
    return base if base.isascii() and base.isalpha() else small


FOLDING = Folding()


def folded(token: str) -> str:
    """A word as it is looked up."""
    return (token.lower() if token.isascii() else token.translate(FOLDING))[:LONGEST]


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word as it is looked up) of each word of a text, in order; places in code points."""
    for found in TOKEN.finditer(text):
        yield found.start(), found.end(), folded(found[0])


def words(text: str) -> list[str]:
    """The words alone."""
    return [folded(token) for token in TOKEN.findall(text)]
