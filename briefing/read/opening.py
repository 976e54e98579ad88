"""Opening: bytes out of a file, capped, and only if it is a regular file when it is open."""

import gzip
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

MAX_DOCUMENT_BYTES = 20_000_000
"""One document may be this large. The largest of 181 saved news pages has 3 MB; a long read in text has 0.2 MB."""

GZIP_SUFFIX = ".gz"

PACKED = b"\x1f\x8b\x08"
"""How gzip begins (RFC 1952): servers send pages packed, and some programs save them as they came."""

NOT_BLOCKING = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe nobody writes to would wait for ever without it; Windows has neither."""


class NotAFileError(OSError):
    """What stands at a path is a device, a pipe or a socket."""

    def __init__(self) -> None:
        super().__init__(0, "not a regular file")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, decompressed where its name ends in .gz or it begins as what is packed does.

    Raises OSError (gzip.BadGzipFile among it), and EOFError and zlib.error while reading broken gzip.
    """
    # Looked at once open, so that what was checked is what is read.
    descriptor = os.open(path, os.O_RDONLY | NOT_BLOCKING | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotAFileError
        if path.suffix.lower() != GZIP_SUFFIX and not begins_packed(file):
            yield file
            return
        with gzip.GzipFile(fileobj=file) as unpacked:
            yield cast("BinaryIO", unpacked)


def begins_packed(file: BinaryIO) -> bool:
    """Whether gzip stands at the beginning of a file, which is left there."""
    found = file.read(len(PACKED)) == PACKED
    file.seek(0)
    return found


def is_packed(file: BinaryIO) -> bool:
    """Whether what `opened` gave is decompressed as it is read, so that it may become much more than the file has."""
    return isinstance(file, gzip.GzipFile)
