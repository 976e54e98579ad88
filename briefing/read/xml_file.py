"""XML file: which of the XML formats of news a file is, told by its first element."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from briefing.model import Problem, RawDocument
from briefing.read.agency import agency_documents
from briefing.read.body import body_of
from briefing.read.feed import MAX_FEED_BYTES, feed_documents
from briefing.read.naming import source_name
from briefing.read.opml import listed, parse_opml
from briefing.read.xml_text import REFUSED, root_name, xml_text
from briefing.text.encodings import marked_utf8

FEEDS = frozenset({"rss", "feed", "rdf", "channel"})
AGENCY = frozenset({"nitf", "newsitem", "newsmessage", "packageitem", "newsml"})


def read_xml(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles in an XML file: a feed's entries, an agency's items."""
    name = source_name(path)
    body = body_of(path)
    if isinstance(body, Problem):
        yield body
    else:
        yield from xml_documents(body, name, fetched_at)


def xml_documents(body: bytes, name: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles in these bytes."""
    text = xml_text(body)
    root = root_name(text) if text is not None else ""
    if text is None:
        yield Problem("read", name, REFUSED)
    elif root in AGENCY:
        yield from agency_documents(text, name, fetched_at)
    elif root == "opml":
        found = parse_opml(body, name)
        yield found if isinstance(found, Problem) else Problem("read", name, listed(len(found)))
    elif root == "html":
        yield RawDocument(name, None, name, None, "text/html", marked_utf8(text), fetched_at)
    elif root in FEEDS or b"<item" in body[:MAX_FEED_BYTES] or b"<entry" in body[:MAX_FEED_BYTES]:
        yield from feed_documents(body, name, fetched_at)
    else:
        yield Problem("read", name, f"XML of a kind brief does not read: <{root[:40]}>" if root else "no XML")
