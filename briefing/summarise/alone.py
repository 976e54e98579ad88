"""Alone: whether a sentence can be read by itself under a section's headline, and what it needs told before it.

Stricter than `standing.py`, which lets a sentence pass that a summary's other sentences may explain: here it is printed
with a citation of its own, and its reader has seen nothing but the headline. English only.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from briefing.model import Article, Span
from briefing.summarise.above import Above, given
from briefing.summarise.anaphora import (
    COMPLEMENTS,
    ENDS,
    HOLDERS,
    KNOWN,
    LONGEST_FOLLOWER,
    nouns_of,
    singular,
)
from briefing.summarise.anchors import NO_NAMES
from briefing.summarise.captions import FULL_DATE
from briefing.summarise.doubts import judges
from briefing.summarise.leaning import bears_a_name
from briefing.summarise.naming import NAME_MARK, introduced_names, lone_names, strangers_of
from briefing.summarise.references import ENGLISH
from briefing.summarise.scene import sets_the_scene
from briefing.summarise.tied import mark, needs_of_its_place
from briefing.summarise.voice import outside_quotations
from briefing.text.heads import opens
from briefing.text.typewriter import typeset
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
NO_ADVERBS = frozenset(
    ("supply", "family", "ally", "rally", "reply", "assembly", "monopoly", "anomaly", "bully", "july")
)
BORROWED = word_list("en", "borrowed nouns")
RANKS = frozenset(["first", "second", "third", "last", "next", "only", "same", "very", "most", "least"])
BOILERPLATE = re.compile(
    r"\b(?:requests?|reached out|asked|contacted|inquir(?:y|ies)|questions?)\b[^.]{0,80}\bcomments?\b"
    r"|\bdid(?: not|n[’']t) (?:immediately |respond|return)|\breceived no (?:reply|response)"
    r"|\bresponded to (?:[a-z]+ )?(?:inquiries|requests|questions)|\bdeclined to comment"
    r"|\breferred (?:all )?(?:questions|inquiries|reporters)"
    r"|^See:|\bstory has been (?:updated|corrected)"
)
# What is passed on and is to be checked, told before the verdict: printed alone it spreads what the article refutes.
RUMOUR = re.compile(
    r"^CLAIM:|\b(?:posts?|memes?|images?|articles?)\b[^.]{0,60}"
    r"\b(?:makes? the claim|claims? that|make a series of|circulat(?:ing|ed) (?:on|by|widely)|shared widely)\b"
)
# A caption's last words: "Harnby, Valdoria, May 4, 2020."; prose says "on May 4".
CAPTION_DATE = re.compile(rf"(?<!\bon) (?:{FULL_DATE.pattern.pattern})\.$")
# A list after a colon; speech may follow one, and what the sentence leads up to: "naming the day: 13 September".
LIST = re.compile(r":(?=\s+[^\s\"“‘'][^,;]{0,200}[,;])")
LEADS_UP = re.compile(r":\s*$")
RUN_IN = re.compile(r" MORE \(|[a-z]{4}(?:President|Former|The|In|On|And|But|He|She|It|After|When|While|According)\b")
MOSTLY = 0.5  # of a sentence's code points in quotation marks; quotations have a place of their own in a section


class Wants(NamedTuple):
    """What one sentence takes for told, and what it tells."""

    needs: frozenset[str]
    names: frozenset[str]  # all that stand alone
    gives: frozenset[str]
    place: frozenset[str] = frozenset()  # what it needs of its own article


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
    text, leads = typeset(span.of(article.text)), opens(article.text, span)
    found = wants(text, outside_quotations(text), strangers_of(article), above.household, leads=leads)
    gives = found.gives | mark(article) if leads else found.gives
    return Wants(found.needs - given(above), found.names, gives, needs_of_its_place(article, span, text, above))


def _taken_up(outside: str, household: frozenset[str], known: frozenset[str]) -> list[str]:
    """The nouns of definite phrases that nothing in the sentence explains."""
    found = []
    for start, phrase in _definites(outside):
        noun = singular(phrase[-1])
        if noun in UNIQUE or phrase[-1] in UNIQUE or noun in nouns_of(outside[:start]):
            continue
        named = introduced_names(outside[:start]) | (lone_names(outside[:start]) & known)
        if (named - household and noun in HOLDERS and noun not in BORROWED and len(phrase) == 1) or (
            named and bears_a_name(phrase[-1])
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
    """Whether it is a list, run into a heading, boilerplate, a rumour, a verdict, a scene set, or mostly quoted."""
    return (
        len(outside) < MOSTLY * len(text)
        or LIST.search(outside) is not None
        or LEADS_UP.search(text) is not None
        or RUN_IN.search(text) is not None
        or BOILERPLATE.search(text) is not None
        or CAPTION_DATE.search(text) is not None
        or RUMOUR.search(outside) is not None
        or judges(outside)
        or sets_the_scene(outside)
    )
