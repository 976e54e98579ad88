"""Kinds: which file is read how, told by the end of its name. A new kind of source is one line here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from briefing.model import Problem, RawDocument
from briefing.read.json_lines import read_lines
from briefing.read.opening import GZIP_SUFFIX
from briefing.read.whole import read_whole

Reader = Callable[[Path, str, datetime], Iterator[RawDocument | Problem]]
"""A file's path, its media type, when it is read → its documents. Readers do not raise: trouble is a `Problem`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file."""

    media_type: str  # RFC 6838, of each document in it
    read: Reader


KINDS: Mapping[str, Kind] = MappingProxyType({
    ".txt": Kind("text/plain", read_whole),
    ".text": Kind("text/plain", read_whole),
    ".md": Kind("text/markdown", read_whole),
    ".markdown": Kind("text/markdown", read_whole),
    ".html": Kind("text/html", read_whole),
    ".htm": Kind("text/html", read_whole),
    ".xhtml": Kind("text/html", read_whole),
    ".jsonl": Kind("application/json", read_lines),
    ".ndjson": Kind("application/json", read_lines),
})  # fmt: skip


def kind_of(path: Path) -> Kind | None:
    """The kind of a file by its name, whether compressed (.gz) or not; None: brief does not read it."""
    name = path.with_suffix("") if path.suffix.lower() == GZIP_SUFFIX else path
    return KINDS.get(name.suffix.lower())
