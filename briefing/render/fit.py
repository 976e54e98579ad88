"""Fit: text that a page can hold, whatever came in."""

import re

STAND_INS = 0x10F000  # the private range in which `briefing.render.shield` stands ASCII characters in
# Neither HTML nor a font has anything for these, and Python-Markdown uses two of them as its own marks.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\U0010f000-\U0010f07f]")
REPLACEMENT = "\ufffd"
# Unicode's explicit directions (UAX #9: embeddings, overrides, isolates). One left open turns round whatever follows it
# on the line, and closes what a page opens to contain it. Without them, writings keep the direction of their letters.
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def fit(text: str) -> str:
    """The text without explicit directions, each other character that no page can show replaced by U+FFFD."""
    return UNFIT.sub(REPLACEMENT, DIRECTIONS.sub("", text))
