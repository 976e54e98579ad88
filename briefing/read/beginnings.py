"""Beginnings: what a file is by how it begins, where its name says nothing of it, or says what it is not.

Servers give pages names of their own (`article.php`, `story?id=3`), people save a page, a mail or a feed as `.txt`,
and programs call one JSON object `.jsonl` and lines of JSON `.json`.
"""

import codecs
import re
from pathlib import Path

from briefing.read.opening import opened
from briefing.read.unnamed import BEGINS_MBOX, begins_like_mail
from briefing.read.xml_text import root_name

HEAD_BYTES = 4096

MISNAMED = frozenset({".txt", ".text", ".html", ".htm", ".json", ".jsonl", ".ndjson"})
"""Endings of what is text of some kind, so that it may be of another; the others are what they say, or damaged."""

COPIES = re.compile(r"~$|\.(?:bak|old|orig|part|partial|crdownload|download|tmp|swp)$", re.I)
"""Names of what an editor or a browser left: a page there is the copy of one, or half of one."""

PAGE = re.compile(r"(?:<\?xml\b[^>]{0,200}\?>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html)\b", re.I)
FEEDS = frozenset({"rss", "feed", "rdf"})
SUBJECT = re.compile(r"^Subject:", re.M | re.I)
JSON_VALUE = re.compile(r"\{\s*\"|\[\s*\{")
"""An object with a name, or a list of objects; "[Lindow] The ferry" begins an article."""

NOT_A_LINE = re.compile(r"\[\s*\{|\{[^\S\n]*\n")
"""A list of objects, or one whose first line is its bracket alone: no line of JSON Lines is either."""

WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def ending_by_beginning(path: Path, ending: str) -> str | None:
    """The ending that a file's beginning asks for, where it has none that is known, or one that is often wrong.

    None: its own stands. `ending` is the file's, in lower case, less `.gz`; "" where brief knows none such.
    """
    if COPIES.search(path.name) or (ending and ending not in MISNAMED):
        return None
    text = _head(path)
    if ending in (".jsonl", ".ndjson"):
        return ".json" if NOT_A_LINE.match(text) else None
    if text.startswith("<"):
        markup = _markup(text)
        return markup if ending != ".json" else None
    if ending in (".txt", ".text"):
        return _of_text(text)
    named = path.suffix and not ending  # whatever has an ending of its own is no mail and no JSON by chance
    return ".json" if not named and not ending and JSON_VALUE.match(text) else None


def _markup(text: str) -> str | None:
    if PAGE.match(text):
        return ".html"
    return ".xml" if root_name(text) in FEEDS else None


def _of_text(text: str) -> str | None:
    if JSON_VALUE.match(text):
        return ".json"
    if BEGINS_MBOX.match(text.encode("utf-8", "replace")):
        return ".mbox"
    return ".eml" if SUBJECT.search(text) and begins_like_mail(text.encode("utf-8", "replace")) else None


def _head(path: Path) -> str:
    """The file's beginning, each byte beyond ASCII a letter of some kind; "" where it cannot be read."""
    try:
        with opened(path) as file:
            head = file.read(HEAD_BYTES)
    except Exception:  # noqa: BLE001 (whatever is wrong with the file, its reader will tell)
        return ""
    for mark, codec in WIDE:
        if head.startswith(mark):
            return head.decode(codec, "ignore").lstrip("\ufeff\n\r\t ")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip("\n\r\t ")
