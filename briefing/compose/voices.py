"""Voices: which quotations are worth hearing, each once, from whom."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Article, Citation, Place, Quotation, Quote
from briefing.text.words import words

# Below, a quotation is a phrase that needs its sentence; above, nobody reads on. Editorial choices, read on real weeks.
WORDS_MIN = 7
WORDS_MAX = 50
PER_SPEAKER = 2
PER_SECTION = 3
WORDS_BEST = 25  # a longer quotation says no more about an event: about two spoken sentences
TOPIC_WORD = 5  # shorter words say little about a topic in any of the languages read
TITLE_WORDS = 0.6  # where more of the words are capitalised, what stands between the marks is the title of a work
# Two quotations are one, printed by two outlets, when this much of the shorter one's words stand in the longer one:
# outlets cut, and spell "we've" with either apostrophe, but seldom change more than a word or two in ten.
SAME_WORDS = 0.8
# What counts beside the share of the event's words, which is seldom above a third: a full length more than that, a
# role or a second outlet half as much as the length. Set by reading the quotations of two real weeks.
LENGTH_WORTH = 0.5
ROLE_WORTH = 0.25
OUTLETS_WORTH = 0.25
PERSON = re.compile(r"\w\S* \w")  # a name of two words or more
INITIAL = re.compile(r"\b\w\.? ")


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
    A second quotation of one person comes only after everybody has been heard once.
    """
    topic = frozenset(word for sentence in shown for word in words(sentence) if len(word) >= TOPIC_WORD)
    good = [quote for quote in quotes if printable(quote, articles, confidence) and not _in(quote, articles, shown)]
    folded = fold(good, articles)
    ranked = sorted(folded, key=lambda q: (-worth(q, articles, topic), q.quote.article_id, q.quote.span))
    turns: Counter[str] = Counter()
    heard: list[tuple[int, Quotation]] = []
    for quotation in ranked:
        heard.append((turns[person(quotation.quote)], quotation))
        turns[person(quotation.quote)] += 1
    first = sorted((each for each in heard if each[0] < PER_SPEAKER), key=lambda each: each[0])
    return tuple(_by_speaker([quotation for _, quotation in first[:PER_SECTION]]))


def printable(quote: Quote, articles: Mapping[str, Article], confidence: float) -> bool:
    """Whether a quotation can stand alone: direct, a whole sentence, from somebody named, surely enough."""
    if quote.kind != "direct" or not quote.speaker or quote.confidence < confidence:
        return False
    text = quote.span.of(articles[quote.article_id].text)
    found = text.split()
    if not (PERSON.search(quote.speaker) and WORDS_MIN <= len(found) <= WORDS_MAX):
        return False
    if sum(word[0].isupper() for word in found) > TITLE_WORDS * len(found):
        return False
    return text[0].isupper() and not text.rstrip().endswith("?") and "\n" not in text


def fold(quotes: Iterable[Quote], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """The same words printed in several articles are one quotation with all its places.

    The surest of the speaker leads, then the longest.
    """
    said: defaultdict[str, list[tuple[Counter[str], list[Quote]]]] = defaultdict(list)
    best = sorted(quotes, key=lambda q: (-q.confidence, q.role is None, -len(q.span), q.article_id, q.span))
    for quote in best:
        bag = Counter(plain(quote, articles))
        for known, same in said[person(quote)]:
            if contained(bag, known):
                same.append(quote)
                break
        else:
            said[person(quote)].append((bag, [quote]))
    return tuple(_folded(same) for groups in said.values() for _, same in groups)


def _folded(same: Sequence[Quote]) -> Quotation:
    first, *others = same
    also = {q.article_id: Place(q.article_id, q.span) for q in others if q.article_id != first.article_id}
    return Quotation(first, Citation(Place(first.article_id, first.span), tuple(also.values())))


def contained(one: Counter[str], other: Counter[str]) -> bool:
    """Whether nearly all of the shorter quotation's words stand in the longer one."""
    shorter = min(one.total(), other.total())
    return shorter > 0 and (one & other).total() >= SAME_WORDS * shorter


def plain(quote: Quote, articles: Mapping[str, Article]) -> list[str]:
    """A quotation's words, apostrophes made alike."""
    return words(quote.span.of(articles[quote.article_id].text).replace("’", "'"))


def person(quote: Quote) -> str:
    """A key for the speaker that initials do not change: "Christopher A. Wray" is Christopher Wray."""
    return INITIAL.sub("", f"{quote.speaker} ".casefold()).strip()


def worth(quotation: Quotation, articles: Mapping[str, Article], topic: frozenset[str]) -> float:
    """How much a quotation says about the event: words of the event, a role, several outlets, length."""
    quote = quotation.quote
    found = words(quote.span.of(articles[quote.article_id].text))
    about = len(topic.intersection(found)) / len(set(found)) if found else 0.0
    length = min(len(found), WORDS_BEST) / WORDS_BEST
    return (
        about
        + LENGTH_WORTH * length
        + ROLE_WORTH * (quote.role is not None)
        + OUTLETS_WORTH * bool(quotation.citation.also)
    )


def _in(quote: Quote, articles: Mapping[str, Article], shown: Sequence[str]) -> bool:
    text = quote.span.of(articles[quote.article_id].text).strip(" ,.")
    return any(text in sentence for sentence in shown)


def _by_speaker(quotations: Sequence[Quotation]) -> list[Quotation]:
    """One speaker's quotations together, speakers in the order of their best one."""
    order = list(dict.fromkeys(person(quotation.quote) for quotation in quotations))
    return sorted(quotations, key=lambda quotation: order.index(person(quotation.quote)))
