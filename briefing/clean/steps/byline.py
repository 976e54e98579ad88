"""Byline: who wrote it. On a line of its own above the text, or run together with the dateline of the text."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.outlets import agency, is_outlet
from briefing.clean.steps.dateline import dateline

STEP = "byline"

HEAD = 8
"""Lines at the top where a byline may run together with the text."""

LONGEST = 25
"""Words a line with names, roles and a date has at most."""

PARTICLES = r"(?:de|del|della|der|di|da|dos|du|van|von|den|ter|la|le|el|al|bin|ibn|y|zu)"
# No lower-case letter begins a name, but particles do inside one; the flag is off as "By" may have any case.
NAME = rf"(?-i:[^\W\d_a-z][\w.'’-]{{0,30}}(?: (?:{PARTICLES}|[^\W\d_a-z][\w.'’-]{{0,30}})){{0,4}})"
NAMES = rf"{NAME}(?:(?:, and |, | and | & ){NAME}){{0,6}}"
OPENING = (
    r"(?:(?:written |reported |story |words |analysis |commentary |opinion |text |posted |published )?by:? |author:? )"
)
LINE = re.compile(rf"{OPENING}(?P<names>{NAMES})(?P<rest>[\s,|/·•–—(-].{{0,120}}|\.)?", re.I)
SPLIT = re.compile(r",? and | & |, |; ")

ROLE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|analysts?|producers?|chief|fellow|"
    r"staff|desk|bureau|professor|critic)\b",
    re.I,
)
"""What an author does; no person and no outlet is called so."""

ROLE_WORDS = frozenset({
    "a", "am", "an", "and", "analyst", "analysis", "associated", "at", "author", "bureau", "by", "chief", "columnist",
    "commentator", "contributing", "contributor", "contributors", "correspondent", "critic", "deputy", "desk",
    "diplomatic", "editor", "editors", "et", "est", "edt", "fellow", "for", "foreign", "from", "gmt", "guest", "head",
    "in", "is", "journalist", "local", "min", "mins", "minute", "national", "news", "of", "on", "online", "opinion",
    "our", "pm", "political", "published", "read", "reporter", "reporters", "reporting", "senior", "special", "staff",
    "the", "to", "updated", "utc", "world", "writer", "writers", "writes", "with",
})  # fmt: skip
"""The words without a capital that stand behind the names in a byline; any other makes a sentence of it."""

SMALL_WORD = re.compile(r"(?<![\w@./])[a-z]+(?![\w@/])")

NAME_WORDS = 2
"""Words of a name, where nothing else says where it ends."""

INLINE_CHARACTERS = 120
"""How far into a line the dateline behind a byline is looked for."""


def byline_of(line: str, *, with_dateline: bool = False) -> tuple[tuple[str, ...], str | None] | None:
    """People and outlet of a byline that is a whole line, or that a dateline follows; None: the line is none."""
    if with_dateline:
        found = _before_dateline(line)
        return (people_of(found[0]), None) if found else None
    if line.count(" ") >= LONGEST:
        return None
    match = LINE.fullmatch(line)
    if match is None or not ROLE_WORDS.issuperset(SMALL_WORD.findall(match["rest"] or "")):
        return None
    outlets = [agency(name) or name for name in names_of(match["names"]) if is_outlet(name) and not ROLE.search(name)]
    return people_of(match["names"]), outlets[0] if outlets else None


def names_of(names: str) -> tuple[str, ...]:
    """The single names in "Ada Quill, Ben Roe and Cy Marsh"."""
    return tuple(name.strip(" .") for name in SPLIT.split(names) if name.strip(" ."))


def people_of(names: str) -> tuple[str, ...]:
    """The people among the names of a byline: no outlets, no roles."""
    return tuple(name for name in names_of(names) if not is_outlet(name) and not ROLE.search(name))


def without_inline_byline(draft: Draft) -> Draft:
    """Learns the authors of a byline run together with the text; believed only where a dateline follows it at once."""
    for index, line in enumerate(draft.paragraphs[:HEAD]):
        found = _before_dateline(line)
        if found:
            names, rest = found
            return replace(draft.cut(STEP, index, rest), authors=draft.authors or people_of(names))
    return draft


def _before_dateline(line: str) -> tuple[str, str] | None:
    """The names of a byline that a dateline follows, and the line from the dateline on.

    Where names end and the place begins is told by the place's capitals, else names have two words.
    """
    if not line.startswith(("By ", "BY ")):
        return None
    words = line[:INLINE_CHARACTERS].split(" ")
    splits = []
    for count in range(2, len(words)):
        names, rest = " ".join(words[1:count]).rstrip(",."), line[len(" ".join(words[:count])) + 1 :]
        if dateline(rest) and re.fullmatch(NAMES, names):
            splits.append((not words[count].isupper(), abs(count - 1 - NAME_WORDS), names, rest))
    return min(splits)[2:] if splits else None
