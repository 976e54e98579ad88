"""Voices: which quotations are worth hearing, each once, from whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Article, Citation, Place, Quotation, Quote
from briefing.text.words import words

# Below, a quotation is a phrase that needs its sentence; above, nobody reads on. Editorial choices, read on real weeks.
WORDS_MIN = 7
WORDS_MAX = 60
PER_SPEAKER = 2
PER_SECTION = 4
# Where it is best to stop looking for a quotation that says more: about two spoken sentences.
WORDS_BEST = 25
TOPIC_WORD = 5  # shorter words say little about a topic in any of the languages read
PERSON = re.compile(r"\w\S* \w")  # a name of two words or more


def choose(
    quotes: Sequence[Quote],
    articles: Mapping[str, Article],
    *,
    confidence: float,
    shown: Sequence[str],
) -> tuple[Quotation, ...]:
    """The quotations to print: sure of their speaker, whole sentences, at most PER_SPEAKER a person.

    quotes: of one event's articles. confidence: at least this sure of the speaker. shown: texts of the key sentences
    already in the section, so that nothing is printed twice; a quotation is worth more the more of their words it has.
    """
    topic = frozenset(word for sentence in shown for word in words(sentence) if len(word) >= TOPIC_WORD)
    good = [quote for quote in quotes if printable(quote, articles, confidence) and not _in(quote, articles, shown)]
    folded = fold(good, articles)
    ranked = sorted(folded, key=lambda q: (-worth(q, articles, topic), q.quote.article_id, q.quote.span))
    chosen: list[Quotation] = []
    said: defaultdict[str, int] = defaultdict(int)
    for quotation in ranked:
        speaker = quotation.quote.speaker or ""
        if said[speaker] < PER_SPEAKER and len(chosen) < PER_SECTION:
            said[speaker] += 1
            chosen.append(quotation)
    return tuple(_by_speaker(chosen))


def printable(quote: Quote, articles: Mapping[str, Article], confidence: float) -> bool:
    """Whether a quotation can stand alone: direct, a whole sentence, from somebody named, surely enough."""
    if quote.kind != "direct" or not quote.speaker or quote.confidence < confidence:
        return False
    text = quote.span.of(articles[quote.article_id].text)
    if not (PERSON.search(quote.speaker) and WORDS_MIN <= len(text.split()) <= WORDS_MAX):
        return False
    return text[:1].isupper() and not text.rstrip().endswith("?") and "\n" not in text


def fold(quotes: Iterable[Quote], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """The same words printed in several articles are one quotation with all its places; the surest one leads."""
    places: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in quotes:
        places[tuple(words(quote.span.of(articles[quote.article_id].text)))].append(quote)
    folded = []
    for same in places.values():
        first, *others = sorted(same, key=lambda q: (-q.confidence, q.role is None, q.article_id, q.span))
        also = {q.article_id: Place(q.article_id, q.span) for q in others if q.article_id != first.article_id}
        folded.append(Quotation(first, Citation(Place(first.article_id, first.span), tuple(also.values()))))
    return tuple(folded)


def worth(quotation: Quotation, articles: Mapping[str, Article], topic: frozenset[str]) -> float:
    """How much a quotation says about the event: words of the event, a role, several outlets, length."""
    quote = quotation.quote
    found = words(quote.span.of(articles[quote.article_id].text))
    about = len(topic.intersection(found)) / len(set(found)) if found else 0.0
    length = min(len(found), WORDS_BEST) / WORDS_BEST
    return about + 0.5 * length + 0.25 * (quote.role is not None) + 0.25 * bool(quotation.citation.also)


def _in(quote: Quote, articles: Mapping[str, Article], shown: Sequence[str]) -> bool:
    text = quote.span.of(articles[quote.article_id].text).strip(" ,.")
    return any(text in sentence for sentence in shown)


def _by_speaker(quotations: Sequence[Quotation]) -> list[Quotation]:
    """One speaker's quotations together, speakers in the order of their best one."""
    order = list(dict.fromkeys(quotation.quote.speaker for quotation in quotations))
    return sorted(quotations, key=lambda quotation: order.index(quotation.quote.speaker))
