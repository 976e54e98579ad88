"""Paragraphs: the runs of text between line breaks."""

import re

from briefing.model import Span

LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text in order, without surrounding white space; empty ones are left out."""
    spans = []
    for line in LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.end() - (len(words) - len(words.rstrip()))
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)
