"""Quantities: which numbers of a sentence count what: "three people were killed", "65 tonnes", "to 41 cases".

English only; precision before completeness: a number whose noun is not plain is left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing.compose.numerals import Numeral, numerals
from briefing.compose.redundancy import statement
from briefing.model import Span
from briefing.text.word_lists import word_list
from briefing.text.words import stem_all, words

# What befell people, under one name whichever word tells it.
FATES = {
    "dead": "dead", "killed": "dead", "deaths": "dead", "died": "dead", "fatalities": "dead", "killing": "dead",
    "toll": "dead", "injured": "injured", "hurt": "injured", "wounded": "injured", "injuries": "injured",
    "injuring": "injured", "wounding": "injured", "arrested": "arrested", "arrests": "arrested",
    "detained": "arrested", "arresting": "arrested", "missing": "missing",
}  # fmt: skip
FATE = "|".join(FATES)
MEASURES = frozenset({"tonnes", "tons", "litres", "liters", "gallons", "barrels", "hectares", "acres", "cases"})
# Lengths of way and time, and shares, are of too many things to compare: two polls are not one poll told differently.
EXTENTS = frozenset(
    {"kilometres", "kilometers", "metres", "meters", "miles", "feet", "inches", "knots", "degrees", "points", "times"}
    | {"percent", "cent"}
    | {"seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "quarters", "terms"}
)
PEOPLE = ("people", "men", "women", "children", "persons", "passengers", "others")
COUNTED = frozenset({*PEOPLE, "dead", "injured", "wounded", "killed", "arrested"})
HEDGE = re.compile(
    r"\b(?:(?:some|about|around|nearly|almost|roughly|approximately|at least|at most|more than|over|under|up to|"
    r"fewer than|less than|as many as)\s+)$",
    re.IGNORECASE,
)
# A part of another number, what it was before, money, an age, an hour or the like.
NOT_ALONE = re.compile(
    r"(?:\b(?:from|including|among them|another|other|further|of (?:the|those|these|them)|aged?|the|last|next|first|"
    r"past|every|each|these|those|other|remaining|between|(?:between|from)\s+\S{1,20}\s+(?:and|to))|[$€£¥#(:/.-])\s*$",
    re.IGNORECASE,
)
PART = re.compile(
    r"\A\s*(?:%|of (?:the|them|those|these|its|his|her|their)\b|more\b|others?\b|a\.?m\b|p\.?m\b|years?\b)"
)
PASSIVE = re.compile(rf"\A(?:\s+[\w'’-]+){{0,2}}\s+(?:(?:were|was|are|have been|had been)\s+)?(?:\w+ly\s+)?({FATE})\b")
ACTIVE = re.compile(rf"\b({FATE})\s+$")
RISEN = r"(?:rose|risen|rising|climbed|climbing|grown|grew|increased|jumped|fell|fallen|stood at|reached)"
ROSE = re.compile(
    rf"\b(?:({FATE})|([a-z]+s))\b(?:\s+(?:in|at|on|of|among)\s+(?:[\w'’-]+\s+){{0,3}}[\w'’-]+)?(?:\s+(?:has|have|had))?"
    rf"(?(2)\s+{RISEN}|(?:\s+{RISEN})?)\s+to\s+$"
)
OF = re.compile(r"(?<!\s)\s+of\s+((?:[a-z'’-]+\s+){0,2}[a-z'’-]+)")
NOUN = re.compile(r"(?<!\s)\s+([A-Za-z][a-z'’-]*)")
UNNAMED = re.compile(r"\A\s*(?:[.,;:!?]|$|\s(?:and|on|in|at|when|after|as|before|during|near|since|while)\b)")
WORDS_BETWEEN = 2  # adjectives between a number and its noun


class Quantity(NamedTuple):
    """A number with what it counts."""

    what: str  # "dead", "tonnes": a fate, or the noun
    span: Span  # in the sentence: the number and the words that say what it counts
    value: Decimal
    grain: Decimal  # see `Numeral`
    context: frozenset[str]  # the other content words of the sentence, as stems
    of: frozenset[str]  # what it is a measure of: "fuel oil"


def quantities(sentence: str) -> Iterator[Quantity]:
    """The numbers of an English sentence that plainly count something, in order."""
    content: frozenset[str] | None = None
    for number in numerals(sentence):
        before, after = sentence[: number.span.start], sentence[number.span.end :]
        hedge = HEDGE.search(before)
        start = hedge.start() if hedge else number.span.start
        ahead = sentence[:start]
        if NOT_ALONE.search(ahead) or PART.match(after) or (number.spelled and number.value < 2):
            continue
        found = _fate(ahead, after, start, number) or _counted(after, start, number)
        if found is None:
            continue
        what, span = found
        content = content if content is not None else statement(sentence, "en").content
        own = frozenset(stem_all([word for word in words(span.of(sentence)) if word.title() not in sentence]))
        own |= {word for word in content if word[0].isdigit()}
        of = OF.match(sentence, span.end)
        stop = word_list("en", "stop words")
        stuff = frozenset(stem_all([word for word in words(of[1]) if word not in stop])) if of else frozenset[str]()
        yield Quantity(what, span, number.value, number.grain, content - own, stuff)


def _fate(ahead: str, after: str, start: int, number: Numeral) -> tuple[str, Span] | None:
    """What befell so many people, and where that is said."""
    passive = PASSIVE.match(after)
    if passive and not _strange(after[: passive.start(1)]):
        return FATES[passive[1]], Span(start, number.span.end + passive.end())
    active = ACTIVE.search(ahead)
    if active:
        people = re.match(rf"\s+(?:{'|'.join(PEOPLE)})\b", after)
        if not people and UNNAMED.match(after) is None:
            return None  # "killed 10 citizens of another country": a part of the count, or none of people
        return FATES[active[1]], Span(active.start(), number.span.end + (people.end() if people else 0))
    rose = ROSE.search(ahead)
    if not rose or (rose[2] and NOUN.match(after)):
        return None
    return FATES[rose[1]] if rose[1] else rose[2], Span(rose.start(), number.span.end)


def _strange(between: str) -> bool:
    """Whether the words between a number and a fate begin another clause."""
    return any(word in ("who", "that", "which", "and", "but", "of") for word in words(between))


def _counted(after: str, start: int, number: Numeral) -> tuple[str, Span] | None:
    """The plural noun after a number, past an adjective or two."""
    stop = word_list("en", "stop words")
    end = 0
    for _ in range(WORDS_BETWEEN + 1):
        found = NOUN.match(after, end)
        if not found or found[1].lower() in stop or not found[1].islower():
            return None
        end = found.end()
        word = found[1]
        if word in EXTENTS:
            return None
        if word in COUNTED or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))):
            if word == "per":
                continue
            return FATES.get(word, word), Span(start, number.span.end + end)
    return None
