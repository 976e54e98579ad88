"""Marks: what the user said of single words (struck, pinned, somebody's), found again in the articles as they are now.

A mark names its words by their place and spells them out. While the article is as it was, the place holds; once it has
changed, the words are looked for, and only where they stand exactly once are they meant. Of two marks on overlapping
words the later one holds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.compose.cite import Citer
from briefing.compose.folding import without_comma
from briefing.model import (
    Article,
    Brief,
    Correction,
    Event,
    Extract,
    KeySentence,
    Place,
    Quotation,
    Quote,
    Section,
    Span,
)
from briefing.text.sentences import sentences

COMMA_MAX = 2  # characters that a quotation is shown without at its end: a comma, and a space before or after it
# A sentence of fewer words may be said by anybody; struck, it is struck in its own article only. Others are struck
# wherever they stand: who strikes a sentence does not want to meet it again in the next outlet's copy.
TELLING = 5
SURE = 1.0  # of a speaker whom the user named


class Marks(NamedTuple):
    """What was said of the words of some articles; spans by article id, in the order they stand."""

    struck: Mapping[str, tuple[Span, ...]]
    pinned: Mapping[str, tuple[Span, ...]]
    speakers: Mapping[Place, str]  # "" for nobody who could be named


NO_MARKS = Marks({}, {}, {})


def marks(corrections: Iterable[Correction], articles: Mapping[str, Article]) -> Marks:
    """What the corrections say of these articles, by id."""
    struck: dict[str, list[Span]] = {}
    pinned: dict[str, list[Span]] = {}
    speakers: dict[Place, str] = {}
    for correction in corrections:
        if correction.kind == "speaker":
            place = placed(correction, articles)
            if place:
                speakers[place] = correction.name
        elif correction.kind in ("pin", "strike"):
            kept, lifted = (pinned, struck) if correction.kind == "pin" else (struck, pinned)
            for each in meant(correction, articles):
                lift(lifted, each)
                lift(kept, each)
                kept.setdefault(each.article_id, []).append(each.span)
    return Marks(in_order(struck), in_order(pinned), speakers)


def in_order(spans: Mapping[str, Sequence[Span]]) -> dict[str, tuple[Span, ...]]:
    """Spans as they stand."""
    return {article: tuple(sorted(some)) for article, some in spans.items() if some}


def lift(marked: dict[str, list[Span]], place: Place) -> None:
    """Take away the marks that overlap a place."""
    some = marked.get(place.article_id, [])
    some[:] = [span for span in some if not overlap(span, place.span)]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a letter."""
    return one.start < other.end and other.start < one.end


def meant(correction: Correction, articles: Mapping[str, Article]) -> tuple[Place, ...]:
    """Every place that a pin or a strike is about: its own; of what is struck, wherever else the same words stand."""
    place = placed(correction, articles)
    found = [place] if place else []
    if correction.kind == "strike" and len(correction.words.split()) >= TELLING:
        for article in articles.values():
            start = article.text.find(correction.words)
            if start >= 0 and (place is None or article.id != place.article_id):
                found.append(Place(article.id, Span(start, start + len(correction.words))))
    return tuple(found)


def placed(correction: Correction, articles: Mapping[str, Article]) -> Place | None:
    """Where a mark's words stand now; None where its article is not among these, or says them no more, or twice."""
    article = articles.get(correction.subjects[0])
    if article is None or correction.span is None or not correction.words:
        return None
    if correction.span.of(article.text) == correction.words and article.sha256 == correction.sha256:
        return Place(article.id, correction.span)
    if article.text.count(correction.words) != 1:
        return None
    start = article.text.index(correction.words)
    return Place(article.id, Span(start, start + len(correction.words)))


def without(articles: Mapping[str, Article], spans: Mapping[str, Sequence[Span]]) -> dict[str, Article]:
    """The articles with every sentence that shares a letter with these spans as blanks: all other offsets hold."""
    return {
        article_id: replace(article, text=blanked(article, spans[article_id])) if article_id in spans else article
        for article_id, article in articles.items()
    }


def blanked(article: Article, spans: Sequence[Span]) -> str:
    """The article's text with blanks for the sentences that these spans touch; line breaks stay."""
    text = article.text
    for each in (*sentences(text, article.language), *spans):
        if any(overlap(each, span) for span in spans):
            blank = "".join(letter if letter == "\n" else " " for letter in each.of(text))
            text = text[: each.start] + blank + text[each.end :]
    return text


