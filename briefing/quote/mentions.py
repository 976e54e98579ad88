"""Mentions: the noun phrases outside quotations that could name a speaker, whole.

A mention's kind is one letter: N a name, O a body's name, L a place, H a person by role ("the spokesman for …"),
G a body by role ("the campaign"), X any other noun phrase before a verb of speech, P he or she, Y they, I the writer,
R "who", S "his" before what was said: "his call for".
"""

import re
from typing import NamedTuple

from briefing.quote.tokens import Tokens

# One noun phrase over the shape. U is a word that may stand in a name or a role; lower-case words come along only
# after an article or a possessive, so that no verb is taken for an adjective.
UNIT = r"(?:[NTLOHG]|[a-][xe0z]{0,2}(?=[NTLOHG])|l{1,2}(?=N)|[xn]{1,2}(?=H)|'[xe0az]{0,3}(?=[NTLOHG]))"
PHRASE = re.compile(
    r"(?P<pronoun>[PYIR])"
    rf"|(?P<text>[dh][xe0z]{{0,2}}(?:[NTLOHG]{UNIT}{{0,4}})?n(?:[it][dhl]?[xe0az]{{0,2}}[NTLOHG]{UNIT}{{0,5}})?"
    rf"(?=(?:,[^|.,qQu]{{1,25}},)?y?[bm]?[VWwz])|(?<=A)[dh]?[xe0za]{{0,3}}n)"
    rf"|(?:[dh]{{1,2}}[xe0az]{{0,4}}(?:[NLTO][xe0az]{{1,2}}(?=[HG]))?(?=[NTLOHG])|a[xe0az]{{0,2}}(?=[NTLOHG]))?[NTLOHG]{UNIT}{{0,12}}"
    rf"(?P<post>(?<=[HGTO])(?:[it][dh]?[xe0az]{{0,3}}[NTLOHG]{UNIT}{{0,5}}){{1,2}})?"
    r"|[dhJ][xe0z]{1,4}(?=(?:[it][dh]?[xeNLO]{1,2})?y?[bm]?[VW])|[dJ](?=y?[bm]?[VWw])"
    r"|(?P<relative>(?<=[nGOHNx])k(?=[VW]))|(?P<owner>h(?=[xea0]{0,2}[nzw]))"
    r"|(?<=[,qQu][VW])[dh](?:[xe0z]{1,3}|[xe0z]{0,2}n)|(?<=[.|qQu])[xe0z]{1,2}(?=y?[bm]?[VW])"
)


NO_PRONOUNS = frozenset(("the", "a", "an", "no", "every"))  # "some said" and "many said", but not "the said"


# A page's buttons, which a caption's text runs together with the name after them.
NUMERALS = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
PLATFORM_WORDS = "facebook twitter pinterest instagram linkedin whatsapp reddit tumblr youtube flipboard"
PLATFORMS = frozenset(PLATFORM_WORDS.split())
POSSESSIVES = frozenset(("his", "her", "its", "their"))

# Last words of names that are no person's.
IMPERSONAL = frozenset(("act", "amendment", "communications", "constitution", "policy", "terms", "treaty"))

INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")  # "Superintendent of Police S. K. Roe"

PLAIN = frozenset("xezn")  # letters of the words of an office written small: "secretary of state"

SURNAMES_TOO = frozenset(("king", "dean", "pope", "bishop", "prince", "judge", "fellow", "cook", "star"))


class Mention(NamedTuple):
    """A noun phrase: tokens `first` to `last`, both included."""

    first: int
    last: int
    kind: str
    name: tuple[int, int] | None  # the tokens of the name in it, both included; None: it holds no name of its own


