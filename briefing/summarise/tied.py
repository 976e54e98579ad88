"""Tied: what a sentence has in common with what stands above it where it is printed: its headline, its article's head.

What opens an article was written for somebody who knows nothing of it. What stands right behind that, in its words, is
explained by it; what stands further down, only by a headline that it is full of. The bounds were chosen on sentences
that were read (docs/decisions/0225); `benchmarks/summarise_bounds.py` prints them with their neighbours. English only.
"""

from functools import lru_cache

from briefing.model import Article, Span
from briefing.summarise.above import Above
from briefing.summarise.risk import content
from briefing.text.heads import LEAD, begins, opens
from briefing.text.sentences import sentences

BEHIND = 250  # code points of an article within which a sentence begins that its head may explain: mostly the second
TIED = 3  # words that such a sentence has of the headline or of its article's head
ENOUGH_SHARED = 4  # words of the headline, with which it explains such a sentence without the head
MUCH_SHARED = 6  # words of the headline, with which it explains a sentence wherever that stood
LONGEST_HEAD = 1_000  # code points in which an article's first sentences are looked for
ARTICLE_MARK = "#"  # before an article's id, where names and nouns stand together
NOWHERE = frozenset({"#"})  # what no sentence gives
NOTHING: frozenset[str] = frozenset()


def needs_of_its_place(article: Article, span: Span, text: str, above: Above) -> frozenset[str]:
    """What a sentence needs of its own article because of where it stands: nothing, its head, or what nobody gives.

    text: the sentence's.
    """
    if opens(article.text, span):
        return NOTHING
    own, headline, near = content(text), titled(above), span.start < begins(article.text) + BEHIND
    if len(own & headline) >= (ENOUGH_SHARED if near else MUCH_SHARED):
        return NOTHING
    return mark(article) if near and len(own & (headline | _head(article))) >= TIED else NOWHERE


def mark(article: Article) -> frozenset[str]:
    """What an article's head gives to the sentences behind it."""
    return frozenset({f"{ARTICLE_MARK}{article.id}"})


@lru_cache(maxsize=64)
def titled(above: Above) -> frozenset[str]:
    """The content of a headline."""
    return content(above.headline)


@lru_cache(maxsize=64)
def _head(article: Article) -> frozenset[str]:
    """The content of the sentences that open an article."""
    start = article.text[:LONGEST_HEAD]
    found = (each for each in sentences(start, article.language) if opens(start, each))
    return frozenset[str]().union(*(content(each.of(start)) for each in found), content(start[begins(start) :][:LEAD]))
