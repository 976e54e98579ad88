"""Title: the headline above the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.steps.byline import is_byline
from briefing.clean.steps.caption import is_caption
from briefing.clean.steps.dateline import dateline

STEP = "title"
SECTION = "section head"

LONGEST_TITLE = 28
"""Words; of 4,260 news titles one in a thousand is longer."""

LONGEST_SECTION = 3
"""Words a section's name above the headline has ("All news")."""

FEWEST_TITLE = 4
"""Words a line must have to be the headline below a section's name."""

SENTENCE_END = re.compile(r"""[.;,:…]["'”’»)]{0,2}$""")
ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|No|vs|etc)\.$")
EQUAL = re.compile(r"[\W_]+")


def without_title(draft: Draft) -> Draft:
    """Learns the title from the head of the text where none is known; drops lines that repeat it."""
    if not draft.title:
        draft = _from_head(draft)
    if not draft.title:
        return draft
    own = key(draft.title)
    head = range(min(HEAD, len(draft.paragraphs) - 1))
    return draft.without(STEP, [index for index in head if key(draft.paragraphs[index]) == own])


HEAD = 4
"""Lines at the top where a repeated title is looked for; further down, the same words are a sentence or a link."""


def key(line: str) -> str:
    """A line's words alone, for telling whether two lines say the same."""
    return EQUAL.sub(" ", line).strip().lower()


def _from_head(draft: Draft) -> Draft:
    lines = draft.paragraphs
    if len(lines) > 1 and is_section(lines[0], lines[1]):
        draft = draft.without(SECTION, (0,))
        lines = draft.paragraphs
    if len(lines) > 1 and is_title(lines[0]) and _is_followed(lines):
        return replace(draft, title=lines[0], paragraphs=lines[1:])
    return draft


def is_section(line: str, following: str) -> bool:
    """Whether a line is a section's name: some words that are no sentence, above a headline."""
    words = line.count(" ") + 1
    return (
        words <= LONGEST_SECTION and is_title(line) and is_title(following) and following.count(" ") + 1 >= FEWEST_TITLE
    )


def is_title(line: str) -> bool:
    """Whether a line at the head of a text reads as a headline: short, not closed like a sentence."""
    if line.count(" ") >= LONGEST_TITLE or not any(map(str.isalpha, line)):
        return False
    if SENTENCE_END.search(line) and not ABBREVIATED_END.search(line):
        return False
    return not (is_byline(line) or is_caption(line) or dateline(line))


def _is_followed(lines: Sequence[str]) -> bool:
    """Whether text follows, so that a list of headlines is not taken for an article."""
    return any(line.count(" ") > LONGEST_TITLE or SENTENCE_END.search(line) for line in lines[1:])
