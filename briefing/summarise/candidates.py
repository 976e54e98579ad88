"""Candidates: the sentences of an event that may stand in a briefing, and all that its terms are counted from."""

import enum
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from briefing.model import Article, Span
from briefing.summarise.anaphora import nouns_of, object_without_antecedent, takes_up
from briefing.summarise.anchors import NOBODY, Known, in_most, introduced_in, known, names, strangers_in
from briefing.summarise.datelines import dateline_length
from briefing.summarise.doubts import count_doubts
from briefing.summarise.openings import dangles, speaker_is_a_pronoun
from briefing.summarise.references import ENGLISH, has_late_pronoun, points_back
from briefing.summarise.voice import (
    QUESTION_END,
    comments,
    is_aside,
    is_bare_quotation,
    is_cut_off,
    is_furniture,
    is_imperative,
    is_labelled,
    is_table_or_heading,
    is_verbless,
    names_nothing_quoted,
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
    IF_NOTHING_ELSE = 1  # a comment in the first person, or about nobody by name: better than nothing at all
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
    doubts: int = 0  # reasons for which another sentence would rather be read (`doubts.py`)
    needs: frozenset[str] = frozenset()  # what it takes for told: another chosen sentence has to give it, before it
    gives: frozenset[str] = frozenset()  # what it tells of that another may need


def candidates(articles: Sequence[Article]) -> tuple[Candidate, ...]:
    """Every sentence of the articles with its standing, article by article, in each article's order."""
    told = known(articles)
    headlines = in_most(nouns_of(article.title) for article in articles)
    return tuple(
        found for number, article in enumerate(articles) for found in _of_article(number, article, told, headlines)
    )


def _of_article(number: int, article: Article, told: Known, headlines: Set[str]) -> list[Candidate]:
    found = []
    position = 0
    before: set[str] = set()  # nouns the article has told of so far
    for span in sentences(article.text, article.language):
        own = Span(span.start + dateline_length(span.of(article.text)), span.end)
        text = own.of(article.text)
        words = len(text.split())
        standing = standing_of(text, words, article.language, told, leads=position == 0)
        candidate = Candidate(number, position, own, text, words, standing)
        if standing is Standing.GOOD and article.language in ENGLISH:
            outside = outside_quotations(text)
            bare, beside = takes_up(outside, before, headlines)
            candidate = replace(
                candidate,
                doubts=bool(beside) + count_doubts(text, outside, words, position),
                needs=bare | strangers_in(text, told.strangers[number]),
                gives=nouns_of(text) | introduced_in(text),
            )
        found.append(candidate)
        before |= nouns_of(text)
        position += words >= FEWEST_WORDS and not is_cut_off(text)
    return found


def standing_of(text: str, words: int, language: str, told: Known = NOBODY, *, leads: bool = False) -> Standing:
    """How well a sentence of so many words stands alone; `told` is what its event's articles tell of names.

    leads: it opens its article, so it was written to be understood without anything before it.
    """
    if not FEWEST_WORDS <= words <= MOST_WORDS or len(text) > MOST_CODE_POINTS:
        return Standing.NEVER
    if QUESTION_END.search(text) or is_cut_off(text) or not balanced(text):
        return Standing.NEVER
    if dangles(text, language) or speaker_is_a_pronoun(text):
        return Standing.LEANING
    outside = outside_quotations(text)
    if is_table_or_heading(text) or is_bare_quotation(outside, text) or is_furniture(text):
        return Standing.NEVER
    if language in ENGLISH:
        return _english_standing(text, outside, told, leads=leads)
    return Standing.IF_NOTHING_ELSE if comments(outside) else Standing.GOOD


def _english_standing(text: str, outside: str, told: Known, *, leads: bool) -> Standing:
    """By what only the rules for English know; `outside` is what stands outside quotation marks."""
    if is_verbless(outside) or is_labelled(text) or is_imperative(outside) or is_aside(text):
        return Standing.NEVER
    if names_nothing_quoted(text, outside):
        return Standing.LEANING
    if points_back(outside) or object_without_antecedent(outside) or has_late_pronoun(text, told.capitals):
        return Standing.LEANING
    if comments(outside) or not (leads or names(text, told.capitals)):
        return Standing.IF_NOTHING_ELSE
    return Standing.GOOD
