"""OPML: lists of feeds, as feed readers exchange them (http://opml.org/spec2.opml)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

from briefing.model import Problem, RawDocument
from briefing.read.body import body_of
from briefing.read.naming import source_name
from briefing.read.xml_text import REFUSED, root_name, tree, xml_text

MAX_FEEDS = 2_000


@dataclass(frozen=True, slots=True)
class Listed:
    """One feed of a list."""

    url: str
    title: str


def parse_opml(body: bytes, source: str) -> tuple[Listed, ...] | Problem:
    """The feeds of a list in its order, folders opened, each address once; only those at http and https."""
    text = xml_text(body)
    if text is None:
        return Problem("read", source, REFUSED)
    root = tree(text) if root_name(text) == "opml" else None
    if root is None:
        return Problem("read", source, "not an OPML list of feeds")
    found: dict[str, Listed] = {}
    for outline in root.iter("{*}outline"):
        named = {name.lower(): value.strip() for name, value in outline.attrib.items()}
        url = named.get("xmlurl", "")
        if url.lower().startswith(("http://", "https://")) and len(found) < MAX_FEEDS:
            found.setdefault(url, Listed(url, " ".join((named.get("title") or named.get("text") or "").split())))
    return tuple(found.values())


def opml(feeds: Iterable[Listed], title: str) -> str:
    """The list as OPML 2.0."""
    lines = [
        f'  <outline type="rss" text={quoteattr(feed.title or feed.url)} xmlUrl={quoteattr(feed.url)}/>'
        for feed in feeds
    ]
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>{_escaped(title)}</title></head>'
    )
    return "\n".join((head, "<body>", *lines, "</body>", "</opml>", ""))


def _escaped(text: str) -> str:
    return quoteattr(text)[1:-1].replace("'", "&apos;")


def read_opml(path: Path, _media_type: str, _fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """A list holds no article: a `Problem` that says what to do with it."""
    name = source_name(path)
    body = body_of(path)
    found = body if isinstance(body, Problem) else parse_opml(body, name)
    yield found if isinstance(found, Problem) else Problem("read", name, listed(len(found)))


def listed(count: int) -> str:
    """What is said of a list of feeds among articles."""
    return f"a list of {count} feeds, no article: brief add takes them into brief.toml"
