"""Redundancy: sentences that say nothing new beside another (novelty by containment; Maximal Marginal Relevance's idea,
Carbonell and Goldstein 1998, without the trade).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.compose.doer import doer, same_day
from briefing.compose.numerals import figures
from briefing.model import Article, Extract
from briefing.text.heads import opens
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
# The first sentences of two articles on one event mostly tell one fact, so half of one's content is enough: in seven
# weeks of 2020 and the samples' two all six pairs from .5 did ("will attend the march" beside "spoke at the march"),
# of the twelve between .4 and .5 about every second.
CONTAINED_LEADS = 0.5
# Where they also begin with one name and name no two days, so much of the rest is: of the 26 pairs that do in thirty
# weeks of 2020 all but one or two tell one fact, in other figures and words ("a relief bill", "a $3 trillion aid
# package"); of the four that share less, one does. One word at least is no name: a place may have two.
ONE_DOING, ONE_DOING_WORDS = 0.15, 2
# … and so much of two articles' sentences of which one stands deeper: four pairs of those weeks, three one fact.
ONE_DOING_DEEPER = 0.35
TELLING_FIGURE = 1000
SENTENCES_KEPT = 512  # whose words are remembered: a section's are compared with one another's again and again
CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")
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


def without_second_tellings(
    extracts: Sequence[Extract],
    said: Mapping[Extract, Statement],
    articles: Mapping[str, Article],
    worth: Callable[[Extract], float],
) -> tuple[Extract, ...]:
    """The extracts, in their order, less those that tell what a sentence of another article tells.

    Two first sentences do in the same words; two others where they tell what one person did, however deep in their
    articles. worth: the more a sentence is worth, the sooner it stays.
    """
    texts = {each: each.span.of(articles[each.article_id].text) for each in extracts}
    kept: list[Extract] = []
    for each in sorted(extracts, key=lambda extract: (-worth(extract), extract.rank)):
        others = (other for other in kept if other.article_id != each.article_id)
        if not any(_told_of_one(each, other, said, texts) for other in others):
            kept.append(each)
    return tuple(each for each in extracts if each in kept)


def _told_of_one(one: Extract, other: Extract, said: Mapping[Extract, Statement], texts: Mapping[Extract, str]) -> bool:
    """Whether sentences of two articles tell one fact, or what one and the same did."""
    both_open = opens(one.span) and opens(other.span)
    if both_open and _one_fact(said[one], said[other]):
        return True
    least = ONE_DOING if both_open else ONE_DOING_DEEPER
    return _one_doing(said[one], said[other], texts[one], texts[other], least)


def _one_fact(one: Statement, other: Statement) -> bool:
    shorter, longer = sorted((one, other), key=lambda statement: len(statement.content))
    return share(shorter, longer) >= CONTAINED_LEADS


def _one_doing(one: Statement, other: Statement, text: str, other_text: str, least: float) -> bool:
    """Whether two sentences tell what one and the same did, on one day as far as they say; `least` is the share."""
    name, other_name = doer(text), doer(other_text)
    if name is None or other_name is None or name.last != other_name.last or not same_day(text, other_text):
        return False
    own = _stems(f"{name.whole} {other_name.whole}")
    first, second = one.content - own, other.content - own
    both = first & second
    if len(both) < ONE_DOING_WORDS or len(both) < least * min(len(first), len(second)):
        return False
    return bool(both & _stems(CAPITALISED.sub(" ", text)) & _stems(CAPITALISED.sub(" ", other_text)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_all(tuple(dict.fromkeys(words(text))), "en"))
