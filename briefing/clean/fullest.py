"""Fullest: of several forms of one article (its page, what its feed has of it), the one to keep."""

import re
from collections.abc import Sequence

from briefing.model import Article

WORD = re.compile(r"\w{4,}")
"""Words of four letters and more: shorter ones are in every text."""

FEWEST_WORDS = 8
"""A teaser with fewer different words says too little to hold a page against it."""

LEAST_SHARED = 0.3
"""A page with a smaller share of its own teaser's words is another text: a notice on cookies, a wall to pay at.

benchmarks/clean_fullest.py, events.jsonl: another news article on another event has under 0.27 in nine of ten cases,
half of the articles on the same event over 0.47; a page that holds its teaser has nearly all."""


def fullest(forms: Sequence[Article]) -> Article | None:
    """The longest form that tells what the last one tells, which is what the feed itself has; None of none."""
    if not forms:
        return None
    *others, own = forms
    fitting = [form for form in others if len(form.text) > len(own.text) and _tells(form, own)]
    return max(fitting, key=lambda form: len(form.text), default=own)


def _tells(page: Article, teaser: Article) -> bool:
    words = _words(teaser.text)
    if len(words) < FEWEST_WORDS:
        return True
    return len(words & _words(f"{page.title} {page.text}")) >= LEAST_SHARED * len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))
