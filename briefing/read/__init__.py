"""Read: what a source is, and whether it may be opened. Files, folders → `RawDocument`s."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from briefing.model import Problem, RawDocument


def read(paths: Sequence[Path], *, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """Each document in the files and folders given, in a fixed order; what cannot be read is a `Problem`."""
    raise NotImplementedError
