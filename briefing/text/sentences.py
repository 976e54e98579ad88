"""Sentences: where they start and end. A sentence never crosses a paragraph."""

from functools import lru_cache, partial

from briefing.model import Span
from briefing.text.boundaries import CANDIDATE, ends_sentence
from briefing.text.enclosures import enclosures
from briefing.text.paragraphs import paragraphs
from briefing.text.punkt import LANGUAGES, punkt_ends_sentence

COVERED = frozenset({"en", *LANGUAGES})
TEXTS_KEPT = 64  # a section's articles: each is asked for its sentences some four times


def covered(language: str) -> bool:
    """Whether the splitter knows this language (ISO 639-1); any other is split by the English rules, roughly."""
    return language in COVERED


@lru_cache(maxsize=TEXTS_KEPT)
def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text in order, without surrounding white space; together they hold every word.

    Offsets are code points. Nothing is cut inside paired quotation marks or brackets.
    """
    spans = []
    for paragraph in paragraphs(text):
        words = paragraph.of(text)
        start = 0
        for stop, following in _stops(words, language):
            spans.append(Span(paragraph.start + start, paragraph.start + stop))
            start = following
        spans.append(Span(paragraph.start + start, paragraph.end) if start else paragraph)
    return tuple(spans)


def _stops(words: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph end, but for the last, and where the next ones start, in order."""
    judge = partial(punkt_ends_sentence, language=language) if language in LANGUAGES else ends_sentence
    found = []
    pairs: list[tuple[int, int]] | None = None
    at = start = 0
    for stop in CANDIDATE.finditer(words):
        place = stop.end()
        if pairs is None:
            pairs = enclosures(words)
        while at < len(pairs) and pairs[at][1] <= place:
            at += 1
        enclosed = at < len(pairs) and pairs[at][0] < place
        if place < len(words) and not enclosed and judge(words, start, stop):
            start = _skip_space(words, place)
            found.append((place, start))
    return found


def _skip_space(words: str, at: int) -> int:
    while at < len(words) and words[at].isspace():
        at += 1
    return at
