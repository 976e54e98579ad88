"""Redundancy: sentences that say nothing new beside another (novelty by containment; Maximal Marginal Relevance's idea,
Carbonell and Goldstein 1998, without the trade).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.compose.numerals import figures
from briefing.model import Article, Extract
from briefing.text.word_lists import LISTED, word_list
from briefing.text.words import stem_all, words

# How much of a sentence's content must stand in another for it to add nothing, and in how many words at least. Chosen
# by reading every pair above 0.45 in the sections of two weeks of 2020: from 0.6 all say the same; at 0.55 and below
# most add a name, a place or a reason.
CONTAINED = 0.6
SHARED_MIN = 4
# Where both state a number that is hardly a coincidence, fewer words in common will do: "fell to 2.123 million" and "In
# the week ending 23 May 2,123,000 people filed a claim".
CONTAINED_WITH_FIGURE = 0.4
TELLING_FIGURE = 1000
SENTENCES_KEPT = 512  # whose words are remembered: a section's are compared with one another's again and again
YEARS = range(1900, 2100)
STOP_WORDS = "stop words"
# That and how something was told is not what was told. English only, as the sentences it was read on.
TELLING = frozenset(
    {"announced", "announcement", "claimed", "claims", "interview", "personally", "posted", "reporters", "statement"}
    | {"tweet", "tweeted", "wrote"}
)


class Statement(NamedTuple):
    """What a sentence says, as far as words tell."""

    content: frozenset[str]  # stems of its words, less those that say nothing
    figures: frozenset[Decimal]  # the numbers it states


@lru_cache(maxsize=SENTENCES_KEPT)
def statement(text: str, language: str) -> Statement:
    """A sentence's content words and numbers."""
    return Statement(content(text, language), figures(text))


@lru_cache(maxsize=SENTENCES_KEPT)
def content(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words, less those that say nothing."""
    stop = silent(language) if language in LISTED else TELLING
    found = dict.fromkeys(word for word in words(text) if word.removesuffix("'s").removesuffix("’s") not in stop)
    return frozenset(stem_all(tuple(found), language))


@cache
def silent(language: str) -> frozenset[str]:
    """The words of a listed language that say nothing here."""
    return TELLING | word_list(language, STOP_WORDS)


def share(one: Statement, other: Statement) -> float:
    """How much of one statement's content stands in the other, 0 to 1; 0 where it is too little, or a number is not."""
    both = len(one.content & other.content)
    return both / len(one.content) if both >= SHARED_MIN and one.figures <= other.figures else 0.0


def adds_nothing(one: Statement, other: Statement) -> bool:
    """Whether one statement says nothing that the other does not."""
    telling = any(each >= TELLING_FIGURE and each not in YEARS for each in one.figures & other.figures)
    return share(one, other) >= (CONTAINED_WITH_FIGURE if telling else CONTAINED)


def statements(extracts: Sequence[Extract], articles: Mapping[str, Article]) -> dict[Extract, Statement]:
    """What each of the extracts says."""
    return {
        each: statement(each.span.of(articles[each.article_id].text), articles[each.article_id].language)
        for each in extracts
    }


def without_repeats(
    extracts: Sequence[Extract], said: Mapping[Extract, Statement], known: Sequence[Statement] = ()
) -> tuple[Extract, ...]:
    """The extracts, in their order, less those that add nothing to a better ranked one, or to what is known.

    A sentence that says all that a better ranked one says, and more, takes its place. said: what each says.
    """
    kept: list[Extract] = []
    for each in sorted(extracts, key=lambda extract: extract.rank):
        if any(adds_nothing(said[each], other) for other in (*known, *(said[one] for one in kept))):
            continue
        kept = [one for one in kept if not adds_nothing(said[one], said[each])]
        kept.append(each)
    return tuple(each for each in extracts if each in kept)
