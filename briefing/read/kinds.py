"""Kinds: which file is read how, told by the end of its name. A new kind of source is one line here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from briefing.model import Problem, RawDocument
from briefing.read.json_lines import read_lines
from briefing.read.opening import GZIP_SUFFIX
from briefing.read.unnamed import is_letter, is_mbox
from briefing.read.whole import read_whole

Reader = Callable[[Path, str, datetime], Iterator[RawDocument | Problem]]
"""A file's path, its media type, when it is read → its documents. Readers do not raise: trouble is a `Problem`."""


# Imported when the first file of their kind is met: a run meets one or two kinds, and mail, feeds and lists of feeds
# bring a third of all that reading has to import.


def read_json(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a JSON file."""
    from briefing.read.json_file import read_json

    return read_json(path, media_type, fetched_at)


def read_letter(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a letter."""
    from briefing.read.mail import read_letter

    return read_letter(path, media_type, fetched_at)


def read_mbox(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a mailbox."""
    from briefing.read.mail import read_mbox

    return read_mbox(path, media_type, fetched_at)


def read_mhtml(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The page of a web archive."""
    from briefing.read.mail import read_mhtml

    return read_mhtml(path, media_type, fetched_at)


def read_opml(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """What there is to say of a list of feeds."""
    from briefing.read.opml import read_opml

    return read_opml(path, media_type, fetched_at)


def read_table(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a table."""
    from briefing.read.table import read_table

    return read_table(path, media_type, fetched_at)


def read_xml(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a feed or an agency's file."""
    from briefing.read.xml_file import read_xml

    return read_xml(path, media_type, fetched_at)


def read_zip(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The documents of all files in an archive."""
    from briefing.read.zip_archive import read_zip

    return read_zip(path, media_type, fetched_at)


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
    ".json": Kind("application/json", read_json),
    ".csv": Kind("application/json", read_table),
    ".tsv": Kind("application/json", read_table),
    ".eml": Kind("application/json", read_letter),
    ".mbox": Kind("application/json", read_mbox),
    ".mhtml": Kind("text/html", read_mhtml),
    ".mht": Kind("text/html", read_mhtml),
    ".xml": Kind("application/json", read_xml),
    ".rss": Kind("application/json", read_xml),
    ".atom": Kind("application/json", read_xml),
    ".rdf": Kind("application/json", read_xml),
    ".nitf": Kind("application/json", read_xml),
    ".newsml": Kind("application/json", read_xml),
    ".opml": Kind("application/json", read_opml),
    ".zip": Kind("application/zip", read_zip),
})  # fmt: skip


def kind_of(path: Path) -> Kind | None:
    """The kind of a file by its name, whether compressed (.gz) or not; None: brief does not read it.

    Mail programs give their files no telling names: letters in a Maildir and what begins like mail are told otherwise.
    """
    if is_letter(path):
        return KINDS[".eml"]
    name = path.with_suffix("") if path.suffix.lower() == GZIP_SUFFIX else path
    kind = KINDS.get(name.suffix.lower())
    return KINDS[".mbox"] if kind is None and is_mbox(path) else kind
