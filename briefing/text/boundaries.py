"""Boundaries: whether a full stop, in English news, ends a sentence.

Rules over the word before the stop and the word after it. They were chosen over trained splitters by
`benchmarks/sentences_splitters.py` (see docs/decisions/0030).
"""

import re

from briefing.text.abbreviations import (
    EXCLAMATORY_NAMES,
    LETTERED,
    MONTHS,
    NEVER,
    NUMBERED,
    SAYING,
    SHORTENED,
    SMALL,
    STARTERS,
    TIME_FOLLOWERS,
    TIMES,
    TITLES,
)
from briefing.text.words_beside import LONGEST_WORD, next_word, word_before

CLOSERS = "\"”’»“)]'*"
# The stop comes first and what stood before it is looked at after: so the places without a stop are passed over.
CANDIDATE = re.compile(
    r"[.!?…。！？؟।](?:"
    r"(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"”’»“)\]'*]*+(?:\[[\w ]{1,12}\])*+(?=\s)"  # what closes after, a reference mark
    r"|(?<=[a-z][a-z][.!?])[”\"]?(?=[A-Z][a-z]*+[ ,’'])"  # a stop whose space was lost: "left.The"
    r"|(?<=[。！？؟।])[。！？؟।]*+[」』”’）»\"]*+)"
)
FULL_WIDTH = "。！？؟।"  # Chinese and Japanese, Arabic, Hindi: they end a sentence wherever they stand
ATTRIBUTION = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){1,4}([a-z]{3,12})\b")
ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]+")
DASHES = ("–", "—", "-")
ABBREVIATED = NEVER | MONTHS | NUMBERED | TITLES | SHORTENED
INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")  # "U.S", "Ph.D", "J.K"
VOWELS = frozenset("aeiouyAEIOUY")
LONGEST_CONSONANTS = 5  # letters: "Bldg"; an unknown word without a vowel up to here is an abbreviation


def ends_sentence(text: str, sentence_start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at `sentence_start` ends with this stop; `stop` is a match of CANDIDATE."""
    marks = stop.group()
    if marks == "." and text[stop.end() + 1 : stop.end() + 2].isupper() and _ends_plainly(text, sentence_start, stop):
        return True
    follower, shape = next_word(text, stop.end())
    if shape == "lower" or marks[0] in FULL_WIDTH:
        return marks[0] in FULL_WIDTH
    before = word_before(text, stop.start())
    if sentence_start + len(before) >= stop.start() - 1 and ENUMERATOR.fullmatch(before + marks):
        return False  # "1." at the head of a line or a sentence numbers it
    if marks[0] in "!?":
        return _after_cry(text, before, marks, stop.end())
    if marks[0] == "…" or marks.startswith(".."):
        # With a space before and none closing after, it stands for words left out.
        return bool(before) or marks.startswith("....") or marks[-1] in CLOSERS
    if marks[0] == "." and (not before or before[-1] in CLOSERS):
        return True
    return _after_word(text, stop, before, follower, shape)


def _ends_plainly(text: str, sentence_start: int, stop: re.Match[str]) -> bool:
    """Whether a word in small letters that is no abbreviation stands before the stop, as before most of them."""
    before = word_before(text, stop.start())
    return (
        len(before) > 1
        and before.isalpha()
        and before.islower()
        and before not in ABBREVIATED
        and sentence_start + len(before) < stop.start() - 1
    )


def _after_word(text: str, stop: re.Match[str], before: str, follower: str, shape: str) -> bool:
    """Whether a full stop after this word ends the sentence, by the word's kind."""
    key, next_key = before.lower(), follower.lower()
    starts = next_key in STARTERS and not text.startswith((*DASHES, "No."), stop.end() + 1)
    if key in NEVER and not (len(before) == 1 and before.isupper()):
        return False
    if key in MONTHS or (key in NUMBERED and not before.isupper()):
        return shape != "digit" and (key not in MONTHS or before[0].isupper() or starts)
    if key in TIMES:
        return next_key not in TIME_FOLLOWERS and shape != "digit"
    last = before.rpartition("-")[2]  # "Now-Rep."
    if last.lower() in TITLES and key != "sr" and (last[0].isupper() or key in ("vs", "v")):
        return stop.group() != "." and shape != "upper"
    if len(before) == 1 and before.isalpha():
        return starts or before.islower() or word_before(text, stop.start() - 2).lower() in LETTERED
    if INITIALS.fullmatch(before.rpartition("-")[2]) or (
        key.rpartition("-")[2] in SHORTENED and _shortened(before, key)
    ):
        return starts
    if _unknown_abbreviation(before):
        return starts
    return True


def _shortened(before: str, key: str) -> bool:
    """Whether the word is the abbreviation rather than a word spelt like it: "Miss." is one, "miss." is none."""
    return before[0].isupper() or key in SMALL


def _after_cry(text: str, before: str, marks: str, end: int) -> bool:
    """Whether "!" or "?" ends the sentence: not in a name, nor where it is said who said it."""
    if (before + marks).lower() in EXCLAMATORY_NAMES:
        return False
    if marks[-1] in CLOSERS:
        attribution = ATTRIBUTION.match(text, end + 1, end + 1 + 4 * LONGEST_WORD)
        return attribution is None or attribution.group(1) not in SAYING
    return True


def _unknown_abbreviation(before: str) -> bool:
    """Whether a word nobody listed looks cut short: "Hwy", "Pvt"; in capitals ("NFL") it is a name."""
    return (
        1 < len(before) <= LONGEST_CONSONANTS
        and before[0].isupper()
        and before[1:].islower()
        and before.isalpha()
        and VOWELS.isdisjoint(before)
    )
