"""Leading: how fit a key sentence is to stand first, where it is to say what happened, when, and of what the event is.

Five marks, none of them a word of the news, weighed by a ranking by pairs (a logistic model of their differences, as in
RankNet, Burges and others 2005) learnt from 449 sentences of 200 sections of 2020, each read as the first line of its
section (`benchmarks/compose_leading.py` prints these figures): of what a section shows it puts a sentence that says
what happened first in 149 sections of weeks not learnt from, where the words of all headlines together did in 139.
"""

from collections.abc import Sequence

from briefing.compose.redundancy import statement
from briefing.compose.relevance import HEADS, head
from briefing.model import Article, Extract, Place
from briefing.text.commentary import outside_quotations
from briefing.text.days import names_a_day
from briefing.text.heads import opens

WEIGHTS = {"of the headline": 2.26, "of other articles": 1.55, "opens its article": 0.89, "names a day": 0.80,
           "is new": 0.56}  # fmt: skip
Sentence = Extract | Place
FEWEST_HEADLINE_WORDS = 4  # a shorter headline is soon said
FEWEST_TITLE_WORDS = 2
FEWEST_WORDS = 6  # and so is a short sentence
# Of 566 quotations printed in 23 weeks of 2020 39 are from articles whose title and head have less than this of it, ten
# of the 26 about another matter among them.
BESIDE = 0.15


class Leads:
    """One event's heads, each read once."""

    def __init__(self, headline: str, members: Sequence[Article]) -> None:
        """`headline`: what stands above; `members`: the event's articles."""
        times = [each.published for each in members if each.published]
        self._first, self._last = min(times, default=None), max(times, default=None)
        self._articles = {article.id: article for article in members}
        language = next((each.language for each in members if each.title == headline), members[0].language)
        self.headline = _words(headline, language)
        self._titles = frozenset[str]().union(*(_words(each.title, each.language) for each in members), self.headline)
        self._heads = {each.id: statement(f"{each.title}\n{head(each.text)}", each.language).content
                       for each in members[:HEADS]}  # fmt: skip

    def tells(self, place: Sentence) -> bool:
        """Whether it says anything of what the headlines say: two words of them, as one may be there by chance."""
        return len(self.said(place) & self._titles) >= FEWEST_TITLE_WORDS

    def said(self, place: Sentence) -> frozenset[str]:
        """The content words of a sentence."""
        article = self._articles[place.article_id]
        return statement(place.span.of(article.text), article.language).content

    def fitness(self, place: Sentence) -> float:
        """How fit it is to stand first; more is better, only the order counts."""
        return sum(WEIGHTS[mark] * value for mark, value in self.marks(place).items())

    def marks(self, place: Sentence) -> dict[str, float]:
        """What fitness goes by, by the names of WEIGHTS, each from 0 to 1."""
        article = self._articles[place.article_id]
        text, said = place.span.of(article.text), self.said(place)
        others = [words for article_id, words in self._heads.items() if article_id != article.id]
        shared = sum(len(said & words) for words in others)
        return {
            "of the headline": len(said & self.headline) / max(FEWEST_HEADLINE_WORDS, len(self.headline)),
            "of other articles": shared / (max(1, len(others)) * max(FEWEST_WORDS, len(said))),
            "opens its article": float(opens(article.text, place.span)),
            "names a day": float(names_a_day(outside_quotations(text)[0])),
            "is new": self._newness(article),
        }

    def beside(self, first: Sentence) -> frozenset[str]:
        """The ids of the articles whose heads say little of what the headline and that first line say."""
        told = self.headline | self.said(first)
        enough = BESIDE * max(FEWEST_WORDS, len(told))
        return frozenset(article_id for article_id, words in self._heads.items() if len(words & told) < enough)

    def _newness(self, article: Article) -> float:
        """When in the event's course an article came: 0 with the first, 1 with the last; 0 where nothing tells."""
        if article.published is None or self._first is None or self._last is None or self._first == self._last:
            return 0.0
        return (article.published - self._first) / (self._last - self._first)


def _words(title: str, language: str) -> frozenset[str]:
    """A title's content words; numbers are left out, as 2.1 and 2.05 million share a "2"."""
    return frozenset(word for word in statement(title, language).content if not word.isdigit())
