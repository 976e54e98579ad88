"""Heads: the sentence that opens an article, which was written for somebody who knows nothing of it yet."""

import re

from briefing.model import Span

LEAD = 60  # code points within which it begins, after place and agency
MOST_ABOVE = 3  # lines above it: an older headline, a line under the headline, a rubric
LONGEST_ABOVE = 250  # code points of one of them
CLOSED = re.compile(r"[.!?:;,…。！？][\"'”’»)\]]{0,3}$")


def opens(text: str, span: Span) -> bool:
    """Whether a sentence at that place opens its article, which has this text."""
    return 0 <= span.start - begins(text) < LEAD


def begins(text: str) -> int:
    """The code point at which an article's first paragraph of sentences begins.

    Above it may stand lines that no full stop closes, such as an older headline: 223 of 3,946 of 2020 have some.
    """
    start = 0
    for _ in range(MOST_ABOVE):
        end = text.find("\n", start, start + LONGEST_ABOVE)
        if end < 0 or CLOSED.search(text, max(start, end - 5), end):
            break
        below = end
        while text[below : below + 1].isspace():
            below += 1
        if not text[below : below + 1] or text[below].islower():
            break  # the line goes on
        start = below
    return start
