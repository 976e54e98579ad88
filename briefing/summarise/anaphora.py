"""Anaphora: noun phrases and pronouns that take up what the article, but not the sentence, has told before.

A definite noun phrase is told to be one by discourse, not by meaning: its noun stood in the article before, neither in
the sentence itself nor in a headline, and nothing beside it tells which one is meant. ("Discourse-old" in the sense of
Prince 1992; Vieira & Poesio, "An Empirically Based System for Processing Definite Descriptions", Computational
Linguistics 26(4), 2000, find half of the definite phrases of newspapers to be of first mention, which lean on nothing.)
English only.
"""

import re
from collections.abc import Container, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from briefing.summarise.openings import PERSON_NOUN
from briefing.text.guarded import guarded
from briefing.text.word_lists import word_list

KNOWN = word_list("en", "unique things") | word_list("en", "nouns of idioms")  # need no telling which one is meant
COMPLEMENTS = word_list("en", "complements") | {"to", "as"}
ENDS = word_list("en", "stop words") | word_list("en", "finite verbs")
POINTING = word_list("en", "leaning nouns") | word_list(
    "en", "borrowed nouns"
)  # point back even where the article used another word before
HOLDERS = word_list("en", "named things")
DEFINITE = re.compile(r"\b[Tt]he ((?:[a-z][a-z’'-]*+ ?){1,4})")
LOWER = re.compile(r"[a-z](?<![\w’'.-].)[a-z’'-]+")
NAME = re.compile(r"[A-Z](?<![\w’'.-].)[\w’'-]+")
MOST_WORDS_KEPT = 1 << 14  # whose singular is remembered
LONGEST_FOLLOWER = 30  # code points looked at after a phrase
CLAUSE_END = re.compile(
    r"[,;:—(]|\b(?:that|which|who|whom|whose|when|where|while|as|if|because|after|before|since|until|although|though|"
    r"and|but|or|than|says?|said|of|with|[a-z]+ing)\b"
)
OBJECT_PRONOUN = guarded(
    r"\b[a-z]+ (?:it(?!['’])(?! (?:is|was|will|has|had|would|could|may|might|can|should|does|did|[a-z]+s|[a-z]+ed|"
    r"(?:[a-z]+ ){0,2}(?:that|to|for|if|when|whether))\b)|him|them)(?![\w-])",
    "it him them",
)
FEWEST_NAMES = 3  # in the clause, of which one may be the object's


def nouns_of(text: str) -> frozenset[str]:
    """The words in small letters of a text, in the singular, as far as cutting an s tells."""
    return frozenset(map(singular, LOWER.findall(text.lower())))


@lru_cache(maxsize=MOST_WORDS_KEPT)
def singular(word: str) -> str:
    """A word without its possessive ending and plural s."""
    bare = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if bare.endswith("ies"):
        return bare[:-3] + "y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare


@dataclass(frozen=True, slots=True)
class Told:
    """The nouns of an article before a place, looked for one by one: few are ever asked for."""

    text: str  # of the article, `lowered`
    end: int  # the place

    def __contains__(self, noun: object) -> bool:
        """Whether the noun stands there, in the singular or the plural."""
        root = str(noun)
        root = root[:-1] if len(root) > 1 and root.endswith("y") else root  # "parties" is the plural of "party"
        at = self.text.find(root, 0, self.end)
        while at >= 0:
            found = LOWER.match(self.text, at, self.end)
            if found and singular(found.group()) == noun:
                return True
            at = self.text.find(root, found.end() if found else at + 1, self.end)
        return False


def lowered(text: str) -> str:
    """A text in small letters, each code point where it stood."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    return small if len(small := letter.lower()) == 1 else letter


def takes_up(outside: str, told: Container[str], headlines: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns a sentence takes up with nothing beside them, and those with a word beside them ("relief effort").

    told: the nouns of the article's sentences before it. headlines: those of the event's headlines, one of which stands
    above the sentence in a briefing.
    """
    bare: set[str] = set()
    beside: set[str] = set()
    for start, phrase in definites(outside):
        noun = singular(phrase[-1])
        if noun in headlines or noun in KNOWN or phrase[-1] in KNOWN:
            continue
        if noun not in told and not (len(phrase) == 1 and phrase[-1] in POINTING):
            continue
        if noun in nouns_of(outside[:start]):
            continue
        if (noun in HOLDERS or PERSON_NOUN.fullmatch(phrase[-1])) and _names_before(outside, start):
            continue
        (bare if len(phrase) == 1 else beside).add(noun)
    return frozenset(bare), frozenset(beside)


def _names_before(outside: str, start: int) -> bool:
    """Whether a name stands before a place; the first word has a capital anyway."""
    return any(found.start() or found.group().lower() not in ENDS for found in NAME.finditer(outside, 0, start))


def definites(outside: str) -> Iterator[tuple[int, list[str]]]:
    """Where each definite phrase without a complement or a name stands, and its words but for "the"."""
    for match in DEFINITE.finditer(outside):
        words = match.group(1).split()
        phrase = list(takewhile(lambda word: word not in ENDS and not word.endswith("ly"), words))
        if len(phrase) > 1 and phrase[-1].endswith("ed"):
            phrase.pop()  # "the council voted"
        if not phrase:
            continue
        end = match.start(1) + len(" ".join(phrase))
        if outside[end : end + 1] == " ":
            follower = outside[end + 1 : end + 1 + LONGEST_FOLLOWER]
            if follower[:1].isupper() or follower[:1].isdigit():
                continue  # "the former Estmark minister"
            if follower.split(" ")[0] in COMPLEMENTS:
                continue
        yield match.start(), phrase


def object_without_antecedent(outside: str) -> bool:
    """Whether "it", "him" or "them" is the object of the first verb: it cannot be the subject, and nothing else is."""
    if not OBJECT_PRONOUN.may_match(outside):
        return False
    clause = CLAUSE_END.split(outside, maxsplit=1)[0]
    return OBJECT_PRONOUN.search(clause) is not None and len(NAME.findall(clause)) < FEWEST_NAMES
