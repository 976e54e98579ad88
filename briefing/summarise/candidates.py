"""Candidates: every sentence of an event's articles; all that its terms are counted from, and a summary chosen from."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Article, Span
from briefing.summarise.datelines import dateline_length
from briefing.summarise.voice import is_cut_off
from briefing.text.sentences import sentences
from briefing.text.typewriter import typeset
from briefing.text.words import length

FEWEST_WORDS = 6  # a shorter sentence tells nothing


class Candidate(NamedTuple):
    """One sentence of one of an event's articles."""

    article: int  # which of the articles, from 0
    position: int  # how many full sentences of its article stand before it
    span: Span  # its own words, without a dateline
    text: str  # with the marks of print, so it may differ from what stands there
    words: int  # as budgets are counted


def candidates(articles: Sequence[Article]) -> tuple[Candidate, ...]:
    """Every sentence of the articles, article by article, in each article's order."""
    return tuple(found for number, article in enumerate(articles) for found in _of_article(number, article))


def _of_article(number: int, article: Article) -> list[Candidate]:
    found = []
    position = 0
    for span in sentences(article.text, article.language):
        text = span.of(article.text)
        dateline = dateline_length(text)
        if dateline:
            span = Span(span.start + dateline, span.end)
            text = text[dateline:]
        text = typeset(text)
        words = length(text, article.language)
        found.append(Candidate(number, position, span, text, words))
        position += words >= FEWEST_WORDS and not is_cut_off(text)
    return found
