"""Candidates: the sentences of an event that may stand in a briefing, and all that its terms are counted from."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Article, Span
from briefing.summarise.datelines import dateline_length
from briefing.summarise.openings import dangles, speaker_is_a_pronoun
from briefing.summarise.voice import (
    QUESTION_END,
    comments,
    is_bare_quotation,
    is_cut_off,
    is_furniture,
    is_table_or_heading,
    outside_quotations,
)
from briefing.text.enclosures import balanced
from briefing.text.sentences import sentences

FEWEST_WORDS = 6  # a shorter sentence tells nothing
MOST_WORDS = 60  # a longer one is a list, or several sentences in one quotation
MOST_CODE_POINTS = 900  # 60 long words; beyond it, it is no prose


class Standing(enum.IntEnum):
    """How well a sentence stands alone."""

    NEVER = 0  # furniture, a question, half a sentence
    IF_NOTHING_ELSE = 1  # a comment in the first person: better than nothing at all
    LEANING = 2  # not without the sentence it hangs on, so not in a list of sentences that each stand alone
    GOOD = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence of one of an event's articles."""

    article: int  # which of the articles, from 0
    position: int  # how many full sentences of its article stand before it
    span: Span  # its own words, without a dateline
    text: str
    words: int  # by white space, as budgets are counted
    standing: Standing


def candidates(articles: Sequence[Article]) -> tuple[Candidate, ...]:
    """Every sentence of the articles with its standing, article by article, in each article's order."""
    return tuple(found for number, article in enumerate(articles) for found in _of_article(number, article))


def _of_article(number: int, article: Article) -> list[Candidate]:
    found = []
    position = 0
    for span in sentences(article.text, article.language):
        own = Span(span.start + dateline_length(span.of(article.text)), span.end)
        text = own.of(article.text)
        words = len(text.split())
        standing = standing_of(text, words, article.language)
        found.append(Candidate(number, position, own, text, words, standing))
        position += words >= FEWEST_WORDS and not is_cut_off(text)
    return found


def standing_of(text: str, words: int, language: str) -> Standing:
    """How well a sentence of so many words stands alone."""
    if not FEWEST_WORDS <= words <= MOST_WORDS or len(text) > MOST_CODE_POINTS:
        return Standing.NEVER
    if QUESTION_END.search(text) or is_cut_off(text) or not balanced(text):
        return Standing.NEVER
    if dangles(text, language) or speaker_is_a_pronoun(text):
        return Standing.LEANING
    outside = outside_quotations(text)
    if is_table_or_heading(text) or is_bare_quotation(outside, text) or is_furniture(text):
        return Standing.NEVER
    return Standing.IF_NOTHING_ELSE if comments(outside) else Standing.GOOD
