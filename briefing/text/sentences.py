"""Sentences: where they start and end. A sentence never crosses a paragraph."""

from collections.abc import Iterable, Iterator

from briefing.model import Span
from briefing.text.boundaries import CANDIDATE, ends_sentence
from briefing.text.enclosures import enclosures
from briefing.text.paragraphs import paragraphs
from briefing.text.punkt import LANGUAGES, punkt_ends_sentence

COVERED = frozenset({"en", *LANGUAGES})


def covered(language: str) -> bool:
    """Whether the splitter knows this language (ISO 639-1); any other is split by the English rules, roughly."""
    return language in COVERED


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text in order, without surrounding white space; together they hold every word.

    Offsets are code points. Nothing is cut inside paired quotation marks or brackets.
    """
    spans = []
    for paragraph in paragraphs(text):
        words = paragraph.of(text)
        start = 0
        for stop in _stops(words, language):
            spans.append(Span(paragraph.start + start, paragraph.start + stop))
            start = _skip_space(words, stop)
        spans.append(Span(paragraph.start + start, paragraph.end))
    return tuple(spans)


def _stops(words: str, language: str) -> Iterator[int]:
    """Where the sentences of a paragraph end, but for the last, in order."""
    candidates = list(CANDIDATE.finditer(words))
    open_places = set(_outside((stop.end() for stop in candidates), words)) if candidates else ()
    foreign = language in LANGUAGES
    start = 0
    for stop in candidates:
        if stop.end() not in open_places:
            continue
        if punkt_ends_sentence(words, start, stop, language) if foreign else ends_sentence(words, start, stop):
            yield stop.end()
            start = _skip_space(words, stop.end())


def _outside(places: Iterable[int], words: str) -> Iterator[int]:
    """Those of the rising places that stand in no enclosure, nor at the very end."""
    pairs = enclosures(words)
    at = 0
    for place in places:
        while at < len(pairs) and pairs[at][1] <= place:
            at += 1
        if place < len(words) and (at == len(pairs) or place <= pairs[at][0]):
            yield place


def _skip_space(words: str, at: int) -> int:
    while at < len(words) and words[at].isspace():
        at += 1
    return at
