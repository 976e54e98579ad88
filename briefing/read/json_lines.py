"""JSON Lines: a file with one article a line (https://jsonlines.org)."""

import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from briefing.model import Problem, RawDocument
from briefing.read.binary import is_binary
from briefing.read.naming import source_name
from briefing.read.opening import MAX_DOCUMENT_BYTES, is_packed, opened
from briefing.read.walk import reason

MOST_EXPANSION = 50
"""How many bytes a compressed byte may become. News text becomes 3 to 10; a gzip bomb about 1,000."""

FREE_BYTES = 50_000_000
"""This much may be unpacked whatever the ratio: half a second's work."""


FEWEST_BYTES = len('{"text":"a"}')
"""A shorter line holds no article."""

MOST_SHORT_LINES = 10_000
"""So many of them in a row are no articles' file but one that means to keep the reader busy."""


def read_lines(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """A document for each line that is not blank; its part is the line's number, from 1."""
    name = source_name(path)
    empty = True
    try:
        with opened(path) as file:
            for number, line in _lines(file, *_allowance(path, packed=is_packed(file))):
                empty = False
                if isinstance(line, str):
                    yield Problem("read", name if number is None else f"{name} line {number}", line)
                else:
                    yield RawDocument(name, None, name, number, media_type, line, fetched_at)
    except OSError as error:
        yield Problem("read", name, f"the file could not be opened: {reason(error)}")
    except (EOFError, zlib.error):
        yield Problem("read", name, "the compressed file is damaged or cut short")
    else:
        if empty:
            yield Problem("read", name, "the file is empty")


def _allowance(path: Path, *, packed: bool) -> tuple[int, str]:
    """How many bytes are read at most, and what is said of more: a file may be packed, or grow as it is read."""
    size = path.stat().st_size
    if not packed:
        return size, "grew while it was read, so what came later is left for the next time"
    return max(FREE_BYTES, MOST_EXPANSION * size), "unpacks to far more than a text does, so the rest was not read"


def _lines(file: BinaryIO, allowance: int, beyond: str) -> Iterator[tuple[int | None, bytes | str]]:
    """Each line that is not blank with its number, or a sentence in its place saying why it was left out."""
    number = unpacked = short = 0
    while line := file.readline(MAX_DOCUMENT_BYTES + 1):
        number += 1
        unpacked += len(line)
        short = short + 1 if len(line) < FEWEST_BYTES else 0
        if short > MOST_SHORT_LINES:
            yield None, f"holds over {MOST_SHORT_LINES} lines without an article, so the rest was not read"
            return
        if number == 1 and is_binary(line):
            yield None, "the file holds binary data, not text"
            return
        if len(line) > MAX_DOCUMENT_BYTES:
            yield number, f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, so it was not read"
            while line and not line.endswith(b"\n") and unpacked <= allowance:
                line = file.readline(MAX_DOCUMENT_BYTES)
                unpacked += len(line)
        elif line.strip():
            yield number, line
        if unpacked > allowance:
            yield None, beyond
            return
