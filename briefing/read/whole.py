"""Whole: a file that is one document (text, Markdown, a page)."""

import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from briefing.model import Problem, RawDocument
from briefing.read.binary import is_binary
from briefing.read.naming import source_name
from briefing.read.opening import MAX_DOCUMENT_BYTES, opened
from briefing.read.walk import reason


def read_whole(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The file as one document, or what is wrong with it."""
    name = source_name(path)
    try:
        with opened(path) as file:
            body = file.read(MAX_DOCUMENT_BYTES + 1)
    except OSError as error:
        yield Problem("read", name, f"the file could not be opened: {reason(error)}")
        return
    except (EOFError, zlib.error):
        yield Problem("read", name, "the compressed file is damaged or cut short")
        return
    if len(body) > MAX_DOCUMENT_BYTES:
        yield Problem("read", name, f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, so it was not read")
    elif not body.strip():
        yield Problem("read", name, "the file is empty")
    elif is_binary(body):
        yield Problem("read", name, "the file holds binary data, not text")
    else:
        yield RawDocument(name, None, name, None, media_type, body, fetched_at)
