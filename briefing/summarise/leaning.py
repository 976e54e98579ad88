"""Leaning: whether a sentence that is printed by itself hangs on another one, or on the day it was written on.

Stricter than `openings.py` and `references.py`, which judge sentences that stand among others. English only.
"""

import re

from briefing.summarise.anaphora import LOWER, singular
from briefing.summarise.anchors import BODIES, NAME_RUN, NO_NAMES, STOP
from briefing.summarise.naming import introduced_names, of_a_people, plain
from briefing.summarise.openings import PERSON_NOUN
from briefing.text.guarded import guarded
from briefing.text.word_lists import word_list

BEARERS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "ant",
    "ee",
    "ess",
    "icon",
    "character",
    "star",
    "legend",
    "couple",
    "pair",
)
NAMED = word_list("en", "things with names")
RELATIVE_DAY = guarded(
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b",
    "Yesterday yesterday Tomorrow tomorrow Tonight tonight night morning afternoon evening",
)
TODAY = guarded(r"\b[Tt]oday(?![’']s)\b", "Today today")
COMPARED = guarded(r"\b(?:is|was|are|were|be|been|became|seemed) (?:far |much )?(?:more|less) [a-z]+[,.;]", "more less")
UNIT_MISSING = guarded(r"(?<![$£€\d.,])\b\d[\d.,]* (?:million|billion|thousand)\.$", "million billion thousand")
OPENING = re.compile(  # at a sentence's head
    r"(?:In|At|On|With|For|By) (?:it|them),|(?:In|During|At|On|With|For|As) (?:yet )?(?:another|other)\b"
    r"|The (?:more|less|better|longer) [^,]{1,80}, the (?:more|less|better)\b"
    r"|(?:Further|As it is|Adding to|Underlying|More [a-z]+ly|Even more|At stake|Compounding|Making matters|Add to)\b"
    r"|The \d+-year-old\b(?! [A-Z])"
    r"|One (?:prospect|reason|example|option|thing|problem|possibility|such|[a-z]+ in point)\b"
)
WITHIN = guarded(
    r"\bsimilar(?:ly)?\b(?![^.]{0,40}? to\b)"
    r"|\b(?:likewise|the latter|the former(?= (?:is|was|has|had)\b)|vice versa|for (?:his|her|its|their) part)\b"
    r"|\bhere\b(?!['’])|\binstead\b(?! of)|, meanwhile,|\b(?:earlier|later) (?:in the|that) (?:day|week|month)\b"
    r"|\bjust the (?:day|night|week|month|year) (?:before|after)\b"
    r"|\bthe (?:day|night|morning) (?:before|after|earlier|later)[.,]|\bat the time[.,]"
    r"|\b(?:came|comes|lay|lies) not\b(?![^.]{0,200}\bbut\b)"
    r"|ed it to (?=[A-Z])|\bsaid (?:that )?it (?:was|is) (?:the|an?|one)\b",
    "similar similarly likewise latter former vice part here instead meanwhile earlier later before after time came "
    "comes lay lies it",
)
ENDING = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|would|will|could|can)(?: not|n[’']t)?[.]$"
    r"|\b(?:agreed|disagreed|concurred|declined|refused|obliged|responded|replied|complied|followed suit)\.$"
    r"|, the (?:people|persons?|sources?|officials?) said\.$"
)
LONGEST_ENDING = 30  # code points
POINTING_BACK = guarded(
    r"^(?:Beyond|Besides|Along with|On top of|Apart from|Aside from) (?:that|this|these|those|it|them)\b|"
    r"^(?:Against|Amid|Given|Despite|After|With|For|In|On|At|By|Under|Before|Following|Since) that [a-z]+"
    r"|\b(?:out|up|down|off|over|back|away) that [a-z]+|^(?:One|Another|Some|Others|Two|Three), "
    r"|\b(?:let|about|against|over|behind) it\b(?! (?:is|was|will))",
    "that this these those it them One Another Some Others Two Three",
)
QUOTED_IT = re.compile(r"[\"“][^\"“”]{0,200}\b(?:about|do|of|with|for|let|on|against) (?:it|this|that|them)\b")
OBJECT = guarded(r"\b[a-z]+ed (?:her|him) (?:to|for|on|as|in|from|with|of)\b", "her him")
PLACE_THEN_PRONOUN = re.compile(r"^(?:In|At|On|During|After|Before|For|With|From) [^,]{1,80}, (?:he|she|they|it)\b")
SPEAKS_OF_SOMEBODY = re.compile(r"[\"“][^\"“”]{0,300}\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")  # at its head
LONGEST_PLACED = 8  # code points of such a word and its blanks
PERSONAL = guarded(r"\b(?:he|she|his|her|him)\b", "he she his her him")
PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]cross|[Tt]he)) $"
)  # a name after it is a place's or a body's
MASCULINE = guarded(r"\b(?:he|him|his)\b", "he him his")
FEMININE = guarded(r"\b(?:she|her|hers)\b", "she her hers")


def leans(text: str, outside: str) -> bool:
    """Whether a sentence hangs on another one, or on the day it was written on."""
    return (
        OPENING.match(outside) is not None
        or WITHIN.search(outside) is not None
        or ENDING.search(outside, max(0, len(outside) - LONGEST_ENDING)) is not None
        or UNIT_MISSING.search(outside) is not None
        or RELATIVE_DAY.search(text) is not None
        or TODAY.search(outside) is not None
        or PLACE_THEN_PRONOUN.search(outside) is not None
        or (COMPARED.search(outside) is not None and " than " not in outside)
        or SPEAKS_OF_SOMEBODY.match(text) is not None
        or POINTING_BACK.search(outside) is not None
        or QUOTED_IT.search(text) is not None
        or _object_before_anybody(outside)
        or _pronoun_before_anybody(outside)
        or _two_people_one_name(outside)
    )


def _pronoun_before_anybody(outside: str) -> bool:
    """Whether "he" or "she" stands before any name that may be a person's: "The Courier reported on his trip"."""
    found = PERSONAL.search(outside)
    if found is None:
        return False
    before = outside[: found.start()]
    if any(bears_a_name(singular(word)) or PERSON_NOUN.fullmatch(word) for word in LOWER.findall(before)):
        return False
    return not any(
        plain(run.group().rsplit(" ", 1)[-1]) not in BODIES | NO_NAMES
        and not run.group().startswith("The ")
        and PLACED.search(before, max(0, run.start() - LONGEST_PLACED), run.start()) is None
        for run in NAME_RUN.finditer(before)
        if plain(run.group()) not in STOP and not of_a_people(before, run)
    )


def _object_before_anybody(outside: str) -> bool:
    """Whether somebody is done something to who is named nowhere before: "A judge in Harnby fined her for it"."""
    found = OBJECT.search(outside)
    return found is not None and not introduced_names(outside[: found.start()])


def _two_people_one_name(outside: str) -> bool:
    """Whether "he" and "she" stand together before two people are named: "Orr would not say if she would back him"."""
    he, she = MASCULINE.search(outside), FEMININE.search(outside)
    if he is None or she is None:
        return False
    before = outside[: max(he.start(), she.start())]
    return len(NAME_RUN.findall(before)) < 2 and len(PERSON_NOUN.findall(before)) < 2


def bears_a_name(word: str) -> bool:
    """Whether a word may stand for somebody named before it: "the ferryman", "the officers"."""
    return word.endswith(BEARERS) or word in NAMED or PERSON_NOUN.fullmatch(word) is not None
