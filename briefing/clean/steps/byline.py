"""Byline: who wrote it, and the date line that stands with it."""

import re
from dataclasses import replace

from briefing.clean.dates import UNDATED, find_date, from_copy
from briefing.clean.draft import Draft
from briefing.clean.outlets import agency, is_outlet
from briefing.clean.steps.dateline import dateline

STEP = "byline"
DATE_STEP = "date line"

HEAD = 8
"""Lines at the top where bylines and date lines stand; below, "By Monday" begins a sentence."""

PARTICLES = r"(?:de|del|della|der|di|da|dos|du|van|von|den|ter|la|le|el|al|bin|ibn|y|zu)"
# No lower-case letter begins a name, but particles do inside one; the flag is off as "By" may have any case.
NAME = rf"(?-i:[^\W\d_a-z][\w.'’-]{{0,30}}(?: (?:{PARTICLES}|[^\W\d_a-z][\w.'’-]{{0,30}})){{0,4}})"
NAMES = rf"{NAME}(?:(?:, and |, | and | & ){NAME}){{0,6}}"
OPENING = (
    r"(?:(?:written |reported |story |words |analysis |commentary |opinion |text |posted |published )?by:? |author:? )"
)

LINE = re.compile(rf"{OPENING}(?P<names>{NAMES})(?P<rest>[\s,|/·•–—(-].{{0,120}}|\.)?", re.I)

LONGEST_BYLINE = 25
"""Words a line with names, roles and a date has at most."""

STAMP_WORDS = re.compile(
    r"\b(?:last|first|updated?|published|posted|modified|created|on|at|in|date|time|am|pm|a\.m\.|p\.m\.|gmt|utc"
    r"|bst|cet|cest|est|edt|et|pt|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|local"
    r"|hrs|the)\b",
    re.I,
)
NOT_LETTERS = re.compile(r"[\W\d_]+")
DATE_LINE_WORDS = 14
LEFT_OVER = 25
"""Letters a date line may have beside date, clock and stamp words: an outlet's name."""

ROLE_WORDS = frozenset({
    "a", "am", "an", "and", "analyst", "analysis", "associated", "at", "author", "bureau", "by", "chief",
    "columnist", "commentator", "contributing", "contributor", "contributors", "correspondent", "critic", "deputy",
    "desk", "diplomatic", "editor", "editors", "et", "est", "edt", "fellow", "for", "foreign", "from", "gmt",
    "guest", "head", "in", "is", "journalist", "local", "min", "mins", "minute", "national", "news", "of", "on",
    "online", "opinion", "our", "pm", "political", "published", "read", "reporter", "reporters", "reporting",
    "senior", "special", "staff", "the", "to", "updated", "utc", "world", "writer", "writers", "writes", "with",
})  # fmt: skip
"""The words without a capital that stand behind the names in a byline; any other makes a sentence of it."""

SMALL_WORD = re.compile(r"(?<![\w@./])[a-z]+(?![\w@/])")

CONTRACTED = re.compile(r"\b(?:is|are|was|were|has|have|had|said|says|will|would|but|that)\b")
"""No byline has these: "By Tuesday Harnby was flooded" is a sentence."""


def without_bylines(draft: Draft) -> Draft:
    """Learns authors, outlet and date from the lines at the top that hold nothing else, and drops them."""
    dropped, dates = [], []
    for index, line in enumerate(draft.paragraphs[:HEAD]):
        if is_byline(line):
            dropped.append(index)
            draft = _credited(draft, line)
        elif is_date_line(line):
            dates.append(index)
        else:
            continue
        draft = _dated(draft, line)
    return _inline(draft.without(STEP, dropped).without(DATE_STEP, [_shift(index, dropped) for index in dates]))


def _shift(index: int, dropped: list[int]) -> int:
    """Where a line stands once earlier ones are gone."""
    return index - sum(gone < index for gone in dropped)


def is_byline(line: str) -> bool:
    """Whether a line is a byline and nothing else."""
    if line.count(" ") >= LONGEST_BYLINE:
        return False
    found = LINE.fullmatch(line)
    return found is not None and ROLE_WORDS.issuperset(SMALL_WORD.findall(found["rest"] or ""))


def is_date_line(line: str) -> bool:
    """Whether a line is a date, or a stamp, and nothing else but perhaps an outlet's name."""
    if line.count(" ") >= DATE_LINE_WORDS or CONTRACTED.search(line):
        return False
    found = find_date(line)
    if not found or (line.endswith(".") and line.count(" ") > LONGEST_PLAIN_DATE):
        return False
    match = found[0]
    rest = NOT_LETTERS.sub(" ", STAMP_WORDS.sub(" ", f"{line[: match.start()]} {line[match.end() :]}")).strip()
    return not rest or (found[1] is not None and len(rest) <= LEFT_OVER and bool(re.search(r"[|:·•]|\d[:.]\d\d", line)))


LONGEST_PLAIN_DATE = 4
"""Blanks in a date that ends in a full stop; more is a sentence."""


def _credited(draft: Draft, line: str) -> Draft:
    found = LINE.match(line)
    names = names_of(found["names"]) if found else ()
    rest = (found["rest"] or "").strip(" ,|/·•–—-().") if found else ""
    people = tuple(name for name in names if not is_outlet(name))
    outlets = [agency(name) or name for name in names if is_outlet(name)]
    if rest and is_outlet(rest) and not find_date(rest):
        outlets.append(agency(rest) or rest)
    return replace(draft, authors=draft.authors or people, outlet=draft.outlet or (outlets[0] if outlets else None))


def names_of(names: str) -> tuple[str, ...]:
    """The single names in "Ada Quill, Ben Roe and Cy Marsh"; what ran together with capitals is cut off."""
    parts = re.split(r",? and |, | & |; ", names)
    return tuple(name.strip(" .") for name in parts if name.strip(" ."))


def _dated(draft: Draft, line: str) -> Draft:
    dating, partial = from_copy(line)
    date = draft.date if draft.date != UNDATED else dating
    return replace(draft, date=date, partial_date=draft.partial_date or partial)


def _inline(draft: Draft) -> Draft:
    """A byline run together with the text behind it: believed only where a dateline follows it at once."""
    for index, line in enumerate(draft.paragraphs[:HEAD]):
        found = _before_dateline(line)
        if found:
            names, rest = found
            people = tuple(name for name in names_of(names) if not is_outlet(name))
            return replace(draft.cut(STEP, index, rest), authors=draft.authors or people)
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


NAME_WORDS = 2

INLINE_CHARACTERS = 120
"""How far into a line the dateline behind a byline is looked for."""
