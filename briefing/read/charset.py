"""Charset: bytes → text by what their container declares, with codecs of real character sets only.

Python knows codecs that are none ("unicode_escape", "punycode", "idna"), some of which take the square of the
length; a declaration comes from strangers, so it may only choose among encodings of text.
"""

import codecs
import re

CHARACTER_SETS = re.compile(
    r"utf-8|utf-16(?:-[bl]e)?|utf-32(?:-[bl]e)?|utf-7|cp\d{3,4}|iso8859-\d{1,2}|iso2022_\w{2,7}|koi8-\w|mac-\w{4,9}|"
    r"big5(?:hkscs)?|gb\w{4,6}|euc_\w{2,10}|shift_jis\w{0,5}|johab|hz|tis-620|ascii|ptcp154|kz1048|hp-roman8"
)
"""Python's names of encodings of text."""

BETTER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "utf-7": ""}
"""What a name stands for in practice (WHATWG Encoding Standard); UTF-7 hides markup, so it is no encoding here."""

LAST_RESORT = "cp1252"
"""What bytes that are no UTF-8 and declare nothing nearly always are."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def known_codec(name: str) -> str | None:
    """Python's codec of a character set's declared name; None: none that may be used."""
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    if not CHARACTER_SETS.fullmatch(found):
        return None
    return BETTER.get(found, found) or None


def marked_codec(body: bytes) -> str | None:
    """The codec a byte order mark names; None: there is no mark."""
    return next((codec for mark, codec in MARKS if body.startswith(mark)), None)


def declared_text(body: bytes, declared: str) -> str:
    """The text of bytes whose container declares a character set ("": none). Never fails."""
    codecs_in_turn = (marked_codec(body), known_codec(declared) if declared else None, "utf-8")
    for codec in codecs_in_turn:
        if codec:
            try:
                return body.decode(codec)
            except UnicodeError:
                continue
    return body.decode(LAST_RESORT, "replace")


def marked_utf8(text: str) -> bytes:
    """The text as UTF-8 behind a byte order mark, so that no later guess can take it for anything else."""
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
