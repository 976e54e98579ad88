"""Queries: what somebody types, understood alike whatever the library is kept in; none is wrong."""

import re
from typing import NamedTuple

from briefing.store.mapping import guarded

# What it is not to have begins with a dash; a phrase ends with its mark, or with the query; an asterisk asks for what
# begins like that.
PIECE = re.compile(r'(?:(?<!\S)(-))?(?:"([^"]*)"?|([^\s"]+))(\*?)')
PLAIN = re.compile(r'"([^"]*)"|([^\s"]+)')
STAR = "*"
LONGEST = 1000  # characters that are looked at: a page pasted by mistake would be looked for for minutes


class Term(NamedTuple):
    """Words that must stand side by side."""

    words: str  # as they were typed, without quotation marks
    begins: bool = False  # whether the last of them may go on


class Query(NamedTuple):
    """What is looked for: all of some words and phrases, and none of others."""

    all_of: tuple[Term, ...]  # where there are none, nothing is looked for
    none_of: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """The query that a line of words stands for; what has neither letter nor digit says nothing.

    Nothing but the three marks is an operator: `AND`, `NEAR(`, `title:` are words.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for dash, phrase, word, star in PIECE.findall(cleaned(text)):
        bare = phrase or word
        begins = bool(star) or (not phrase and bare.endswith(STAR))
        if says_something(bare):
            (unwanted if dash else wanted).append(Term(bare.rstrip(STAR), begins))
    return Query(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def plain(text: str) -> Query:
    """The query in which words between quotation marks are a phrase, and no other mark means anything."""
    phrases = (phrase or word for phrase, word in PLAIN.findall(cleaned(text)))
    return Query(tuple(dict.fromkeys(Term(phrase) for phrase in phrases if says_something(phrase))))


def cleaned(text: str) -> str:
    """The text as a database takes it."""
    return guarded(text[:LONGEST]).replace("\0", " ")


def says_something(words: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(character.isalnum() for character in words)
