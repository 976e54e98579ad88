"""Spacing: blanks that markup left where print has none: before a comma, behind a drop capital."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft

STRAY = re.compile(r"(?<=\w) (?=,\s)|(?<=\w) (?=\.(?:\s[A-Z“\"]|$))")
"""A blank before a comma, or before the full stop that ends a sentence; those of an ellipsis are its own."""

DROPPED = re.compile(r"(?:[B-HJ-NP-Z](?= (?!AND\b|OR\b)[A-Z]{2,20}\b)|I(?= [FNST]\b)|[TW](?= h[a-z]{1,4}\b)) ")
"""A drop capital: a consonant before capitals ("T HE HARBOUR"), "I N", "T he". A lone A, I or O may be a word."""

OPENING_MARKS = ("“", '"', "‘")
"""What may stand before it."""


def with_spacing_mended(draft: Draft) -> Draft:
    """The paragraphs as they would be printed."""
    lines = tuple(_mended(line) for line in draft.paragraphs)
    return draft if lines == draft.paragraphs else replace(draft, paragraphs=lines)


def _mended(line: str) -> str:
    first = line[:1] in OPENING_MARKS
    if line[first + 1 : first + 2] == " " and DROPPED.match(line, first):
        line = line[: first + 1] + line[first + 2 :]
    return STRAY.sub("", line) if " ," in line or " ." in line else line
