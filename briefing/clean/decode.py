"""Decode: the text of a document's bytes, by what its own words declare."""

import re

from briefing.text.encodings import to_text

DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.I)

DECLARATION_BYTES = 4096
"""How far into a page a declaration is looked for; the standard asks for 1,024."""


def decode(body: bytes) -> str:
    """The text of a document's bytes. Never fails: bytes that fit no encoding become U+FFFD."""
    found = DECLARED.search(body, 0, DECLARATION_BYTES)
    return to_text(body, found.group(1).decode("ascii", "replace") if found else "")
