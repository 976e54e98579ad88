"""Heads: the sentence that opens an article, which was written for somebody who knows nothing of it yet."""

from briefing.model import Span

LEAD = 60  # code points within which it begins, after place and agency


def opens(span: Span) -> bool:
    """Whether a sentence at that place opens its article."""
    return span.start < LEAD
