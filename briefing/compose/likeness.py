"""Likeness: how many of their words two articles have in common, each word counted once (the cosine of the sets).

Read as wholes, articles tell more than the sentences taken from them: two full reports of one happening share their
details, and what goes on to another matter does not, however alike their headlines are.
"""

import math
from functools import lru_cache

from briefing.compose.redundancy import silent
from briefing.model import Article
from briefing.text.word_lists import LISTED
from briefing.text.words import words

READ = 8_000  # code points of an article that are held against another's
ENGLISH = ("en", "und")  # in which bounds on likeness were read; an unknown language is taken for it, as elsewhere
ARTICLES_KEPT = 64  # whose words are remembered: a section's are compared with one another


def likeness(one: Article, other: Article) -> float:
    """How alike two articles are, from 0 to 1."""
    first, second = (_words(each.text[:READ], each.language) for each in (one, other))
    return len(first & second) / math.sqrt(len(first) * len(second)) if first and second else 0.0


def size(article: Article) -> int:
    """How many different words it has, of those that say something."""
    return len(_words(article.text[:READ], article.language))


@lru_cache(maxsize=ARTICLES_KEPT)
def _words(text: str, language: str) -> frozenset[str]:
    found = frozenset(words(text))
    return found - silent(language) if language in LISTED else found
