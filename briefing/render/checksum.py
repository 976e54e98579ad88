"""Checksums: how a hand edit of a rendered briefing is told.

Each text format carries the SHA-256 of itself in a place of its own. In Markdown it covers everything after the front
matter; in HTML and JSON the whole document, read with the checksum itself left empty. A PDF carries none.
"""

import hashlib
import re
from typing import NamedTuple

PREFIX = b"sha256:"
DIGEST = rb"(?:sha256:[0-9a-f]{64})?"


class _Place(NamedTuple):
    """Where a format keeps its checksum: a pattern whose only group is the value."""

    pattern: re.Pattern[bytes]
    body_only: bool  # covers what follows the front matter, not the whole document


PLACES = {
    "md": _Place(re.compile(rb'\A---\n(?:(?!---\n)[^\n]*\n)*?checksum: "(' + DIGEST + rb')"\n'), True),
    "html": _Place(re.compile(rb'<meta name="checksum" content="(' + DIGEST + rb')">'), False),
    # The first key of the document; inside any string the quotation marks would be escaped.
    "json": _Place(re.compile(rb'\A\{\s*"checksum": "(' + DIGEST + rb')"'), False),
}
FRONT_MATTER_END = b"\n---\n"


def stamp(data: bytes, format: str) -> bytes:  # noqa: A002 - the word every caller uses for it
    """The document with its checksum filled in; unchanged where it has no place for one."""
    found = _find(data, format)
    if found is None:
        return data
    return data[: found.start(1)] + _digest(data, format, found) + data[found.end(1) :]


def is_intact(data: bytes, format: str) -> bool | None:  # noqa: A002 - as above
    """Whether the document is as it was written; None where it carries no checksum.

    data: a whole file. format: "md", "html" or "json"; any other format carries none. Line endings turned into CR LF
    by another program count as an edit.
    """
    found = _find(data, format)
    if found is None or not found.group(1):
        return None
    return found.group(1) == _digest(data, format, found)


def _find(data: bytes, format: str) -> re.Match[bytes] | None:  # noqa: A002 - as above
    place = PLACES.get(format)
    return place.pattern.search(data) if place else None


def _digest(data: bytes, format: str, found: re.Match[bytes]) -> bytes:  # noqa: A002 - as above
    if PLACES[format].body_only:
        end = data.find(FRONT_MATTER_END, found.end() - 1)
        covered = data[end + len(FRONT_MATTER_END) :] if end >= 0 else b""
    else:
        covered = data[: found.start(1)] + data[found.end(1) :]
    return PREFIX + hashlib.sha256(covered).hexdigest().encode("ascii")