def heard(quotes: Iterable[Quote], said: Marks) -> tuple[Quote, ...]:
    """The quotations under the speakers that the user named, less those struck."""
    named = (spoken(quote, said) for quote in quotes)
    return tuple(
        quote for quote in named if not any(overlap(quote.span, span) for span in said.struck.get(quote.article_id, ()))
    )


def spoken(quote: Quote, said: Marks) -> Quote:
    """The quotation under the speaker that the user named, if any: what was found of another one does not hold."""
    name = next((said.speakers[place] for place in _as_shown(quote) if place in said.speakers), None)
    if name is None or name == quote.speaker:
        return quote if name is None else replace(quote, confidence=SURE)
    return replace(quote, speaker=name or None, role=None, mention_span=None, confidence=SURE)


def _as_shown(quote: Quote) -> Iterator[Place]:
    """The quotation's place, as it was found and as pages show it: without a comma that leads on to "she said"."""
    start, end = quote.span.start, quote.span.end
    return (Place(quote.article_id, Span(start, each)) for each in range(end, max(start, end - COMMA_MAX - 1), -1))


def with_pins(
    brief: Brief, said: Marks, articles: Mapping[str, Article], quotes: Mapping[str, Sequence[Quote]]
) -> Brief:
    """The briefing with everything pinned in it, first in its section or line; quotes: by event id."""
    if not said.pinned:
        return brief
    return replace(
        brief,
        sections=tuple(_pinned(each, said, articles, quotes.get(each.event.id, ())) for each in brief.sections),
        also=tuple(_pinned(each, said, articles, ()) for each in brief.also),
    )


def _pinned(section: Section, said: Marks, articles: Mapping[str, Article], quotes: Sequence[Quote]) -> Section:
    places = _places(section.event, said, articles)
    if not places:
        return section
    citer = Citer([articles[each] for each in section.event.article_ids if each in articles])
    first = pins(section.event, said, articles, quotes)
    direct = _direct(quotes)
    pinned = [without_comma(direct[place], articles) for place in places if place in direct]
    voices = tuple(Quotation(each, citer.cite(Place(each.article_id, each.span))) for each in pinned)
    rest = tuple(each for each in section.extracts if not _touches(each.citation.place, places))
    others = tuple(each for each in section.quotes if not _touches(each.citation.place, places))
    told = tuple(KeySentence(each, citer.cite(Place(each.article_id, each.span))) for each in first)
    leading = told[0] if told else section.dek
    dek = leading if leading in (*told, *rest) and len(told) + len(rest) > 1 else None
    return replace(section, extracts=(*told, *rest), quotes=(*voices, *others), dek=dek)


def pins(event: Event, said: Marks, articles: Mapping[str, Article], quotes: Sequence[Quote]) -> tuple[Extract, ...]:
    """The pinned words of an event that are no quotation, as key sentences, in the order of its articles."""
    direct = _direct(quotes)
    places = (place for place in _places(event, said, articles) if place not in direct)
    return tuple(Extract(place.article_id, place.span, SURE, rank) for rank, place in enumerate(places))


def _places(event: Event, said: Marks, articles: Mapping[str, Article]) -> tuple[Place, ...]:
    return tuple(
        Place(article, span)
        for article in event.article_ids
        if article in articles
        for span in said.pinned.get(article, ())
    )


def _direct(quotes: Sequence[Quote]) -> dict[Place, Quote]:
    """Quotations by every place that may be meant by them: who pins one sees it as pages show it."""
    return {place: quote for quote in quotes if quote.kind == "direct" for place in _as_shown(quote)}


def ranked_after(extracts: Sequence[Extract], number: int) -> tuple[Extract, ...]:
    """Extracts ranked after so many others."""
    return tuple(replace(each, rank=each.rank + number) for each in extracts)


def without_extracts(articles: Mapping[str, Article], extracts: Sequence[Extract]) -> Mapping[str, Article]:
    """The articles with blanks for these sentences."""
    spans: dict[str, list[Span]] = {}
    for each in extracts:
        spans.setdefault(each.article_id, []).append(each.span)
    return {**articles, **without({article: articles[article] for article in spans}, spans)} if spans else articles


def left_of(words: int, extracts: Sequence[Extract], articles: Mapping[str, Article]) -> int:
    """How many words are left for others; a third at least, as what is pinned may say little of what happened."""
    taken = sum(len(each.span.of(articles[each.article_id].text).split()) for each in extracts)
    return max(words - taken, words // 3)


def _touches(place: Place, places: Sequence[Place]) -> bool:
    return any(place.article_id == each.article_id and overlap(place.span, each.span) for each in places)