def mentions(tokens: Tokens, given: frozenset[str]) -> tuple[Mention, ...]:
    """The mentions of a text in order; they do not overlap. `given` are the given names known, in lower case."""
    shape = tokens.shape
    found = []
    for match in PHRASE.finditer(shape):
        first, last = match.start(), match.end() - 1
        if match.group("pronoun"):
            found.append(Mention(first, last, shape[first], None))
            continue
        if match.group("relative"):
            if tokens.word(first).lower() == "that":
                found.append(Mention(first, last, "R", None))
            continue
        if match.group("owner"):
            if tokens.word(first).lower() in POSSESSIVES:
                found.append(Mention(first, last, "S", None))
            continue
        if first == last and shape[first] == "d" and tokens.word(first).lower() in NO_PRONOUNS:
            continue
        if match.group("text"):
            found.append(Mention(first, last, "X", None))  # "the letter to Mayor Roe" is not the mayor
            continue
        post = match.start("post")
        found.append(_phrase(tokens, first, last, post if post >= 0 else last + 1, given))
    return tuple(found)


def _phrase(tokens: Tokens, first: int, last: int, post: int, given: frozenset[str]) -> Mention:
    shape = tokens.shape
    core = shape[first:post]
    head = core[-1]
    end = post - (len(core) > len("TN") and tokens.word(post - 1).lower() in NUMERALS)  # Ana King III
    start = end - 1
    while start > first and shape[start - 1] == "N":
        start -= 1
    known = any(tokens.word(index).lower() in given for index in range(start, end - 1))
    if known and shape[end - 1] == "T" and tokens.word(end - 1).lower() in SURNAMES_TOO:
        return _named(tokens, first, post - 1, start, given)  # Ana King, whose surname is a title
    if head in "HGT" or (head == "O" and post <= last):
        bearer = _bearer_after_office(tokens, post, last, given) if head in "HT" else None
        if bearer is not None:
            return Mention(first, last, "N", bearer)
        return Mention(first, last, "G" if head in "GO" else "H", None)
    if head not in "NLO" or (len(core) > 1 and tokens.word(post - 1).lower() in IMPERSONAL):
        return Mention(first, last, "X", None)
    start = max(core.rfind(letter) for letter in "THG'dhxen0az") + 1
    return _named(tokens, first, last, first + start, given)


def _named(tokens: Tokens, first: int, last: int, start: int, given: frozenset[str]) -> Mention:
    """The mention whose last capitalised words, from token `start`, are its name."""
    shape = tokens.shape
    if tokens.word(start) == "The" and start < last:
        start += 1
    if shape[start : last + 1] == "O" and start > first and shape[start - 1] == "'":
        return Mention(first, last, "G", None)  # the Prosecutor's Office
    while start < last and tokens.word(start).lower() in PLATFORMS:
        start += 1
    body = shape.rfind("O", start, last + 1)
    if body >= 0:
        after = next((i for i in range(body + 1, last) if tokens.word(i).lower() in given), None)
        if after is None:
            return Mention(first, last, "O", (start, last))
        start = after  # Harnby News' Ana Roe
    for index in range(start, last):
        if tokens.word(index).lower() in given:
            start = index if not _is_first_name(shape, start, index, last) else start
            break
    while start < last - 1 and shape[start] in "L-":
        start += 1
    if shape[start : last + 1] == "L":
        return Mention(first, last, "L", (start, last))
    return Mention(first, last, "N", (start, last))


def _is_first_name(shape: str, start: int, given: int, last: int) -> bool:
    """Whether the word before a known given name is a given name too, an unknown one: "Braddow James Roe"."""
    alone = given == start + 1 and shape[start] == "N" and last == given + 1
    return alone and start > 0 and shape[start - 1] not in ".|Q:-,'"


def _bearer_after_office(tokens: Tokens, post: int, last: int, given: frozenset[str]) -> tuple[int, int] | None:
    """The name in "Secretary of State Jane Roe" and "chief of staff Jane Roe": what follows the office."""
    shape = tokens.shape
    if post > last or tokens.word(post) != "of":
        return None
    for index in range(post + 2, last):
        office = shape[post + 1 : index]
        word = tokens.word(index)
        if shape[index] == "N" and (word.lower() in given or INITIAL.fullmatch(word)):
            if set(office) <= PLAIN:
                known = not tokens.word(post - 1).endswith("s")  # not "critics of rival Jane Roe"
            else:
                known = office[-1] in "NOLT" and bool(set(office) & set("NOL"))
            return (index, last) if known and set(shape[index : last + 1]) <= set("Nl-") else None
    return None
