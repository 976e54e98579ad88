"""Kinds: which file is read how, told by the end of its name. A new kind of source is one line here."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import Problem, RawDocument
from briefing.read.beginnings import ending_by_beginning
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
    ".emlx": Kind("application/json", late("mail", "read_letter")),
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


DOCUMENTS: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages", ".wpd"), "a document of a word processor"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "a spreadsheet"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz", ".zst"), "an archive of another kind than zip"),
    ".pdf": "a PDF", ".epub": "a book", ".msg": "a mail in Outlook's own form", ".pst": "a mailbox of Outlook's",
    ".webarchive": "a page in Safari's own form", ".warc": "an archive of the web",
})  # fmt: skip
"""Files that may well hold articles, and are not read: whoever put them there has to know what to do."""

SAVE_AS: Mapping[str, str] = MappingProxyType({
    ".msg": ".eml", ".pst": ".mbox", ".webarchive": "a page", ".xls": ".csv", ".xlsx": ".csv", ".ods": ".csv",
    ".numbers": ".csv", **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".warc"), "a folder"),
})  # fmt: skip


def kind_of(path: Path) -> Kind | None:
    """The kind of a file by its name, whether compressed (.gz) or not; None: brief does not read it.

    Mail programs give their files no telling names, servers give pages odd ones, and some names are wrong: letters in
    a Maildir and what begins like mail, a page or a feed are told otherwise.
    """
    if is_letter(path):
        return KINDS[".eml"]
    ending = _ending(path)
    kind = KINDS.get(ending)
    if kind is None and is_mbox(path):
        return KINDS[".mbox"]
    begun = ending_by_beginning(path, ending if kind else "")
    return KINDS[begun] if begun else kind


def unread(path: Path) -> str:
    """What is said of a file that is of no kind."""
    ending = _ending(path)
    what = DOCUMENTS.get(ending)
    if what is None:
        return NOT_READ
    return f"{what}, {NOT_READ}: save it as {SAVE_AS.get(ending, 'text or as a page')}"


NOT_READ = "not a kind of file brief reads"


def _ending(path: Path) -> str:
    name = path.with_suffix("") if path.suffix.lower() == GZIP_SUFFIX else path
    return name.suffix.lower()
