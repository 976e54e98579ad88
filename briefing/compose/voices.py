"""Voices: which quotations are worth hearing, each once, from whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.compose.bygone import is_bygone, tells_of_then
from briefing.compose.clauses import StandsAlone, clause, stands_alone
from briefing.compose.folding import contained, cut, fold, person, plain, plain_words, undisputed, without_comma
from briefing.compose.redundancy import content
from briefing.model import Article, Place, Quotation, Quote
from briefing.text.words import words

# Below, a quotation is a phrase that needs its sentence; above, nobody reads on. Editorial choices, read on real weeks.
WORDS_MIN = 7
WORDS_MAX = 50
PER_SPEAKER = 2
PER_SECTION = 3
WORDS_BEST = 25  # a longer quotation says no more about an event: about two spoken sentences
TITLE_WORDS = 0.6  # where more of the words are capitalised, what stands between the marks is the title of a work
# What counts, in all: half as much again as full length the words that the event's articles begin with, if a quotation
# has nothing else; a role or a second outlet half as much as length. Set by reading the quotations of two real weeks,
# the first in four: of 24 that changed when these words took the place of the key sentences', 15 came nearer the event
# and 3 went farther; at double the worth, phrases win.
SUBJECT_WORTH = 0.75
# What stands around a quotation tells better what it is about than its own words: of 565 printed in 23 weeks of 2020
# the 34 about another matter come last by it with an area of .72, by their own with .53. Those with less of what the
# section tells around them than this (34, of which 10) come after others; of 22 changes 14 are better, three worse.
TIED = 0.12
UNTIED_COST = 0.5
BEFORE, BEHIND = 700, 150  # code points that count as around it
FEWEST_TOLD = 6
FEW_WORDS = 3  # content words; so many that are not of the event are thought beside each quotation's own
LENGTH_WORTH = 0.5
ROLE_WORTH = 0.25
OUTLETS_WORTH = 0.25
# A few words in somebody else's sentence come after whole sentences, unless those are long-winded and off the point.
PARTIAL_COST = 0.5
# So does what leans on a sentence before it: "After that you think about the water."
LEANING_COST = 0.5
Words = Counter[str]
PERSON = re.compile(r"(?<!\S)[^\w\s]*+\w\S*+ \w")  # a name of two words or more


def choose(
    quotes: Sequence[Quote],
    articles: Mapping[str, Article],
    *,
    confidence: float,
    shown: Sequence[str],
    heard: Sequence[str] = (),
    alone: StandsAlone = stands_alone,
    subject: frozenset[str] = frozenset(),
    told: frozenset[str] = frozenset(),
    beside: frozenset[str] = frozenset(),
) -> tuple[Quotation, ...]:
    """The quotations to print: sure of their speaker, at most PER_SPEAKER a person.

    quotes: of one event's articles. confidence: at least this sure of the speaker. shown: texts of the key sentences
    already in the section, so that nothing is printed twice. heard: quotations printed in sections before. alone:
    whether a sentence can be understood by itself. subject: stems of what the event is told by (`relevance.subject`): a
    quotation is worth more the more of them it has; empty where that is not known. told: stems of what the section
    tells, its headline and key sentences: where hardly any of them stands around it, it comes after others, as one of
    an article that is beside the event (`Leads.beside`) does.
    A second quotation of one person comes only after everybody has been heard once. What is less than a sentence, or
    was said at another time, is cited with the sentence it stands in, which tells when.
    """
    sure = [without_comma(quote, articles) for quote in quotes if is_sure(quote, articles, confidence)]
    before = [Counter(plain_words(each)) for each in heard]
    sentences = [(each, Counter(each)) for each in map(plain_words, shown)]
    good = [quote for quote in sure if not _told(plain(quote, articles), sentences, before)]
    whole = {each for each in good if is_whole(each, articles) and not is_bygone(each, articles[each.article_id])}
    folded = undisputed(fold([quote for quote in good if quote in whole], articles), articles)
    parts = fold([quote for quote in good if quote not in whole], articles)
    within = [*folded, *_in_clauses(parts, articles, alone, folded)]
    value = {each: worth(each, articles, share(said_in(each, articles), subject), alone) for each in within}
    off = {each for each in within if each.quote.article_id in beside or is_untied(each.quote, articles, told)}
    value = {each: found - UNTIED_COST * (each in off) for each, found in value.items()}
    ranked = sorted(within, key=lambda q: (-value[q], q.quote.article_id, q.quote.span))
    turns: Counter[str] = Counter()
    queue: list[tuple[int, Quotation]] = []
    for quotation in ranked:
        queue.append((turns[person(quotation.quote)], quotation))
        turns[person(quotation.quote)] += 1
    first = sorted((each for each in queue if each[0] < PER_SPEAKER), key=lambda each: each[0])
    return tuple(_by_speaker([quotation for _, quotation in first[:PER_SECTION]]))


def is_sure(quote: Quote, articles: Mapping[str, Article], confidence: float) -> bool:
    """Whether a quotation is direct, from somebody with a full name, surely enough, and not the title of a work."""
    if quote.kind != "direct" or not quote.speaker or quote.confidence < confidence:
        return False
    found = quote.span.of(articles[quote.article_id].text).split()
    if not found or not PERSON.search(quote.speaker):
        return False
    return sum(word[0].isupper() for word in found) <= TITLE_WORDS * len(found)


def is_whole(quote: Quote, articles: Mapping[str, Article]) -> bool:
    """Whether a quotation can stand alone: a whole sentence of a length that is read."""
    text = quote.span.of(articles[quote.article_id].text)
    if not WORDS_MIN <= len(text.split()) <= WORDS_MAX:
        return False
    return text[0].isupper() and not text.rstrip().endswith("?") and "\n" not in text


def _in_clauses(
    parts: Sequence[Quotation], articles: Mapping[str, Article], alone: StandsAlone, whole: Sequence[Quotation]
) -> Iterator[Quotation]:
    """Partial quotations, each cited by its sentence; none of a sentence that is quoted from already."""
    used = {(each.quote.article_id, each.quote.span) for each in whole}
    for part in parts:
        article = articles[part.quote.article_id]
        span = clause(part.quote, article, alone)
        if span is None or any(
            article_id == article.id and span.start <= other.start < span.end for article_id, other in used
        ):
            continue
        if is_bygone(part.quote, article) and not tells_of_then(span.of(article.text), article):
            continue
        used.add((article.id, span))
        yield replace(part, citation=replace(part.citation, place=Place(article.id, span)))


def said_in(quotation: Quotation, articles: Mapping[str, Article]) -> frozenset[str]:
    """The stems of what is said in a quotation."""
    article = articles[quotation.quote.article_id]
    return content(quotation.quote.span.of(article.text), article.language)


def share(said: frozenset[str], subject: frozenset[str]) -> float:
    """How much of what is said is of the subject, from 0 to below 1; of few words it is never much."""
    return len(said & subject) / (len(said) + FEW_WORDS)


def is_untied(quote: Quote, articles: Mapping[str, Article], told: frozenset[str]) -> bool:
    """Whether hardly anything of what a section tells stands around a quotation; where nothing is told, none is."""
    article = articles[quote.article_id]
    around = article.text[max(0, quote.span.start - BEFORE) : quote.span.end + BEHIND]
    shared = len(content(around, article.language) & told)
    return bool(told) and shared < TIED * max(FEWEST_TOLD, len(told))


def worth(
    quotation: Quotation, articles: Mapping[str, Article], about: float, alone: StandsAlone = stands_alone
) -> float:
    """How much a quotation says about the event: a role, several outlets, length, by itself, and `about`, 0 to 1."""
    quote = quotation.quote
    article = articles[quote.article_id]
    said = quote.span.of(article.text)
    partial = quotation.citation.place.span != quote.span
    length = min(len(words(said)), WORDS_BEST) / WORDS_BEST
    return (
        SUBJECT_WORTH * about
        + LENGTH_WORTH * length
        + ROLE_WORTH * (quote.role is not None)
        + OUTLETS_WORTH * bool(quotation.citation.also or quotation.reworded)
        - PARTIAL_COST * partial
        - LEANING_COST * (not partial and not alone(said, article.language))
    )


def _told(said: Sequence[str], shown: Iterable[tuple[Sequence[str], Words]], heard: Iterable[Words]) -> bool:
    """Whether a quotation was printed before, or a key sentence holds it, be it in another spelling ("destabilise")."""
    bag = Counter(said)
    for sentence, its in shown:
        if cut(said, sentence) and len(said) <= len(sentence):
            return True
        if WORDS_MIN <= len(said) <= len(sentence) and contained(bag, its):
            return True
    return any(contained(bag, each) for each in heard)


def _by_speaker(quotations: Sequence[Quotation]) -> list[Quotation]:
    """One speaker's quotations together, speakers in the order of their best one."""
    order = list(dict.fromkeys(person(quotation.quote) for quotation in quotations))
    return sorted(quotations, key=lambda quotation: order.index(person(quotation.quote)))
