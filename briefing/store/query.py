"""Queries: what somebody types, as FTS5 takes it (https://www.sqlite.org/fts5.html, section 3); none is wrong."""

import re
from dataclasses import dataclass

from briefing.store.mapping import guarded

# What it is not to have begins with a dash; a phrase ends with its mark, or with the query; an asterisk asks for what
# begins like that.
PIECE = re.compile(r'(?:(?<!\S)(-))?(?:"([^"]*)"?|([^\s"]+))(\*?)')
STAR = "*"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of some words and phrases, and none of others, each as FTS5 takes it."""

    all_of: tuple[str, ...]
    none_of: tuple[str, ...]

    @property
    def match(self) -> str:
        """The whole as the right side of MATCH; empty where there is nothing to look for."""
        if not self.all_of:
            return ""
        wanted = " AND ".join(self.all_of)
        return f"({wanted}) NOT ({' OR '.join(self.none_of)})" if self.none_of else wanted


def parse(text: str) -> Query:
    """The query that a line of words stands for; what has neither letter nor digit says nothing.

    Every word or phrase is quoted, so nothing in it is an operator: `AND`, `NEAR(`, `title:` are words.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for dash, phrase, word, star in PIECE.findall(guarded(text).replace("\0", " ")):
        bare = phrase or word
        begins = star or (not phrase and bare.endswith(STAR))
        if any(character.isalnum() for character in bare):
            (unwanted if dash else wanted).append(f'"{bare.rstrip(STAR)}"{STAR if begins else ""}')
    return Query(tuple(wanted), tuple(unwanted))
