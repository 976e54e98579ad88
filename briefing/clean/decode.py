"""Decode: bytes → text, by what the bytes say of themselves before any guess.

The order follows the WHATWG Encoding Standard (byte order mark, then declaration), but valid UTF-8 goes before a
declaration: nothing else looks like it by chance, and pages that declare Latin-1 and send UTF-8 are many.
"""

import codecs
import re

DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.I)

DECLARATION_BYTES = 4096
"""How far into a page a declaration is looked for; the standard asks for 1,024."""

SAMPLE_BYTES = 40_000
"""How much is given to statistics: they take a second a megabyte, and more does not make them surer."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

WINDOWS_LATIN = "cp1252"
"""What the standard reads for Latin-1 and ASCII, and the last resort: it is what such bytes nearly always are."""

AS_WINDOWS_LATIN = frozenset({"ascii", "iso8859-1"})

SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
"""Encodings whose bytes are all valid UTF-8, so that only a declaration can tell."""

TEXT_CODECS = re.compile(
    r"utf_?-?8|utf-16|utf-32|cp\d+|iso8859|iso2022|koi8|mac-|big5|gb|euc|shift_jis|johab|hz|tis|ascii|ptcp"
)
"""Python's names of real character sets; others ("unicode_escape", "punycode") would run what bytes ask for."""

MOST_DAMAGE = 0.002
"""UTF-8 with fewer broken characters than this is damaged UTF-8 (cut short, one byte lost), not another encoding."""

NULS_OF_UTF16 = 0.3
"""UTF-16 of a European language has a NUL for nearly every second byte."""


def decode(body: bytes) -> str:
    """The text of a document's bytes. Never fails: bytes that fit no encoding become U+FFFD."""
    for mark, codec in MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace")
    declared = declared_codec(body)
    if declared in SEVEN_BIT:
        return body.decode(str(declared), "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(body, declared)


def declared_codec(body: bytes) -> str | None:
    """Python's name of the character set a page or XML declares; None: none, or none that may be used."""
    found = DECLARED.search(body, 0, DECLARATION_BYTES)
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    if name in AS_WINDOWS_LATIN:
        return WINDOWS_LATIN
    return name if TEXT_CODECS.match(name) else None


def _not_quite_utf8(body: bytes, declared: str | None) -> str:
    text = body.decode("utf-8", "replace")
    if text.count("\ufffd") <= MOST_DAMAGE * len(text) and any(
        ord(letter) > 127 and letter != "\ufffd" for letter in text
    ):
        return text
    if declared and not declared.startswith("utf"):
        return body.decode(declared, "replace")
    wide = _wide_codec(body[:SAMPLE_BYTES])
    return body.decode(wide or _guessed_codec(body), "replace")


def _wide_codec(sample: bytes) -> str | None:
    """UTF-16 without a mark, by where its NULs stand."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < NULS_OF_UTF16 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed_codec(body: bytes) -> str:
    from charset_normalizer import from_bytes  # comes with trafilatura; only odd files need it

    best = from_bytes(body[:SAMPLE_BYTES]).best()
    return WINDOWS_LATIN if best is None or best.encoding in {"ascii", "latin_1"} else best.encoding
