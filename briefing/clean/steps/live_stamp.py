"""Live stamp: the hour a live report puts before each of its paragraphs."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft

STEP = "live stamp"

STAMP = re.compile(r"\d{1,2}[:.]\d\d(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?(?:\s?[:–—-])?\s+(?=[A-Z“\"‘'])")
FEWEST_WORDS = 8
"""Words behind it; with fewer it is a line of a timetable or of results."""


def without_live_stamps(draft: Draft) -> Draft:
    """Cuts the hour off the beginning of paragraphs."""
    found = [
        match if line[:1].isdigit() and line.count(" ") >= FEWEST_WORDS and (match := STAMP.match(line)) else None
        for line in draft.paragraphs
    ]
    if not any(found):
        return draft
    lines = tuple(line[match.end() :] if match else line for line, match in zip(draft.paragraphs, found, strict=True))
    return replace(draft, paragraphs=lines).noted(STEP, sum(match is not None for match in found))
