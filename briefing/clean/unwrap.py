"""Unwrap: text broken into lines of a fixed width becomes paragraphs again, so that no sentence crosses a line."""

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 100
"""Characters a line of wrapped text has; mail wraps at 72 to 78, telexes at 69, narrow columns at 45."""

FEWEST_LINES = 4
"""Fewer lines say nothing about a width."""

FULL_SHARE = 0.6
"""So many of the lines that have a next line in their block must be about full."""

MID_SENTENCE_SHARE = 0.5
"""So many of them must break inside a sentence; in text with a paragraph a line nearly none does."""

SHORT_OF_WIDTH = 0.75
"""A line of this share of the width is full; hardly a word is longer than the rest."""

SPARE = 8
"""Characters a line may leave free beyond its next word and still have been broken for width; where more are free,
its writer broke it (a headline above a date, the end of a paragraph)."""

SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]{0,3}$""")
LIST_ITEM = re.compile(r"(?:[-*•–—>]|\d{1,3}[.)])\s")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text, trimmed, none empty: its lines, or its blocks where lines are wrapped."""
    lines = [line.strip() for line in text.split("\n")]
    width = wrapped_width(lines)
    if width is None:
        return tuple(line for line in lines if line)
    dividing = _divides(lines)
    return tuple(paragraph for block in _blocks(lines) for paragraph in _joined(block, width, dividing=dividing))


def wrapped_width(lines: list[str]) -> int | None:
    """The width the lines were wrapped to; None: they were not wrapped."""
    if max(map(len, lines), default=0) > WIDEST:
        return None
    inner = [line for line, following in pairwise(lines) if line and following]
    if len(inner) < FEWEST_LINES:
        return None
    width = max(map(len, inner))
    full = sum(len(line) >= max(NARROWEST, SHORT_OF_WIDTH * width) for line in inner)
    broken = sum(not SENTENCE_END.search(line) for line in inner)
    wrapped = full >= FULL_SHARE * len(inner) and broken >= MID_SENTENCE_SHARE * len(inner)
    return width if wrapped else None


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _joined(block: list[str], width: int, *, dividing: bool) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in block:
        before = paragraphs[-1][-1] if paragraphs[-1] else ""
        fits = len(before) + 1 + len(line.split(" ", 1)[0]) <= width - SPARE
        if before and (fits or LIST_ITEM.match(line)):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [_one_line(lines, dividing=dividing) for lines in paragraphs]


def _one_line(lines: list[str], *, dividing: bool) -> str:
    """The lines as one: a word cut at a hyphen is whole again, which loses its hyphen where its text divides words."""
    joined = lines[0]
    for line in lines[1:]:
        cut = DIVIDED.search(joined) and line[:1].islower()
        joined = f"{joined[:-1] if dividing else joined}{line}" if cut else f"{joined} {line}"
    return joined


DIVIDED = re.compile(r"[^\W\d_]{2}-$")
DIVIDING_SHARE = 0.04
"""So many lines of a text that divides words at all end in a hyphen: scanned columns have a tenth, mail hardly one."""


def _divides(lines: list[str]) -> bool:
    ends = sum(DIVIDED.search(line) is not None for line in lines)
    return ends > 1 and ends >= DIVIDING_SHARE * sum(map(bool, lines))
