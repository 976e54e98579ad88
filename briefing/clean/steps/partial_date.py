"""Partial date: what an undated text says of its own day at its beginning, where the year is missing."""

from dataclasses import replace

from briefing.clean.dates import UNDATED, find_date
from briefing.clean.draft import Draft

LEAD = 3
"""Paragraphs in which news says when it happened; further down stand the dates of the background."""


def with_partial_date(draft: Draft) -> Draft:
    """Learns "--03-30" from "the meeting on March 30" in the lead, where nothing better is known."""
    if draft.date != UNDATED or draft.partial_date:
        return draft
    for paragraph in draft.paragraphs[:LEAD]:
        found = find_date(paragraph[:LEAD_CHARACTERS])
        if found and found[1] is None:
            return replace(draft, partial_date=found[2])
    return draft


LEAD_CHARACTERS = 400
"""A text pasted as one line has its lead in these; the rest of that line is the story."""
