"""The words beside a place in a text: what a splitter looks at on either side of a stop."""

import re
from typing import Literal

Shape = Literal["upper", "lower", "digit", "other"]

LONGEST_WORD = 40  # code points looked at to either side; no abbreviation or opening word is longer
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*+")
OPENING_MARKS = "\"“‘`'«„([—–-$£€#@/"
BEFORE_WORDS = "\"“‘`'«„([—–-•*¿¡ "
NO_ENDING_BEFORE = ",;:)]"  # a sentence never starts with one of these
MARKED = '"“‘`«•*'  # after one of these even a small letter may open a sentence


def word_before(text: str, end: int) -> str:
    """What stands, without a space, before a place: from its first letter on, opening marks left out."""
    window = text[max(0, end - LONGEST_WORD) : end]
    if not window or window[-1].isspace():
        return ""
    return window.rsplit(None, 1)[-1].lstrip(OPENING_MARKS)


def next_word(text: str, at: int) -> tuple[str, Shape]:
    """The word after a place and its shape: "upper", "lower", "digit", "other" (a mark, or nothing)."""
    window = text[at : at + LONGEST_WORD].lstrip()
    bare = window.lstrip(BEFORE_WORDS)
    if not bare:
        return "", "other"
    if bare[0].isdigit():
        return "", "digit"
    word = WORD.match(bare)
    if word is None:
        return "", "lower" if window[0] in NO_ENDING_BEFORE else "other"
    found = word.group()
    if bare[len(found) : len(found) + 1] == "-":
        found += "-"  # "All-Star" is not the word "all"
    if found[0].islower() and not (len(found) > 1 and found[1].isupper()):
        return found, "lower" if window[0] == bare[0] or window[0] not in MARKED else "upper"
    return found, "upper"
