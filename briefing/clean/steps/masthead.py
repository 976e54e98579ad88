"""Masthead: the lines above an article's first sentence: section, headline, byline, outlet, date, address.

Each line is read for what it is by its form; the headline is the first that is nothing else. Reading stops at the
first sentence, so nothing below is ever taken for a headline or a byline.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from briefing.clean.dates import NUMBERS, UNDATED, find_date, from_copy, from_field
from briefing.clean.draft import Draft
from briefing.clean.outlets import agency, is_outlet
from briefing.clean.steps.byline import byline_of, names_of
from briefing.clean.steps.caption import is_caption
from briefing.clean.steps.dateline import dateline

Kind = Literal["byline", "date line", "outlet", "section head", "title", "other"]

HEAD = 10
"""Lines that may stand above the text."""

LONGEST_TITLE = 28
"""Words; of 4,260 news titles one in a thousand is longer."""

TITLE_CHARACTERS = 250
"""The same for scripts that do not part words."""

SECTION_CHARACTERS = 30

LONGEST_SECTION = 3
"""Words a section's name above the headline has ("All news")."""

LONGEST_OUTLET = 5
"""Words of an outlet's name on a line of its own."""

FEWEST_PROSE = 6
"""Words; a shorter line closed by a full stop may still be a headline's fragment, never the text's beginning."""

LONGEST_DATE_LINE = 14
"""Words of a line with a date and perhaps an outlet."""

SENTENCE_END = re.compile(r"""[.;,:…。！？]["'”’»)」』]{0,2}$""")
FULL_STOP = "。！？」"
"""What closes a sentence where words are not parted by blanks, so that counting them says nothing."""

