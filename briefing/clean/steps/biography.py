"""Biography: the line below an article that says who its author is."""

import re

from briefing.clean.draft import Draft

STEP = "biography"

FOOT = 4
"""Paragraphs at the bottom among which it stands."""

LONGEST = 70
"""Words."""

BEING = re.compile(
    r"(?:,[^,.]{2,80},)? (?:is|was|are|writes|covers|reports|has been|has written|works|served|serves|hosts)\b"
)


def without_biographies(draft: Draft) -> Draft:
    """Drops lines at the bottom that begin with an author's full name and say what the author is."""
    start = max(1, len(draft.paragraphs) - FOOT)
    dropped = [
        index
        for index, line in enumerate(draft.paragraphs[start:], start)
        if line.count(" ") < LONGEST and any(_presents(line, author) for author in draft.authors)
    ]
    return draft.without(STEP, dropped)


def _presents(line: str, author: str) -> bool:
    named = " " in author and line.lower().startswith(author.lower())
    return named and BEING.match(line, len(author)) is not None and not ('"' in line and "said" in line)
