"""Announced: whether a title says that something is to be done which a report says was done.

"Council to unveil plan" stands badly above "the council unveiled its plan on Monday", be that another's sentence or the
article's own, for texts are updated and titles are not. Verbs are compared by their stems, so those whose past is
another word (make, made) are not seen. English only.
"""

import re
from collections.abc import Iterable

from briefing.model import Article
from briefing.text.words import stem_each

ENGLISH = ("en", "und")  # ISO 639-1; an unknown language is taken for English, as elsewhere
AHEAD = re.compile(r"\b(?:to|will) ([a-z]{3,})\b", re.IGNORECASE)
DONE = re.compile(r"\b[a-z]{2,}ed\b")
LEAD_CHARACTERS = 900  # of a text: where a report says what was done


def superseded(article: Article, reports: Iterable[Article]) -> bool:
    """Whether some of these reports says in its lead that what the article's title announces was done."""
    if article.language not in ENGLISH:
        return False
    announced = frozenset(stem_each(AHEAD.findall(article.title.lower())))
    return bool(announced) and any(announced & done(each) for each in reports)


def done(article: Article) -> frozenset[str]:
    """The stems of what a report says in its lead was done."""
    return frozenset(stem_each(DONE.findall(article.text, 0, LEAD_CHARACTERS)))
