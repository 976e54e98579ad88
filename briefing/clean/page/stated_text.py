"""Stated text: the article as a page's JSON-LD holds it (schema.org's `articleBody`), where the page shows less of it.

Pages that a program fills when they are opened show nothing when they are saved, others hide most behind an offer.
"""

from collections.abc import Sequence

from briefing.clean.characters import neutral
from briefing.clean.page.metadata import Metadata
from briefing.clean.unwrap import paragraphs_of

FEWEST_WORDS = 60
"""A shorter body is a summary, or the beginning."""

LESS = 0.5
"""Of the words stated so many at most are shown where a page holds its article back; what is shown is set better."""


def fuller(shown: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """The paragraphs shown, or those that JSON-LD states where they are twice as many words."""
    from briefing.clean.markup import words_of  # late, as that parses with this package's own parser

    bodies = (found.get("articleBody") for found in metadata.linked)
    body = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    if not body or len(body.split()) < FEWEST_WORDS:
        return tuple(shown)
    stated = paragraphs_of(neutral(words_of(body)))
    same = len(shown) == 1 and shown[0].split() == " ".join(stated).split()  # found there, and run together
    return stated if same or _words(shown) <= LESS * _words(stated) else tuple(shown)


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in dict.fromkeys(paragraphs))  # a short page is read twice over