ABBREVIATED_END = re.compile(r"(?<!\b[A-Z]\.)(?:\b[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|No|vs|etc)\.$")
NOT_WORDS = re.compile(r"[\W_]+")
LABEL = re.compile(
    r"(?P<label>source|outlet|publisher|publication|title|headline|author|authors)\s?:\s*(?P<value>.{2,200})", re.I
)
PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]{1,30}(?: [^\W\d_a-z][\w.'’-]{0,30}){1,3}")
POSTED = re.compile(r"(?:posted|published|written)\b.{4,60} by (?P<who>[^\W\d][\w.'’ -]{0,60})", re.I)
"""How blogs put it: "Posted on 13 May 2026 by Ana Roe"; the name may be that of an account."""

SEPARATORS = " |,·•–—/-:()"
STAMP_WORDS = re.compile(
    r"\b(?:last|first|updated?|published|posted|modified|created|on|at|in|date|time|am|pm|a\.m|p\.m|gmt|utc|bst|cet|cest|"
    r"est|edt|et|pt|z|t|mon|tues?|wed|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"local|hrs|uhr)\b\.?",
    re.I,
)
HOUR = re.compile(
    r"(?:last )?(?:updated|posted|published|modified)(?: (?:at|on))?:? \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?"
    r"(?: \(?[A-Z]{2,4}\)?)?(?:,? [A-Z][a-z]{2,8}day)?",
    re.I,
)
"""A stamp without a day: "Updated at 6:20 p.m. ET"."""

CLOCK = re.compile(r"[\dT]{1,3}[:.]\d\d\S{0,12}|\(?[A-Z]{3,4}\)?$")


def without_masthead(draft: Draft) -> Draft:
    """Learns title, outlet, authors and date from the lines above the text, and drops those lines."""
    head = tuple(_head(draft.paragraphs))
    if len(head) == len(draft.paragraphs):
        return draft  # nothing stands below, so these lines are the text
    kinds = _kinds(head, bool(draft.title))
    for line, kind in zip(head, kinds, strict=True):
        draft = _learnt(draft, line, kind)
    for step in dict.fromkeys(kind for kind in kinds if kind not in ("title", "other")):
        draft = draft.noted(step, kinds.count(step))
    own = key(draft.title)
    kept = [line for line, kind in zip(head, kinds, strict=True) if kind == "other" and not (own and key(line) == own)]
    repeated = sum(kind == "other" for kind in kinds) - len(kept)
    return replace(draft.noted("title", repeated), paragraphs=(*kept, *draft.paragraphs[len(head) :]))


def key(line: str) -> str:
    """A line's words alone, for telling whether two lines say the same."""
    return NOT_WORDS.sub(" ", line).strip().lower()


def _head(lines: Sequence[str]) -> Iterator[str]:
    for line in lines[:HEAD]:
        if is_prose(line):
            return
        yield line


def is_prose(line: str) -> bool:
    """Whether a line is text: a sentence, or what begins with a dateline."""
    words = line.count(" ") + 1
    if words > LONGEST_TITLE or dateline(line) or byline_of(line, with_dateline=True):
        return not is_caption(line)
    if line.endswith(tuple(FULL_STOP)):
        return True
    closed = SENTENCE_END.search(line) and not ABBREVIATED_END.search(line) and not line.endswith(":")
    return bool(closed and words >= FEWEST_PROSE and not is_caption(line) and not is_date_line(line))


def _kinds(head: Sequence[str], titled: bool) -> list[Kind]:
    kinds = [_kind(line) for line in head]
    free = [index for index, kind in enumerate(kinds) if kind == "other" and is_title(head[index])]
    longer = [index for index in free if not _is_short(head[index])]
    if free and (longer or titled):
        first = longer[0] if longer and not titled else len(head)
        for index in free:
            if index < first and _is_short(head[index]):
                kinds[index] = "section head"
    if free and not titled:
        title = longer[0] if longer else free[0]
        kinds[title] = "title"
        for index in free:
            beside = kinds[max(0, index - 1) : index] + kinds[index + 1 : index + 2]
            if index > title and PERSON.fullmatch(head[index]) and {"date line", "outlet"}.intersection(beside):
                kinds[index] = "byline"
    return kinds


def _is_short(line: str) -> bool:
    return line.count(" ") < LONGEST_SECTION and len(line) <= SECTION_CHARACTERS


def _kind(line: str) -> Kind:
    label = LABEL.fullmatch(line)
    if label:
        named = label["label"].lower()
        return "title" if named in ("title", "headline") else "byline" if named.startswith("author") else "outlet"
    if byline_of(line) or (POSTED.fullmatch(line) and find_date(line)):
        return "byline"
    if is_date_line(line):
        return "date line"
    if line.count(" ") < LONGEST_OUTLET and is_outlet(line) and line == line.strip(SEPARATORS) and is_name(line):
        return "outlet"
    return "other"


def is_name(line: str) -> bool:
    """Whether every word has a capital but the small ones inside a name."""
    return all(word[0].isupper() or word in ("of", "the", "and", "&", "for", "de", "la") for word in line.split())


def is_title(line: str) -> bool:
    """Whether a line above the text reads as a headline: short, with letters, not closed like a sentence."""
    if line.count(" ") >= LONGEST_TITLE or len(line) > TITLE_CHARACTERS or not any(map(str.isalpha, line)):
        return False
    return not (SENTENCE_END.search(line) and not ABBREVIATED_END.search(line)) and not is_caption(line)


def is_date_line(line: str) -> bool:
    """Whether a line is a date, or a stamp, and nothing else but perhaps an outlet's name."""
    if line.count(" ") >= LONGEST_DATE_LINE:
        return False
    if HOUR.fullmatch(line):
        return True
    rest = beside_date(line)
    return rest is not None and (not rest or (rest.count(" ") < LONGEST_OUTLET and is_name(rest) and is_outlet(rest)))


MOST_DAYS = 3
"""Days in such a line: of publication, of a change, of the next."""


def beside_date(line: str) -> str | None:
    """What a line says beside its date and its stamp; None: there is no date in it."""
    rest = line
    for _ in range(MOST_DAYS):
        found = find_date(rest)
        day = found[0] if found else NUMBERS.search(rest)
        if day is None:
            break
        rest = f"{rest[: day.start()]} | {CLOCK.sub(' ', rest[day.end() :])}"
    if rest == line:
        return None
    return " ".join(STAMP_WORDS.sub(" ", rest).split()).strip(SEPARATORS + ".")


def _learnt(draft: Draft, line: str, kind: Kind) -> Draft:
    label = LABEL.fullmatch(line)
    value = label["value"] if label else line
    if kind == "title":
        return replace(draft, title=draft.title or value)
    if kind == "outlet":
        return replace(draft, outlet=draft.outlet or outlet_name(value))
    if kind == "byline":
        byline, posted = byline_of(line), POSTED.fullmatch(line)
        if posted and not byline:
            value = posted["who"] if PERSON.fullmatch(posted["who"]) else ""
        people, outlet = byline if byline else (names_of(value), None)
        draft = replace(draft, authors=draft.authors or people, outlet=draft.outlet or outlet)
    if kind in ("byline", "date line"):
        dating, partial = from_copy(line)
        if dating == UNDATED and partial is None and (numbers := NUMBERS.search(line)):
            dating = from_field(line[numbers.start() :])
        rest = beside_date(line) if kind == "date line" else None
        return replace(
            draft,
            date=draft.date if draft.date != UNDATED else dating,
            partial_date=draft.partial_date or partial,
            outlet=draft.outlet or (outlet_name(rest) if rest else None),
        )
    return draft


def outlet_name(line: str) -> str:
    """An outlet as its masthead prints it; capitals, which are the masthead's own, become words."""
    name = agency(line) or line.strip(SEPARATORS)
    return name.title() if name.isupper() and " " in name else name
