"""Alike: of some sentences the one that is another one reworded."""

from collections.abc import Iterable
from difflib import SequenceMatcher


def alike(words: str, others: Iterable[str], least: float) -> str | None:
    """The most alike of `others`, the first of several; None where none reaches `least`.

    How alike: twice the words they share in order, over the words of both (Ratcliff and Metzener, 1988).
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words.split())
    best, highest = None, 0.0
    for other in others:
        matcher.set_seq1(other.split())
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= least and ratio > highest:
            best, highest = other, ratio
    return best
