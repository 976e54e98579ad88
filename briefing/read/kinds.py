"""Kinds: which file is read how, told by the end of its name. A new kind of source is one line here."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import Problem, RawDocument
from briefing.read.json_lines import read_lines
from briefing.read.opening import GZIP_SUFFIX
from briefing.read.unnamed import is_letter, is_mbox
from briefing.read.whole import read_whole

Reader = Callable[[Path, str, datetime], Iterator[RawDocument | Problem]]
"""A file's path, its media type, when it is read → its documents. Readers do not raise: trouble is a `Problem`."""


def late(module: str, name: str) -> Reader:
    """A reader whose module is imported when the first file of its kind is met.

    A run meets one or two kinds, and mail, feeds and lists of feeds bring a third of all that reading has to import.
    """

    def read(path: Path, media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
        reader: Reader = getattr(import_module(f"briefing.read.{module}"), name)
        return reader(path, media_type, fetched_at)

    return read


class Kind(NamedTuple):
    """One kind of file."""

    media_type: str  # RFC 6838, of each document in it
    read: Reader


read_xml = late("xml_file", "read_xml")
read_table = late("table", "read_table")
read_mhtml = late("mail", "read_mhtml")

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
    ".json": Kind("application/json", late("json_file", "read_json")),
    ".csv": Kind("application/json", read_table),
    ".tsv": Kind("application/json", read_table),
    ".eml": Kind("application/json", late("mail", "read_letter")),
    ".mbox": Kind("application/json", late("mail", "read_mbox")),
    ".mhtml": Kind("text/html", read_mhtml),
    ".mht": Kind("text/html", read_mhtml),
    ".xml": Kind("application/json", read_xml),
    ".rss": Kind("application/json", read_xml),
    ".atom": Kind("application/json", read_xml),
    ".rdf": Kind("application/json", read_xml),
    ".nitf": Kind("application/json", read_xml),
    ".newsml": Kind("application/json", read_xml),
    ".opml": Kind("application/json", late("opml", "read_opml")),
    ".zip": Kind("application/zip", late("zip_archive", "read_zip")),
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
