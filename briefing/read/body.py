"""Body: all bytes of a file that holds several documents, or what is wrong with it."""

import zlib
from pathlib import Path

from briefing.model import Problem
from briefing.read.naming import source_name
from briefing.read.opening import opened
from briefing.read.walk import reason

MAX_CONTAINER_BYTES = 50_000_000
"""What one file of several documents may have, unpacked: three years of a daily feed, or 2,000 letters."""


def body_of(path: Path, most: int = MAX_CONTAINER_BYTES) -> bytes | Problem:
    """The file's bytes, decompressed where its name ends in .gz; at most `most` of them, and not none."""
    name = source_name(path)
    try:
        with opened(path) as file:
            body = file.read(most + 1)
    except OSError as error:
        return Problem("read", name, f"the file could not be opened: {reason(error)}")
    except (EOFError, zlib.error):
        return Problem("read", name, "the compressed file is damaged or cut short")
    if len(body) > most:
        return Problem("read", name, f"larger than {most // 1_000_000} MB, so it was not read")
    if not body.strip():
        return Problem("read", name, "the file is empty")
    return body
