"""Sentences: where they start and end. A sentence never crosses a paragraph."""

from functools import cache
from typing import Any

from briefing.model import Span
from briefing.text.paragraphs import paragraphs


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text in order, without surrounding white space; together they hold every word."""
    del language
    spans = []
    for paragraph in paragraphs(text):
        for start, end in _splitter().sent_spans(paragraph.of(text)):
            words = text[paragraph.start + start : paragraph.start + end]
            left = len(words) - len(words.lstrip())
            right = len(words.rstrip())
            if left < right:
                spans.append(Span(paragraph.start + start + left, paragraph.start + start + right))
    return tuple(spans)


@cache
def _splitter() -> Any:
    import nupunkt  # costs a tenth of a second, so only who splits pays

    return nupunkt
