"""Characters: what may stand in an article's text. What acts on a screen instead of standing on it goes.

Controls, bidirectional overrides (Unicode Technical Report 36; CVE-2021-42574), lone surrogates.
"""

import re
from unicodedata import is_normalized, normalize

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
ENDS = "\r\x0b\x0c\x85\u2028\u2029"

ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but tab and line feed
    "\xa0\u2000-\u200a\u202f\u205f\u3000"  # spaces of other widths
    "\xad\u200b\u2060\ufeff"  # soft hyphens and other marks without width
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ufb00-\ufb06"  # letters tied together, as copied from a PDF
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"  # annotations, non-characters, surrogates, tags
)

TIED = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
SPACES = frozenset("\x1f\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
CONTROL_ONE = range(0x80, 0xA0)
SURROGATES = range(0xD800, 0xE000)


def neutral(text: str) -> str:
    """The text with "\\n" as its only line break and nothing in it that is neither letter, mark nor space.

    Letters that come as two characters, a letter and its accent, are one (Unicode's form C): so they are looked for.
    """
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if text.replace("\n", "").isprintable() and not any(each in text for each in TIED):
        return text  # all else that is looked for below cannot be printed; a look for that takes a fifth
    if any(end in text for end in ENDS):  # a look for each takes a fortieth of the expression
        text = LINE_ENDS.sub("\n", text)
    return ODD.sub(_stand_in, text).replace("\t", " ") if ODD.search(text) else text.replace("\t", " ")


def _stand_in(found: re.Match[str]) -> str:
    letter = found.group()
    if letter in SPACES:
        return " "
    if letter in TIED:
        return TIED[letter]
    code = ord(letter)
    if code in SURROGATES:
        return "\ufffd"
    if code in CONTROL_ONE:
        # Windows-1252 read as Latin-1: HTML reads these codes as the letters that were meant, so does this.
        return bytes((code,)).decode("cp1252", "ignore")
    return ""
