"""Retold: sentences of two articles that tell one fact, in the same words or in others.

By the same words, and by what one person did, rules tell; for the rest there are seven marks, none of them a word of
the news, weighed by a logistic model learnt from pairs of sentences of 204 sections of 2020, each read beside the other
(`benchmarks/compose_retold.py` prints the weights, and how well they tell in weeks not learnt from). What tells most is
how alike the two articles are as wholes: two full reports of a happening begin with it, and who reports what somebody
makes of it goes on to other things. English only, as the rest was not read.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from briefing.compose.doer import doer, same_day, weekdays
from briefing.compose.likeness import ENGLISH, likeness
from briefing.compose.overtaken import differing, overtaken
from briefing.compose.redundancy import Statement, share, statements
from briefing.model import Article, Difference, Extract
from briefing.text.heads import opens
from briefing.text.words import stem_all, words

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
WEIGHTS = {"articles": 5.38, "words": 1.59, "one day": 1.13, "other days": -0.66, "figure": 2.31, "other doer": -1.21,
           "headline": 2.63}  # fmt: skip
CONSTANT = -3.37
MANY_WORDS = 6  # in common, that are no names: more say no more
FEWEST_HEADLINE_WORDS = 4  # a shorter headline is soon said
CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")
YEARS = range(1900, 2100)


class Tellings:
    """The sentences of one section, each held against others."""

    def __init__(
        self,
        extracts: Sequence[Extract],
        articles: Mapping[str, Article],
        headline: frozenset[str],
        figures: Sequence[Difference] = (),
    ) -> None:
        """`headline`: the content words of what stands above them; figures: what the articles put differently."""
        self.articles = articles
        self._texts = {each: each.span.of(articles[each.article_id].text) for each in extracts}
        self._said = statements(extracts, articles)
        self._headline = headline
        self._differing = {each: differing(each, figures) for each in extracts}

    def of_one_fact(self, one: Extract, other: Extract) -> bool:
        """Whether sentences of two articles tell one fact, so that the first of them may go.

        A count that articles put differently is not told by a sentence that has none of it.
        """
        if not self._differing[one] <= self._differing[other]:
            return False
        both_open = all(opens(self.articles[each.article_id].text, each.span) for each in (one, other))
        if both_open and _one_fact(self._said[one], self._said[other]):
            return True
        least = ONE_DOING if both_open else ONE_DOING_DEEPER
        if _one_doing(self._said[one], self._said[other], self._texts[one], self._texts[other], least):
            return True
        return self._learnt(one, other)

    def _learnt(self, one: Extract, other: Extract) -> bool:
        """Whether the marks say so. Without a word in common, none of the pairs read that tell one fact were found."""
        if any(self.articles[each.article_id].language not in ENGLISH for each in (one, other)):
            return False
        marks = self.marks(one, other)
        return marks["words"] > 0 and CONSTANT + sum(WEIGHTS[name] * value for name, value in marks.items()) > 0

    def marks(self, one: Extract, other: Extract) -> dict[str, float]:
        """What the weights are for, by their names, each from 0 to 1."""
        text, other_text = self._texts[one], self._texts[other]
        shared = self._said[one].content & self._said[other].content
        common = shared & _nameless(text) & _nameless(other_text)
        figures = self._said[one].figures & self._said[other].figures
        name, other_name = doer(text), doer(other_text)
        return {
            "articles": likeness(self.articles[one.article_id], self.articles[other.article_id]),
            "words": min(len(common), MANY_WORDS) / MANY_WORDS,
            "one day": float(bool(weekdays(text) & weekdays(other_text))),
            "other days": float(not same_day(text, other_text)),
            "figure": float(any(each not in YEARS for each in figures)),
            "other doer": float(bool(name and other_name and name.last != other_name.last)),
            "headline": len(shared & self._headline) / max(FEWEST_HEADLINE_WORDS, len(self._headline)),
        }


def without_second_tellings(
    extracts: Sequence[Extract],
    articles: Mapping[str, Article],
    headline: frozenset[str],
    worth: Callable[[Extract], float],
    figures: Sequence[Difference] = (),
) -> tuple[Extract, ...]:
    """The extracts, in their order, less those that tell what a sentence of another article tells.

    headline: the content words of what stands above them. worth: the more a sentence is worth, the sooner it stays.
    figures: what the articles put differently; the latest of such numbers stays.
    """
    tellings = Tellings(extracts, articles, headline, figures)
    behind = overtaken(extracts, figures)
    kept: list[Extract] = []
    for each in sorted(extracts, key=lambda extract: (extract in behind, -worth(extract), extract.rank)):
        others = (other for other in kept if other.article_id != each.article_id)
        if not any(tellings.of_one_fact(each, other) for other in others):
            kept.append(each)
    return tuple(each for each in extracts if each in kept)


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
    return bool(both & _nameless(text) & _nameless(other_text))


def _nameless(text: str) -> frozenset[str]:
    """The stems of a text's words that begin with no capital."""
    return _stems(CAPITALISED.sub(" ", text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_all(tuple(dict.fromkeys(words(text))), "en"))
