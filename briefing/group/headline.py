"""Headlines: of the articles' own titles, the plainest."""

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from briefing.model import Article
from briefing.text.words import stems

# Marks of a title that sells, asks, argues or quotes rather than tells; each costs one point.
MARKS = (
    re.compile(r"\?"),
    re.compile(r"!"),
    re.compile(r"^\s*(?:how|why|what|who|when|where|is|are|can|should|will|do|does|here(?:'s|’s| is| are))\b", re.I),
    re.compile(
        r"^\s*(?:opinion|analysis|editorial|comment|column|op-ed|review|explainer|perspective|letters?)\b", re.I
    ),
    re.compile(r"\b(?:watch|live|video|photos|gallery|podcast|listen|exclusive|breaking|updates?|read)\b *[:|]", re.I),
    re.compile(r"^\s*(?:watch|live|exclusive|breaking)\b", re.I),
    re.compile(r"[“\"«]|(?<!\w)['‘](?=\w)"),
    re.compile(r"\b(?:you|your|you're|i|we|our|my|this is|these)\b", re.I),
    re.compile(
        r"\b(?:shocking|stunning|incredible|insane|slams?|blasts?|destroys?|epic|outrage|fury|meltdown)\b", re.I
    ),
    re.compile(r"\.\.\.|…"),
    re.compile(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b"),
    re.compile(r"\|"),
    re.compile(r"^\s*\d+\s+(?:things|ways|reasons|times|takeaways)\b", re.I),
)
MARK_COST = 0.3  # of a title's centrality, which runs from 0 to 1
ORIGIN_GAIN = 0.1  # an origin's title before a copy's
LENGTH_COST = 0.15  # at twice or half the fitting length
FITTING = 10  # words: where outlets that sell nothing end theirs
OPINION_URL = re.compile(r"/(?:opinions?|commentisfree|op-ed|columns?|editorials?|blogs?)(?:/|$)", re.I)


def headline(articles: Sequence[Article], copied: frozenset[str]) -> str:
    """The plainest title of an event's articles; `copied` are the ids of copies; "" where none has a title."""
    titled = [article for article in articles if article.title.strip()]
    if not titled:
        return ""
    terms = {article.id: set(stems(article.title, article.language)) for article in titled}
    shared = Counter(term for article in titled if article.id not in copied for term in terms[article.id])
    best = max(titled, key=lambda article: (_plainness(article, terms[article.id], shared, copied), article.id))
    return " ".join(best.title.split())


def _plainness(article: Article, terms: set[str], shared: Counter[str], copied: frozenset[str]) -> float:
    """How well a title speaks for the event: its cosine with all of them, less marks, less an odd length."""
    length_of_all = sqrt(sum(count * count for count in shared.values()))
    centrality = sum(shared[term] for term in terms) / max(1.0, length_of_all * sqrt(len(terms)))
    marks = sum(bool(mark.search(article.title)) for mark in MARKS) + bool(OPINION_URL.search(article.url or ""))
    length = len(article.title.split())
    oddness = 1 - min(length, FITTING) / max(length, FITTING)
    return centrality + ORIGIN_GAIN * (article.id not in copied) - MARK_COST * marks - LENGTH_COST * oddness
