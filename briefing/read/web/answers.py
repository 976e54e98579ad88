"""Answers: what came over the web, told by its type and its first element: a feed, a page, a list of articles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from briefing.model import Declared, Problem, RawDocument
from briefing.read.agency import agency_documents
from briefing.read.binary import is_binary
from briefing.read.feed import Entry, Feed, parse_feed
from briefing.read.json_file import is_json_feed, json_documents, json_feed, parsed
from briefing.read.opml import listed, parse_opml
from briefing.read.web.client import Answer
from briefing.read.xml_file import AGENCY, FEEDS
from briefing.read.xml_text import REFUSED, root_name, xml_text
from briefing.text.encodings import known_codec, marked_codec, marked_utf8, to_text

HTML_TYPES = ("text/html", "application/xhtml+xml")
ALTERNATE = re.compile(r"<link\b[^>]{0,1000}>", re.I)
FEED_TYPE = re.compile(r"""\btype\s{0,3}=\s{0,3}["']?application/(?:rss|atom|feed)\+(?:xml|json)""", re.I)
HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}["']?([^"'\s>]{1,2000})""", re.I)
HEAD_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Found:
    """What one answer holds."""

    entries: tuple[Entry, ...]  # of a feed
    documents: tuple[RawDocument, ...]  # articles that are whole
    problems: tuple[Problem, ...]
    is_feed: bool = False


NOTHING = Found((), (), ())


def found_in(answer: Answer, url: str, fetched_at: datetime) -> Found:
    """The feed or the article in an answer; `url` is what was asked for, and names the source."""
    if not answer.body.strip():
        return _problem(url, "the answer is empty")
    untyped = not answer.media_type.startswith("text/") and answer.body.lstrip()[:1] in (b"{", b"[")
    if "json" in answer.media_type or untyped:
        return _json(answer, url, fetched_at)
    body = in_utf8(answer)
    text = xml_text(body)
    root = root_name(text) if text is not None else ""
    if text is None:
        return _problem(url, REFUSED)
    if root in FEEDS or (answer.media_type.endswith(("rss+xml", "atom+xml")) and root != "html"):
        feed = parse_feed(body, url, fetched_at, url=answer.url)
        return _feed(feed)
    if root in AGENCY:
        return _sorted(agency_documents(text, url, fetched_at))
    if root == "opml":
        found = parse_opml(body, url)
        return Found((), (), (found if isinstance(found, Problem) else Problem("read", url, listed(len(found))),))
    if root == "html" or answer.media_type in HTML_TYPES:
        feeds = feed_addresses(answer) if urlsplit(answer.url).path in ("", "/") else ()
        if feeds:
            return _problem(url, f"a front page, no article: its feed is {feeds[0]}")
        return Found((), (page_document(answer, url, fetched_at),), ())
    if answer.media_type in ("text/plain", "text/markdown") and not is_binary(answer.body):
        return Found((), (RawDocument(url, answer.url, None, None, answer.media_type, body, fetched_at),), ())
    return _problem(url, f"not a kind of document brief reads: {answer.media_type[:60] or 'of no type'}")


def page_document(answer: Answer, source: str, fetched_at: datetime, declared: Declared | None = None) -> RawDocument:
    """A web page."""
    return RawDocument(source, answer.url, None, None, "text/html", in_utf8(answer), fetched_at, declared)


def is_page(answer: Answer) -> bool:
    """Whether an answer is a web page, by its type or where that is missing by how it begins."""
    if answer.media_type:
        return answer.media_type in HTML_TYPES
    return root_name(to_text(answer.body[:HEAD_CHARACTERS], answer.charset)) == "html"


def in_utf8(answer: Answer) -> bytes:
    """The body as it came, unless its header names a character set that fits it: then in UTF-8.

    Headers are as often wrong as right where they say UTF-8 or Latin-1, so those are left to what the body shows.
    """
    codec = known_codec(answer.charset) if answer.charset else None
    if codec is None or codec in ("utf-8", "cp1252") or marked_codec(answer.body) or _is_utf8(answer.body):
        return answer.body
    try:
        return marked_utf8(answer.body.decode(codec))
    except UnicodeError:
        return answer.body


def _is_utf8(body: bytes) -> bool:
    try:
        return not body.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def feed_addresses(answer: Answer) -> tuple[str, ...]:
    """The feeds a page names in its head (https://html.spec.whatwg.org/#link-type-alternate)."""
    head = to_text(answer.body, answer.charset)[:HEAD_CHARACTERS]
    links = (found.group() for found in ALTERNATE.finditer(head) if FEED_TYPE.search(found.group()))
    places = (place.group(1).replace("&amp;", "&") for link in links if (place := HREF.search(link)))
    try:
        return tuple(dict.fromkeys(urljoin(answer.url, place) for place in places))
    except ValueError:
        return ()


def _json(answer: Answer, url: str, fetched_at: datetime) -> Found:
    value = parsed(answer.body)
    if value is None:
        return _problem(url, "not JSON, perhaps cut short")
    if is_json_feed(value):
        return _feed(json_feed(value, url, fetched_at))
    return _sorted(json_documents(value, url, fetched_at))


def _feed(feed: Feed | Problem) -> Found:
    if isinstance(feed, Problem):
        return Found((), (), (feed,))
    return Found(feed.entries, (), (), is_feed=True)


def _sorted(found: Iterable[RawDocument | Problem]) -> Found:
    documents: list[RawDocument] = []
    problems: list[Problem] = []
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
        else:
            documents.append(each)
    return Found((), tuple(documents), tuple(problems))


def _problem(url: str, message: str) -> Found:
    return Found((), (), (Problem("read", url, message),))
