"""Naming: how a source is called in front of the reader."""

import os
from pathlib import Path


def source_name(path: Path) -> str:
    """The path as the user gave it, with POSIX separators; bytes of a name that are no UTF-8 become U+FFFD.

    A name that could not be printed would otherwise end the run when the coverage note is written.
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
