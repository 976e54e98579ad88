"""Roles: what an article says a person is, found beside the name and cleaned for print.

Three places are read: before the name ("NATO Secretary-General Jens …"), in apposition after it (", the mayor of
Harnby,"), and a noun phrase the name stands in apposition to ("Estmark's ambassador to the League, Ana …").
"""

import re

from briefing.quote.mentions import Mention
from briefing.quote.tokens import Tokens

AFTER_NAME = re.compile(r",((?:[dh]?[xeyzan0NTLOHGWw'\-it]|c(?=[xHN])){1,16}?)(?=[,.;:|)QquRVb]|-|cb)")
LONGEST = 90  # characters of a role in print; a longer one is a life story

ADDRESSES = "mr mrs ms miss dr sir lord lady dame messrs hon mr. mrs. ms. dr. messrs. st. st fr. fr jr. jr"
FORMS_OF_ADDRESS = frozenset(ADDRESSES.split())
LEADING = re.compile(r"^(?:the|a|an|his|her|their|its)\s+", re.I)
EDGES = " \t\n,;:-–—"


def role_before(tokens: Tokens, mention: Mention) -> str | None:
    """The role that stands before the name inside its own phrase."""
    if mention.name is None or mention.name[0] == mention.first:
        return None
    first, last = mention.first, mention.name[0] - 1
    letters = tokens.shape[first : last + 1]
    if not set(letters) & set("HT"):
        return None
    while first <= last and tokens.word(first).lower() in FORMS_OF_ADDRESS:
        first += 1
    if first > last or not set(tokens.shape[first : last + 1]) & set("HT"):
        return None
    return clean(tokens.between(first, last))


def role_after(tokens: Tokens, mention: Mention) -> str | None:
    """The role in apposition after a name."""
    found = AFTER_NAME.match(tokens.shape, mention.last + 1, mention.last + 20)
    if not found:
        return None
    letters = found.group(1)
    if not set(letters) & set("H") and letters[-1] not in "T":
        return None
    if re.match(r"[dh]?[TL]*T+N", letters) or ("cN" in letters and letters.endswith("N") and "H" not in letters):
        return None  # the next name of a list
    return clean(tokens.between(found.start(1), found.end(1) - 1))


def role_phrase(tokens: Tokens, nominal: Mention) -> str | None:
    """A noun phrase as a role: what a name in apposition to it is."""
    return clean(tokens.between(nominal.first, nominal.last))


def clean(phrase: str) -> str | None:
    """A role without article and line breaks; None where nothing fit to print is left."""
    role = LEADING.sub("", " ".join(phrase.split()).strip(EDGES)).strip(EDGES)
    return role if 1 < len(role) <= LONGEST else None
