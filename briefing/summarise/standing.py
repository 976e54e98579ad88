"""Standing: whether a sentence may stand in a briefing by itself, and what it takes for told.

Nothing is judged before it is asked for: most sentences of an event are never near to being chosen.
"""

import enum
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from briefing.model import Article
from briefing.summarise.above import Above
from briefing.summarise.alone import is_unfit, wants_of
from briefing.summarise.anaphora import Told, lowered, nouns_of, object_without_antecedent, takes_up
from briefing.summarise.anchors import NOBODY, Known, has_name, in_most, introduced_in, people, strangers_in
from briefing.summarise.candidates import FEWEST_WORDS, Candidate
from briefing.summarise.doubts import count_doubts
from briefing.summarise.leaning import leans
from briefing.summarise.openings import dangles, speaker_is_a_pronoun
from briefing.summarise.overtaken import is_overtaken
from briefing.summarise.references import ENGLISH, has_late_pronoun, points_back
from briefing.summarise.risk import content, risk, slant
from briefing.summarise.tied import NOWHERE, titled
from briefing.summarise.voice import (
    asks,
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
from briefing.text.heads import opens

MOST_RISK = 0.08  # of being struck out; riskier sentences are left out: decision 227 has what each bound lets through
DOUBTS_OF_RISK = 20  # how many doubts it counts for at 1
BORNE_OUT = 12  # doubts that are made up for by saying all that the headline says
FEWEST_HEADLINE_WORDS = 4
ABOUT_NOBODY = 10  # doubts of a sentence without a name among others; 10 to 15 serve alike (decision 0250)
MOST_WORDS = 60  # a longer one is a list, or several sentences in one quotation
MOST_CODE_POINTS = 900  # 60 long words; beyond it, it is no prose


class Standing(enum.IntEnum):
    """How well a sentence stands alone."""

    NEVER = 0  # furniture, a question, half a sentence
    IF_NOTHING_ELSE = 1  # a comment in the first person: better than nothing at all
    LEANING = 2  # not without the sentence it hangs on, so not in a list of sentences that each stand alone
    NAMELESS = 3  # about nobody by name: among other sentences a reason to doubt it, by itself no better than a comment
    GOOD = 4


class Judgement(NamedTuple):
    """What is known of a sentence beside its words."""

    standing: Standing
    doubts: int = 0  # reasons for which another sentence would rather be read (`doubts.py`)
    needs: frozenset[str] = frozenset()  # what it takes for told: another chosen sentence has to give it, before it
    gives: frozenset[str] = frozenset()  # what it tells of that another may need


class Judge:
    """Judges an event's sentences, each once, when it is asked for."""

    def __init__(
        self,
        articles: Sequence[Article],
        sentences: Sequence[Candidate],
        above: Above | None = None,
    ) -> None:
        """`sentences`: the articles' candidates, article by article. above: what each is read under by itself."""
        self._above = above
        self._articles = articles
        self._sentences = sentences
        self._judged: dict[int, Judgement] = {}

    def of(self, number: int) -> Judgement:
        """The judgement of the sentence of that number."""
        found = self._judged.get(number)
        if found is None:
            found = self._judged[number] = self._judge(number)
        return found

    @property
    def fewest_doubts(self) -> int:
        """The fewest doubts there may be of a sentence that was not judged yet."""
        return -BORNE_OUT if self._above else 0

    def _judge(self, number: int) -> Judgement:
        sentence = self._sentences[number]
        text = sentence.text
        language = self._articles[sentence.article].language
        leads = opens(self._articles[sentence.article].text, sentence.span)
        standing = standing_of(text, sentence.words, language, self._known, leads=leads)
        if standing is Standing.NAMELESS and self._above:
            return Judgement(Standing.IF_NOTHING_ELSE)
        if standing < Standing.NAMELESS or language not in ENGLISH:
            return Judgement(standing)
        outside = outside_quotations(text)
        if self._above:
            return self._alone(sentence, outside, self._above, leads=leads)
        bare, beside = takes_up(outside, Told(self._lowered[sentence.article], sentence.span.start), self._headlines)
        named = people(text)
        doubts = ABOUT_NOBODY * (standing is Standing.NAMELESS) + bool(beside)
        return Judgement(
            Standing.GOOD,
            doubts + count_doubts(text, outside, sentence.words, sentence.position),
            bare | strangers_in(named, sentence.article, self._known),
            nouns_of(text) | introduced_in(named),
        )

    def _alone(self, sentence: Candidate, outside: str, above: Above, *, leads: bool) -> Judgement:
        """The judgement of a sentence that is read by itself, under a headline."""
        text, headline = sentence.text, titled(above)
        article = self._articles[sentence.article]
        if leans(text, outside):
            return Judgement(Standing.LEANING)
        if is_overtaken(text, article, self._newest, above.headline):
            return Judgement(Standing.NEVER)
        probability = risk(text, outside, self._slants[sentence.article], headline, leads=leads)
        found = wants_of(article, sentence.span, above)
        if probability > MOST_RISK or is_unfit(text, outside) or found.place == NOWHERE:
            return Judgement(Standing.NEVER)
        doubts = count_doubts(text, outside, sentence.words, sentence.position) + round(DOUBTS_OF_RISK * probability)
        doubts -= round(BORNE_OUT * len(content(text) & headline) / max(FEWEST_HEADLINE_WORDS, len(headline)))
        return Judgement(Standing.GOOD, doubts, found.needs | found.place, found.gives)

    @cached_property
    def _newest(self) -> datetime | None:
        return max((article.published for article in self._articles if article.published), default=None)

    @cached_property
    def _slants(self) -> list[tuple[float, float]]:
        return [slant(article) for article in self._articles]

    @cached_property
    def _known(self) -> Known:
        return Known(self._articles, self._lowered)

    @cached_property
    def _lowered(self) -> list[str]:
        return [lowered(article.text) for article in self._articles]

    @cached_property
    def _headlines(self) -> set[str]:
        return in_most(nouns_of(article.title) for article in self._articles)


def standing_of(text: str, words: int, language: str, told: Known = NOBODY, *, leads: bool = False) -> Standing:
    """How well a sentence of so many words stands alone; `told` is what its event's articles tell of names.

    leads: it opens its article, so it was written to be understood without anything before it.
    """
    if not FEWEST_WORDS <= words <= MOST_WORDS or len(text) > MOST_CODE_POINTS:
        return Standing.NEVER
    if asks(text) or is_cut_off(text) or not balanced(text):
        return Standing.NEVER
    if dangles(text, language) or speaker_is_a_pronoun(text):
        return Standing.LEANING
    outside = outside_quotations(text)
    if is_bare_quotation(outside, text) or is_table_or_heading(text) or is_furniture(text, outside):
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
    if points_back(outside) or object_without_antecedent(outside) or has_late_pronoun(text, told):
        return Standing.LEANING
    if comments(outside):
        return Standing.IF_NOTHING_ELSE
    return Standing.GOOD if leads or has_name(text, told) else Standing.NAMELESS
