"""Body: all bytes of a file that holds several documents, or what is wrong with it."""

import zlib
from pathlib import Path

from briefing.model import Problem
from briefing.read.naming import source_name
from briefing.read.opening import is_packed, opened
from briefing.read.walk import reason

MAX_CONTAINER_BYTES = 50_000_000
"""What one file of several documents may have, unpacked: three years of a daily feed, or 2,000 letters."""

MOST_EXPANSION = 100
"""How many bytes a compressed byte may become: news 3 to 10, a table of it perhaps 30, a bomb about 1,000."""

FREE_BYTES = 20_000_000
"""This much may be unpacked whatever the ratio: a fifth of a second's work."""


def body_of(path: Path, most: int = MAX_CONTAINER_BYTES) -> bytes | Problem:
    """The file's bytes, decompressed where they are packed; at most `most` of them, and not none."""
    name = source_name(path)
    try:
        with opened(path) as file:
            packed = is_packed(file)
            if packed:
                most = min(most, max(FREE_BYTES, MOST_EXPANSION * path.stat().st_size))
            body = file.read(most + 1)
    except OSError as error:
        return Problem("read", name, f"the file could not be opened: {reason(error)}")
    except (EOFError, zlib.error):
        return Problem("read", name, "the compressed file is damaged or cut short")
    if len(body) > most:
        unpacked = "unpacks to more" if packed else "larger"
        return Problem("read", name, f"{unpacked} than {most // 1_000_000} MB, so it was not read")
    if not body.strip():
        return Problem("read", name, "the file is empty")
    return body
