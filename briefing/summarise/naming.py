"""Naming: who is introduced in a sentence, and who is named as if he had been.

A surname by itself ("Pettibone said"), or behind a mere "Mr.", takes its bearer for known; a first name, an office or a
trade beside it ("Sheriff Pettibone", "the ferryman Pettibone") introduces him. So does "Harbour Relief Fund (HRF)" its
abbreviation.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.model import Article
from briefing.summarise.anchors import BODIES, LOWER, NAME_RUN, NO_NAMES, STOP, TITLES
from briefing.summarise.openings import PERSON_NOUN
from briefing.text.guarded import REMEMBERED
from briefing.text.word_lists import word_list

NAME_MARK = "@"  # before a name, where names and nouns stand together
COURTESY = frozenset(("mr", "mrs", "ms", "dr", "sir", "former"))  # titles that tell nothing of their bearer
OFFICES = (TITLES - COURTESY) | frozenset(
    ("spokesman", "spokeswoman", "chairman", "chairwoman", "chair", "attorney", "officer", "detective", "sheriff",
     "congressman", "congresswoman", "councilman", "councilwoman", "rapper", "actor", "actress", "coach", "nurse",
     "founder", "executive", "commissioner", "ambassador", "envoy", "candidate", "nominee", "professor", "host")
)  # fmt: skip
ABBREVIATION = re.compile(r"(?<![\w(’'-])[A-Z]{3,6}(?![\w’'-]|-)")
INTRODUCED_ABBREVIATION = re.compile(r"\(([A-Z]{3,6})\)")
# Somebody who says something, and is never "in", "on" or "at" as a place, a paper or a company is, is a person.
SPEAKING = re.compile(
    r"([A-Z](?:(?<=^.)|(?<=[a-z,.”\"\n ] .))[a-z][\w’'-]*+) "
    r"(?:said|says|told|wrote|writes|added|argue[sd]|claimed|tweeted|who)\b",
    re.MULTILINE,
)
PLACED = re.compile(
    r" (?:(?<=\b[IiOo]n )|(?<=\b[Aa]t )|(?<=\b[Tt]he )|(?<=\b[Oo]f )|(?<=\b[Nn]ear ))([A-Z][a-z][\w’'-]*)\b"
)
OF_A_PEOPLE = re.compile(r"(?:an|ese|ish|ino|ic|ench|eek|wiss|aqi|aeli|audi|akistani)s?$")
NEXT_WORD = re.compile(r" ([a-z]+)")
VERBS = word_list("en", "finite verbs")
LONGEST_WORD = 30  # code points looked back for the word before a name
# A state or a party in brackets is an introduction: "Warren (D-Mass.)".
SEAT = re.compile(r" \((?:[DRI]|Dem|Rep)\W")
SEAT_LENGTH = 6


def lone_names(sentence: str) -> frozenset[str]:
    """Names of one word without an office, and abbreviations, in small letters."""
    return frozenset(name for name, alone in _named(sentence) if alone) | frozenset(
        found.group().lower() for found in ABBREVIATION.finditer(sentence)
    )


def introduced_names(sentence: str) -> frozenset[str]:
    """The words of the names that are given in full or with an office; abbreviations set in brackets behind theirs."""
    return frozenset(name for name, alone in _named(sentence) if not alone) | frozenset(
        short.lower() for short in INTRODUCED_ABBREVIATION.findall(sentence)
    )


@lru_cache(maxsize=REMEMBERED)
def _named(sentence: str) -> tuple[tuple[str, bool], ...]:
    """Each word of each name in small letters, and whether its name stands alone."""
    return tuple(_names_in(sentence))


def _names_in(sentence: str) -> Iterator[tuple[str, bool]]:
    for found in NAME_RUN.finditer(sentence):
        words = [plain(word) for word in found.group().split()]
        titles = []
        while words and (words[0] in TITLES or words[0] in STOP or words[0] in NO_NAMES):
            titles.append(words.pop(0))
        if len(words) != 1:
            yield from ((word, False) for word in words)
        elif words[0] not in BODIES and "the" not in titles:  # "the Post" is a body whatever its name
            if of_a_people(sentence, found):
                continue
            yield (
                words[0],
                not (set(titles) & OFFICES or _office_before(sentence, found.start()) or _seat(sentence, found.end())),
            )


def _surnames(text: str) -> Iterator[str]:
    """The last words of names of two words or more."""
    for found in NAME_RUN.finditer(text):
        words = [plain(word) for word in found.group().split()]
        while words and (words[0] in TITLES or words[0] in STOP or words[0] in NO_NAMES):
            del words[0]
        if len(words) > 1:
            yield words[-1]


def of_a_people(sentence: str, found: re.Match[str]) -> bool:
    """Whether a name is an adjective of a people or a party, or their name: "Valdorian officers", "Valdorians"."""
    word = plain(found.group())
    if OF_A_PEOPLE.search(word) is None:
        return False
    after = NEXT_WORD.match(sentence, found.end())
    return word.endswith("s") or (after is not None and after.group(1) not in VERBS)


def _office_before(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - LONGEST_WORD) : start]
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return word in OFFICES or PERSON_NOUN.fullmatch(word) is not None


def _seat(sentence: str, end: int) -> bool:
    return SEAT.match(sentence, end, end + SEAT_LENGTH) is not None


def plain(word: str) -> str:
    """A name's word in small letters, without stop, hyphen or possessive ending."""
    return word.rstrip(".,'’-").lower().removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=64)
def strangers_of(article: Article) -> frozenset[str]:
    """The words of names that an article has in full somewhere, its headline too, and abbreviations it introduces."""
    whole = f"{article.title}\n{article.text}"
    full = set(_surnames(whole)) | (set(map(plain, SPEAKING.findall(whole))) - set(map(plain, PLACED.findall(whole))))
    ordinary = set(LOWER.findall(article.text))
    return frozenset(full - ordinary - BODIES) | frozenset(
        short.lower() for short in INTRODUCED_ABBREVIATION.findall(whole)
    )
