"""Encodings: bytes → text, by what the bytes and their container say, before any guess.

The order follows the WHATWG Encoding Standard (byte order mark, then declaration), but valid UTF-8 goes before a
declaration: nothing else looks like it by chance, and pages, feeds and mails that declare Latin-1 and send UTF-8 are
many.

Python knows codecs that are no encodings of text ("unicode_escape", "punycode", "idna"), some of which take the square
of the length; a declaration comes from strangers, so it may only choose among real character sets.
"""

import codecs
import re

from briefing.text.languages import likeliest

CHARACTER_SETS = re.compile(
    r"utf-8|utf-16(?:-[bl]e)?|utf-32(?:-[bl]e)?|utf-7|cp\d{3,4}|iso8859-\d{1,2}|iso2022_\w{2,7}|koi8-\w|mac-\w{4,9}|"
    r"big5(?:hkscs)?|gb\w{4,6}|euc_\w{2,10}|shift_jis\w{0,5}|johab|hz|tis-620|ascii|ptcp154|kz1048|hp-roman8"
)
"""Python's names of encodings of text."""

BETTER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "utf-7": ""}
"""What a name stands for in practice (WHATWG Encoding Standard); UTF-7 hides markup, so it is no encoding here."""

LAST_RESORT = "cp1252"
"""What bytes that are no UTF-8 and declare nothing nearly always are."""

NEVER_GUESSED = frozenset({"ascii", "latin_1", "utf_7"})

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LIKE_UTF8 = ("iso2022", "hz", "utf-16", "utf-32")
"""Encodings whose bytes may all be valid UTF-8, so that only a declaration can tell."""

MOST_DAMAGE = 0.002
"""UTF-8 with fewer broken characters than this is damaged UTF-8 (cut short, one byte lost), not another encoding."""

SAMPLE_BYTES = 40_000
"""How much is given to statistics: they take a second a megabyte, and more does not make them surer."""

FEWEST_HIGH_BYTES = 12
"""Bytes beyond ASCII below which statistics have nothing to count; a name with an accent is Windows-1252."""

HIGH = bytes(range(128, 256))

LATIN_SHARE = 0.15
"""Text with fewer bytes beyond ASCII is of an alphabet that shares most of its letters with ASCII's: Czech has 0.13,
Hungarian 0.11, Polish 0.07, English with typographic quotation marks under 0.02; Russian 0.8."""

LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")
"""The encodings such text is found in, the commonest first."""

WRITTEN_IN = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sh", "sk", "sl", "sq", "bs"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("az", "tr"), ("cp1254",)),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
}
"""Languages whose own letters Windows-1252 lacks, and what they are written in instead."""

BEFORE = 60
"""Characters before the first letter beyond ASCII that are looked at with what follows."""

WIDE_NULS = 0.3
"""UTF-16 of a European language has NULs for nearly every second byte."""


def to_text(body: bytes, declared: str = "") -> str:
    """The text of bytes whose container declares that character set ("": none). Never fails.

    Bytes that fit no encoding become U+FFFD.
    """
    marked = marked_codec(body)
    if marked:
        return body.decode(marked, "replace")
    codec = known_codec(declared) if declared else None
    wide = wide_codec(body[:SAMPLE_BYTES]) if b"\0" in body[:SAMPLE_BYTES] else None
    if wide and not (codec and codec.startswith(LIKE_UTF8)):
        return body.decode(wide, "replace")
    for each in (codec if codec and codec.startswith(LIKE_UTF8) else None, "utf-8"):
        if each:
            try:
                return body.decode(each)
            except UnicodeError:
                continue
    return _no_utf8(body, codec)


def _no_utf8(body: bytes, declared: str | None) -> str:
    text = body.decode("utf-8", "replace")
    if text.count("\ufffd") <= MOST_DAMAGE * len(text) and any(
        ord(letter) > 127 and letter != "\ufffd" for letter in text
    ):
        return text
    if declared and not declared.startswith("utf"):
        return body.decode(declared, "replace")
    return body.decode(_guessed_codec(body), "replace")


def _guessed_codec(body: bytes) -> str:
    """By statistics, where there is enough to count."""
    sample = body[:SAMPLE_BYTES]
    high = len(sample) - len(sample.translate(None, HIGH))
    if high < FEWEST_HIGH_BYTES:
        return LAST_RESORT
    if high < LATIN_SHARE * len(sample):
        return _latin_codec(sample)
    from charset_normalizer import from_bytes  # comes with trafilatura; only odd files need it

    best = from_bytes(sample).best()
    return LAST_RESORT if best is None or best.encoding in NEVER_GUESSED else best.encoding


def _latin_codec(sample: bytes) -> str:
    """By the language that comes out: read by the wrong one of these encodings, a text is less like any language."""
    first = next(at for at, byte in enumerate(sample) if byte > 127)
    found = []
    for order, codec in enumerate(LATIN):
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        language, share = likeliest(text[max(0, first - BEFORE) :])
        found.append((-share, order, codec, language))
    if not found:
        return LAST_RESORT
    _, _, codec, language = min(found)
    fitting = [each[2] for each in found if each[2] in WRITTEN_IN.get(language, (LAST_RESORT,))]
    return codec if codec in fitting or not fitting else fitting[0]


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


def wide_codec(head: bytes) -> str | None:
    """The UTF-16 codec of text without a byte order mark, told by where its NULs stand; None: it is not UTF-16."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < WIDE_NULS * len(head) or min(even, odd) > max(even, odd) / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def marked_utf8(text: str) -> bytes:
    """The text as UTF-8 behind a byte order mark, so that no later guess can take it for anything else."""
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
