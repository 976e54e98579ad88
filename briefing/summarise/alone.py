"""Alone: whether a sentence can be read by itself under a section's headline, and what it needs told before it.

Stricter than `standing.py`, which lets a sentence pass that a summary's other sentences may explain: here it is printed
with a citation of its own, and its reader has seen nothing but the headline. English only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from briefing.model import Article, Span
from briefing.summarise.above import Above, given
from briefing.summarise.anaphora import (
    COMPLEMENTS,
    ENDS,
    HOLDERS,
    KNOWN,
    LONGEST_FOLLOWER,
    LOWER,
    nouns_of,
    singular,
)
from briefing.summarise.anchors import BODIES, NAME_RUN, NO_NAMES, STOP
from briefing.summarise.doubts import judges
from briefing.summarise.naming import NAME_MARK, introduced_names, lone_names, plain, strangers_of
from briefing.summarise.openings import PERSON_NOUN
from briefing.summarise.references import ENGLISH
from briefing.summarise.risk import content
from briefing.summarise.voice import FULL_DATE, outside_quotations
from briefing.text.word_lists import word_list

HAPPENINGS = frozenset(
    ("attack", "attacks", "explosion", "blast", "crash", "earthquake", "tsunami", "hurricane", "scene")
)
UNIQUE = (KNOWN - HAPPENINGS) | word_list("en", "unmistakable things")
THE = re.compile(r"\b[Tt]he (?=((?:[a-z][a-z’'-]*+ ?){1,5}))")
BEFORE = frozenset(
    ("new", "other", "own", "two", "three", "four", "five", "six", "seven", "many", "several", "few", "more", "now")
)
LEAST_PARTICIPLE = 4  # letters; "king" is none
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
NO_ADVERBS = frozenset(
    ("supply", "family", "ally", "rally", "reply", "assembly", "monopoly", "anomaly", "bully", "july")
)
BORROWED = word_list("en", "borrowed nouns")
RANKS = frozenset(["first", "second", "third", "last", "next", "only", "same", "very", "most", "least"])
RELATIVE_DAY = re.compile(
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"
)
TODAY = re.compile(r"\b[Tt]oday(?![’']s)\b")
BOILERPLATE = re.compile(
    r"\b(?:requests?|reached out|asked|contacted|inquir(?:y|ies)|questions?)\b[^.]{0,80}\bcomment"
    r"|\bdid(?: not|n[’']t) (?:immediately |respond|return)|\breceived no (?:reply|response)"
    r"|\bresponded to (?:[a-z]+ )?(?:inquiries|requests|questions)|\bdeclined to comment"
    r"|\breferred (?:all )?(?:questions|inquiries|reporters)"
    r"|^See:|\bstory has been (?:updated|corrected)"
)
# A caption's last words: "Harnby, Valdoria, May 4, 2020."; prose says "on May 4".
CAPTION_DATE = re.compile(rf"(?<!\bon) (?:{FULL_DATE.pattern.pattern})\.$")
COMPARED = re.compile(r"\b(?:is|was|are|were|be|been|became|seemed) (?:far |much )?(?:more|less) [a-z]+[,.;]")
UNIT_MISSING = re.compile(r"(?<![$£€\d.,])\b\d[\d.,]* (?:million|billion|thousand)\.$")
LEANING = re.compile(
    r"^(?:In|At|On|With|For|By) (?:it|them),|^(?:In|During|At|On|With|For|As) (?:yet )?(?:another|other)\b"
    r"|^The (?:more|less|better|longer) [^,]{1,80}, the (?:more|less|better)\b"
    r"|^(?:Further|As it is|Adding to|Underlying|More [a-z]+ly|Even more|At stake|Compounding|Making matters|Add to)\b"
    r"|^The \d+-year-old\b(?! [A-Z])|\bsimilarly\b"
    r"|^One (?:prospect|reason|example|option|thing|problem|possibility|such|[a-z]+ in point)\b"
    r"|\b(?:likewise|the latter|the former(?= (?:is|was|has|had)\b)|vice versa|for (?:his|her|its|their) part)\b"
    r"|\bhere\b(?!['’])|\binstead\b(?! of)|, meanwhile,|\b(?:earlier|later) (?:in the|that) (?:day|week|month)\b"
    r"|\bjust the (?:day|night|week|month|year) (?:before|after)\b"
    r"|\bthe (?:day|night|morning) (?:before|after|earlier|later)[.,]|\bat the time[.,]"
    r"|\b(?:did|does|do|was|were|is|are|has|have|had|would|will|could|can)(?: not|n[’']t)?[.]$"
    r"|\b(?:agreed|disagreed|concurred|declined|refused|obliged|responded|replied|complied|followed suit)\.$"
    r"|ed it to (?=[A-Z])|\bsaid (?:that )?it (?:was|is) (?:the|an?|one)\b"
)
POINTING_BACK = re.compile(
    r"^(?:Beyond|Besides|Along with|On top of|Apart from|Aside from) (?:that|this|these|those|it|them)\b|"
    r"^(?:Against|Amid|Given|Despite|After|With|For|In|On|At|By|Under|Before|Following|Since) that [a-z]+"
    r"|\b(?:out|up|down|off|over|back|away) that [a-z]+|^(?:One|Another|Some|Others|Two|Three), "
    r"|\b(?:let|about|against|over|behind) it\b(?! (?:is|was|will))"
)
QUOTED_IT = re.compile(r"[\"“][^\"“”]{0,200}\b(?:about|do|of|with|for|let|on|against) (?:it|this|that|them)\b")
OBJECT = re.compile(r"\b[a-z]+ed (?:her|him) (?:to|for|on|as|in|from|with|of)\b")
PLACE_THEN_PRONOUN = re.compile(r"^(?:In|At|On|During|After|Before|For|With|From) [^,]{1,80}, (?:he|she|they|it)\b")
# A list after a colon; speech may follow one, and what the sentence leads up to: "naming the day: 13 September".
LIST = re.compile(r":(?=\s+[^\s\"“‘'][^,;]{0,200}[,;])|:\s*$")
RUN_IN = re.compile(r" MORE \(|[a-z]{4}(?:President|Former|The|In|On|And|But|He|She|It|After|When|While|According)\b")
# Of 400 sentences read (docs/decisions/0208) 3 in 116 were bad at the head of their article, 34 in 284 behind it, none
# in 22 with five words of the headline.
LEAD = 60  # code points within which an article's first sentence begins, after place and agency
OPENING = 500  # code points: about its second and third sentence
MUCH_SHARED = 5
ARTICLE_MARK = "#"  # before an article's id, where names and nouns stand together
NOWHERE = "#"  # what no sentence gives
MOSTLY = 0.5  # of a sentence's code points in quotation marks; quotations have a place of their own in a section
SPEAKS_OF_SOMEBODY = re.compile(r"[\"“][^\"“”]{0,300}\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")  # at its head
LONGEST_PLACED = 8  # code points of such a word and its blanks
PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b")
PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]cross|[Tt]he)) $"
)  # a name after it is a place's or a body's
MASCULINE = re.compile(r"\b(?:he|him|his)\b")
FEMININE = re.compile(r"\b(?:she|her|hers)\b")


@dataclass(frozen=True, slots=True)
class Wants:
    """What one sentence takes for told, and what it tells."""

    needs: frozenset[str]
    names: frozenset[str]  # all that stand alone
    gives: frozenset[str]
    place: frozenset[str] = frozenset()  # what it needs of its own article


def of_its_opening(article: Article, span: Span, shared: int) -> Wants:
    """What a sentence needs of its own article: behind its head, the first sentence of it, which tells where we are.

    shared: how many words of the headline the sentence has; with MUCH_SHARED of them it speaks of what stands above.
    Further down an article there is nothing that its first sentence could explain.
    """
    mark = frozenset({f"{ARTICLE_MARK}{article.id}"})
    nothing = frozenset[str]()
    if span.start < LEAD:
        return Wants(nothing, nothing, mark)
    if shared >= MUCH_SHARED:
        return Wants(nothing, nothing, nothing)
    return Wants(mark if span.start < OPENING else frozenset({NOWHERE}), nothing, nothing)


def wants(
    text: str, outside: str, strangers: frozenset[str], household: frozenset[str], *, leads: bool = False
) -> Wants:
    """The nouns and names a sentence takes for told, and all that it tells; `outside`: what is outside quotations.

    strangers: names that its article has in full, so that they may be somebody's whom a reader does not know.
    leads: it opens its article, so its nouns were written for a reader who knows nothing.
    """
    told = introduced_names(text)
    alone = lone_names(text) - told
    nouns = frozenset[str]() if leads else frozenset(_taken_up(outside, household, household | strangers))
    return Wants(
        nouns | frozenset(NAME_MARK + name for name in alone & strangers),
        frozenset(NAME_MARK + name for name in alone),
        nouns_of(text) | frozenset(NAME_MARK + name for name in told),
    )


def wants_of(article: Article, span: Span, above: Above) -> Wants:
    """The same of a sentence at its place, less what the headline tells; nothing where no rule knows its language."""
    if article.language not in ENGLISH:
        return Wants(frozenset(), frozenset(), frozenset())
    text = span.of(article.text)
    found = wants(text, outside_quotations(text), strangers_of(article), above.household, leads=span.start < LEAD)
    opening = of_its_opening(article, span, len(content(text) & content(above.headline)))
    return Wants(found.needs - given(above), found.names, found.gives | opening.gives, opening.needs)


def _taken_up(outside: str, household: frozenset[str], known: frozenset[str]) -> list[str]:
    """The nouns of definite phrases that nothing in the sentence explains."""
    found = []
    for start, phrase in _definites(outside):
        noun = singular(phrase[-1])
        if noun in UNIQUE or phrase[-1] in UNIQUE or noun in nouns_of(outside[:start]):
            continue
        named = introduced_names(outside[:start]) | (lone_names(outside[:start]) & known)
        if (named - household and noun in HOLDERS and noun not in BORROWED and len(phrase) == 1) or (
            named and _bears_a_name(phrase[-1])
        ):
            continue
        found.append(noun)
    return found


def _definites(outside: str) -> Iterator[tuple[int, list[str]]]:
    """Where each definite phrase stands that has no complement, name or rank; its words but for "the".

    Of "the city's harbour" that is "the city's".
    """
    for match in THE.finditer(outside):
        words = match.group(1).split()
        lead = next((at for at, word in enumerate(words) if not (word in BEFORE or _is_adverb(word))), len(words))
        phrase = words[:lead] + list(takewhile(lambda word: word not in ENDS and not _is_adverb(word), words[lead:]))
        owner = next((at for at, word in enumerate(phrase) if word.endswith(("'s", "’s"))), None)
        if owner is not None:
            yield match.start(), phrase[: owner + 1]
            continue
        if len(phrase) > lead + 1 and phrase[-1].endswith("ed"):
            phrase.pop()  # "the council voted"
        if len(phrase) <= lead or (phrase[0] in RANKS or phrase[0].endswith("est")):
            continue
        end = match.start(1) + len(" ".join(phrase))
        if not _told_after(outside[end : end + LONGEST_FOLLOWER]):
            yield match.start(), phrase


def _bears_a_name(word: str) -> bool:
    """Whether a word may stand for somebody named before it: "the ferryman", "the officers"."""
    return word.endswith(BEARERS) or word in NAMED or PERSON_NOUN.fullmatch(word) is not None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in NO_ADVERBS


def _told_after(rest: str) -> bool:
    """Whether what follows a phrase tells which one is meant: a name, a figure, a complement, a participle."""
    if not rest.startswith(" "):
        return False
    follower, _, after = rest[1:].partition(" ")
    if after.split(" ")[0].rstrip(".,").lower() in NO_NAMES:
        return False  # "signed the accord on Monday"
    if follower[:1].isupper() or follower[:1].isdigit():
        return follower.rstrip(".,").lower() not in NO_NAMES
    return follower in COMPLEMENTS or (follower.endswith("ing") and len(follower) > LEAST_PARTICIPLE)


def is_unfit(text: str, outside: str) -> bool:
    """Whether it is a list, run into a heading, a page's boilerplate, its writer's verdict, or mostly quoted."""
    return (
        len(outside) < MOSTLY * len(text)
        or LIST.search(outside) is not None
        or RUN_IN.search(text) is not None
        or BOILERPLATE.search(text) is not None
        or CAPTION_DATE.search(text) is not None
        or judges(outside)
    )


def leans(text: str, outside: str) -> bool:
    """Whether a sentence hangs on another one, or on the day it was written on."""
    return (
        LEANING.search(outside) is not None
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
    if any(_bears_a_name(singular(word)) or PERSON_NOUN.fullmatch(word) for word in LOWER.findall(before)):
        return False
    return not any(
        plain(run.group().rsplit(" ", 1)[-1]) not in BODIES | NO_NAMES
        and not run.group().startswith("The ")
        and PLACED.search(before, max(0, run.start() - LONGEST_PLACED), run.start()) is None
        for run in NAME_RUN.finditer(before)
        if plain(run.group()) not in STOP
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
