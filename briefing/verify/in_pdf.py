"""PDF: the data it was set from, which it carries as an attachment, each sentence against its place.

The pages themselves are not read: what the template sets comes from nowhere but these data, and a PDF is replaced, not
edited.
"""

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

from briefing.errors import VerifyError
from briefing.verify.fitted import Shown, check
from briefing.verify.places import History, Lookup
from briefing.verify.report import Report

FILE = re.compile(rb"<<([^<>]{0,200}/EmbeddedFile[^\x00]{0,400}?)>>\s{0,4}stream\r?\n")
LENGTH = re.compile(rb"/Length ([0-9]{1,9})")
BYTES_MAX = 64_000_000  # of an attachment unpacked: far more than any briefing's, and no machine's whole memory
KEYS = frozenset({"cover", "parts", "small", "notes"})


def verify_pdf(data: bytes, lookup: Lookup, history: History) -> Report:
    """Check a briefing as PDF; VerifyError where it is none, or carries no data."""
    if not data.startswith(b"%PDF-"):
        raise VerifyError("this is no briefing: it is not a PDF")
    for document in attachments(data):
        if isinstance(document, dict) and document.keys() >= KEYS:
            try:
                codes = {int(note["number"]): str(note["code"]) for note in document["notes"]}
                return check(tuple(shown(document)), codes, lookup, history)
            except (KeyError, TypeError, ValueError, AttributeError):
                break
    raise VerifyError("this PDF carries no data of a briefing: verify the Markdown, or set it by a template with them")


def attachments(data: bytes) -> Iterator[Any]:
    """What the files attached to a PDF hold, as far as it is JSON."""
    for found in FILE.finditer(data):
        length = LENGTH.search(found[1])
        packed = data[found.end() : found.end() + int(length[1])] if length else b""
        try:
            plain = zlib.decompressobj().decompress(packed, BYTES_MAX) if b"/FlateDecode" in found[1] else packed
            yield json.loads(plain)
        except (zlib.error, ValueError, RecursionError):
            continue


def shown(document: dict[str, Any]) -> Iterator[Shown]:
    """Every sentence, quotation and figure in a briefing's data."""
    yield from lines(document["cover"], "cover")
    for number, part in enumerate(document["parts"]):
        where = f"parts[{number}]"
        yield from lines([part["dek"]] if part["dek"] else [], f"{where}.dek")
        yield from lines(part["lines"], f"{where}.lines")
        yield from lines(part["said"], f"{where}.said")
        for index, each in enumerate(part["differing"]):
            yield from lines(each["figures"], f"{where}.differing[{index}].figures")
    for number, small in enumerate(document["small"]):
        if small["line"]:
            yield from lines([small["line"]], f"small[{number}].line")


def lines(found: list[dict[str, Any]], where: str) -> Iterator[Shown]:
    """What each of some objects with a text and a note shows."""
    for number, each in enumerate(found):
        yield Shown(f"{where}[{number}]", (str(each["text"]),), int(each["note"]))
