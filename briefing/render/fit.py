"""Fit: text that a document can hold, whatever came in."""

import re

# Neither HTML nor a font has anything for these, and Python-Markdown uses two of them as its own marks.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def fit(text: str) -> str:
    """The text with each character that no page can show replaced by U+FFFD."""
    return UNFIT.sub(REPLACEMENT, text)
