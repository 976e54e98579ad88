"""Punkt with the project's own parameters: where sentences end in languages other than English.

Kiss & Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32(4), 2006.
NLTK's implementation, without NLTK's trained data (which is not in its wheel): the abbreviations and sentence
openers are shipped here. Two rules go before it: nothing ends before a small letter, and a German number with a
stop is an ordinal unless an opener follows.
"""

import re
from functools import cache
from typing import Any

from briefing.text.word_lists import LISTED, word_list
from briefing.text.words_beside import next_word, word_before

LANGUAGES = frozenset(LISTED) - {"en"}
ORDINAL_LANGUAGES = frozenset(("de",))  # write ordinals as a number and a stop: "am 3. Mai"
ORDINAL = re.compile(r"\d{1,2}")  # one or two digits: a year ends a sentence
STREET_LANGUAGES = frozenset(("de",))  # shorten "straße" at the end of any compound: "Hauptstr. 5"
STREET = re.compile(r"(?<!\w)\w+str")
ELISION = re.compile(r"^\w{1,2}['’]")  # "l'art."
NUMBER = "0"  # what Punkt is shown where no word follows but a number or a mark
ENUMERATOR = re.compile(r"(?:\d{1,3}|\w)[.)]+")


def punkt_ends_sentence(text: str, sentence_start: int, stop: re.Match[str], language: str) -> bool:
    """Whether the sentence that began at `sentence_start` ends with this stop, a match of `CANDIDATE`.

    Punkt judges the word before the stop and the one after it, so the cost does not grow with the text.
    """
    follower, shape = next_word(text, stop.end())
    if shape == "lower":
        return False
    before = word_before(text, stop.start())
    if sentence_start + len(before) >= stop.start() - 1 and ENUMERATOR.fullmatch(before + stop.group()):
        return False  # "1." at the head numbers the sentence
    opens = follower.lower() in word_list(language, "starters")
    if language in ORDINAL_LANGUAGES and ORDINAL.fullmatch(before) and stop.group() == "." and not opens:
        return False
    if language in STREET_LANGUAGES and stop.group() == "." and STREET.fullmatch(before):
        return opens
    if stop.group()[0] == "…" or stop.group().startswith(".."):
        return bool(before)  # with a space before, it stands for words left out
    if opens and before.islower():
        return True  # Punkt takes any single letter for an initial: "2011 г."
    before = ELISION.sub("", before)
    return bool(_tokenizer(language).text_contains_sentbreak(f"{before}{stop.group()[0]} {follower or NUMBER}"))


@cache
def _tokenizer(language: str) -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # heavy: imports SciPy where installed

    parameters = PunktParameters()
    parameters.abbrev_types = set(word_list(language, "abbreviations"))
    parameters.sent_starters = set(word_list(language, "starters"))
    return PunktSentenceTokenizer(parameters)
