"""Pasted head: a masthead pasted with its article as one line, its parts kept apart by bars."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft

BAR = re.compile(r"(?<!\s)\s+[|¦]\s+")
HEAD_CHARACTERS = 400
"""Characters in which the bars of a masthead stand."""

MOST_PARTS = 10
"""Bars further on are the text's own."""

FEWEST_BARS = 3
"""Headline, outlet, date, text; with fewer it may be a headline with the site's name."""


def with_head_apart(draft: Draft) -> Draft:
    """The parts of the first line, each as a line of its own."""
    if not draft.paragraphs:
        return draft
    first, *others = draft.paragraphs
    if len(BAR.findall(first[:HEAD_CHARACTERS])) < FEWEST_BARS:
        return draft
    parts = (part.strip() for part in BAR.split(first, maxsplit=MOST_PARTS))
    return replace(draft, paragraphs=(*(part for part in parts if part), *others))
