"""Blocks: a piece of HTML, as feeds and mail carry it, as the paragraphs a reader would see.

Feeds and newsletters hold the article alone, or nearly: what main-text extraction is for (telling an article from
the page round it) would throw half of a short one away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BREAKING = re.compile(
    "address|article|aside|blockquote|body|br|center|dd|details|dir|div|dl|dt|fieldset|figure|footer|h1|h2|h3|"
    "h4|h5|h6|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
"""Elements that begin and end a line (the HTML Standard's rendering section, and table cells)."""

SILENT = re.compile(
    "applet|audio|button|canvas|datalist|embed|figcaption|form|frame|frameset|head|iframe|input|link|map|math|"
    "meta|nav|noframes|noscript|object|script|select|style|svg|template|textarea|title|video"
)
"""Elements whose content is no part of what the article says."""

HIDDEN = re.compile(r"(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all)", re.I)

NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DECLARATION = re.compile(r"<\?xml[^>]{0,200}>")
HEADING = re.compile("h[1-6]")
BOLD = frozenset({"b", "strong"})
MAX_BLOCKS = 50_000


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table cell."""

    text: str  # on one line
    heading: bool  # it is marked up as one
    linked: int  # how many of its characters are a link's
    strong: int  # how many are bold
    links: tuple[str, ...]  # where its links lead, as written


def blocks_of(fragment: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML in reading order; hidden text, captions, scripts and forms left out."""
    from lxml import etree

    cleaned = NOT_HTML.sub("", fragment)
    if not cleaned.strip():
        return ()
    # As a string: of bytes the parser would believe the fragment's own <meta charset>, which no longer holds.
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<html><body>{DECLARATION.sub('', cleaned)}</body></html>", parser)
    except (etree.XMLSyntaxError, ValueError):
        return ()
    return () if root is None else tuple(_walk(root))


def text_of(fragment: str) -> str:
    """The text of a piece of HTML, its blocks separated by an empty line."""
    return "\n\n".join(block.text for block in blocks_of(fragment))


class _Line:
    """The block being read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.linked = self.strong = 0
        self.heading = False

    def add(self, text: str | None, depth: dict[str, int]) -> None:
        if not text:
            return
        self.pieces.append(text)
        length = len(" ".join(text.split()))
        self.linked += length if depth["link"] else 0
        self.strong += length if depth["bold"] else 0
        self.heading = self.heading or (depth["heading"] > 0 and length > 0)

    def block(self) -> Block | None:
        text = " ".join("".join(self.pieces).split())
        return Block(text, self.heading, self.linked, self.strong, tuple(self.links)) if text else None


def _walk(root: Any) -> Iterator[Block]:
    from lxml import etree

    line, depth, found = _Line(), {"link": 0, "bold": 0, "heading": 0}, 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        silent = bool(SILENT.fullmatch(name) or HIDDEN.search(element.get("style") or ""))
        if BREAKING.fullmatch(name):
            block, line = line.block(), _Line()
            if block:
                yield block
                found += 1
                if found >= MAX_BLOCKS:
                    return
        if event == "start" and silent:
            walk.skip_subtree()
        elif event == "start":
            _deepen(depth, name, 1)
            if name == "a" and element.get("href"):
                line.links.append(element.get("href").strip())
            line.add(element.text, depth)
        else:
            if not silent:
                _deepen(depth, name, -1)
            line.add(element.tail, depth)
    block = line.block()
    if block:
        yield block


def _deepen(depth: dict[str, int], name: str, by: int) -> None:
    if name == "a":
        depth["link"] += by
    elif name in BOLD:
        depth["bold"] += by
    elif HEADING.fullmatch(name):
        depth["heading"] += by
