"""Shield: escaped marks out of Python-Markdown's sight, and back as HTML.

Python-Markdown takes each escape out of a line by itself and writes the line anew, so a headline of ten thousand
asterisks costs it minutes. A stand-in from a private range is a letter like any other to it, at no cost.
"""

from html import escape

from briefing.render.escape import read_escapes
from briefing.render.fit import STAND_INS, fit

ASCII = 128
BACK = {STAND_INS + code: escape(chr(code)) for code in range(ASCII)}


def shielded(written: str) -> str:
    """Markdown with a stand-in for each escaped ASCII character; any other escaped one as itself, if it is fit."""
    return read_escapes(fit(written), _stand_in)


def unshielded(page: str) -> str:
    """HTML with the characters the stand-ins stand for, escaped for HTML."""
    return page.translate(BACK)


def _stand_in(char: str) -> str:
    return chr(STAND_INS + ord(char)) if fit(char) == char and ord(char) < ASCII else fit(char)
