"""Above: what stands above the sentences of a section, and what its reader knows before he opens it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from briefing.model import Article
from briefing.summarise.anaphora import nouns_of
from briefing.summarise.naming import NAME_MARK, introduced_names, lone_names

# So many outlets have a name in their headlines without a first name, or an abbreviation without its words, and a
# reader of the news knows it. Three let in "Barr".
OUTLETS_ENOUGH = 4


class Above(NamedTuple):
    """What a section's sentences need not tell: each of them is read under its headline, with its own citation."""

    headline: str
    household: frozenset[str] = frozenset()  # surnames and abbreviations in small letters that need no introduction


def household(articles: Iterable[Article]) -> frozenset[str]:
    """The names that stand alone in headlines of OUTLETS_ENOUGH outlets, in small letters."""
    by: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for name in lone_names(article.title):
            by[name].add(article.outlet or article.id)
    return frozenset(name for name, outlets in by.items() if len(outlets) >= OUTLETS_ENOUGH)


@lru_cache(maxsize=64)
def given(above: Above) -> frozenset[str]:
    """What the headline tells, and what everybody knows: nouns, and names with NAME_MARK before them."""
    names = above.household | introduced_names(above.headline) | lone_names(above.headline)
    return nouns_of(above.headline) | frozenset(NAME_MARK + name for name in names)
