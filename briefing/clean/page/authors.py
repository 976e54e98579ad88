"""Authors of a page: the people its JSON-LD, its meta elements or its byline name."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from briefing.clean.outlets import is_outlet
from briefing.clean.page.metadata import Metadata, names_in

META = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author", "authors", "article.author", "og:article:author", "cxenseparse:author", "rbauthors")  # fmt: skip
"""Meta elements that name authors, the commonest first."""

CLASSES = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|contributor|writer|reporter)(?:[\s_-]|name|$|s\b|__|--)", re.I
)
NO_AUTHORS = re.compile(
    r"comment|related|bio|avatar|image|photo|social|follow|more|desc|footer|widget|sidebar|recirc", re.I
)

OPENING = re.compile(
    r"^(?:(?:written|posted|published|reported|words|story|analysis|opinion|text)?\s*by:?\s+|authors?:\s*)", re.I
)
CLOSING = re.compile(
    r"\s*(?:[|•·–—(]|\s-\s|,\s+(?:updated|published|posted|the |staff|for |[A-Z]{2,}\b|\w+ (?:writer|reporter"
    r"|editor|correspondent))|\b(?:updated|published|posted|on|for|in)\b).*$",
    re.I | re.S,
)
PARTS = re.compile(r"\s*(?:,|;|\band\b|&|\bund\b|\bet\b|/)\s*")
PERSON = re.compile(
    r"[^\W\d_a-z][\w'’.-]{0,30}(?: (?:de|del|della|der|di|da|dos|du|van|von|den|ter|la|le|el|al|bin|ibn|zu|[^\W\d_a-z]"
    r"[\w.'’()-]{0,30})){1,4}"
)
"""Two to five words with capitals, but for particles."""

DAY = re.compile(r"\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$|(?-i:(?<=[a-z][a-z]))\. .*$", re.I | re.S)
"""What runs on behind a name: the day, the next sentence."""


LONGEST_BYLINE = 200
"""Characters; an element with more is a box about the author."""

MOST_BLOCKS = 1_000
"""Blocks in which a line that begins with "By" is looked for; it stands at the top."""

MOST_ELEMENTS = 40
"""Elements that look like bylines which are tried; the article's own is among the first."""


def authors_of(tree: Any, metadata: Metadata) -> tuple[str, ...]:
    """The names of people, as printed, in order, none twice."""
    linked = [name for found in metadata.linked for name in names_in(found.get("author"))]
    sources = (linked, [content for name in META for content in metadata.meta.get(name, ())])
    outlets = {name.lower() for name in (*metadata.publishers, *metadata.meta.get("og:site_name", ()))}
    for names in sources:
        people = _people(names, outlets)
        if people:
            return people
    return next((people for text in _bylines(tree) if (people := _people([text], outlets))), ())


def _people(texts: Iterable[str], outlets: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in people_in(text) if name.lower() not in outlets))


def people_in(text: str) -> Iterator[str]:
    """The people a byline names: "By Ada Quill and Ben Roe, Harnby Post" → "Ada Quill", "Ben Roe"."""
    text = DAY.sub("", OPENING.sub("", " ".join(text.split())))
    if "://" in text or "@" in text or len(text) > LONGEST_BYLINE:
        return
    for part in PARTS.split(CLOSING.sub("", text)):
        name = part.strip(" .,;:|")
        if PERSON.fullmatch(name) and not is_outlet(name):
            yield name.title() if name.isupper() else name


def _bylines(tree: Any) -> Iterator[str]:
    """The texts of elements that look like a byline, surest first."""
    sure = tree.xpath('//*[@rel="author" or @itemprop="author" or @itemprop="creator"]')
    likely = [
        element
        for element in tree.xpath(
            '//body//*[contains(@class, "yline") or contains(@class, "uthor") or contains(@id, "yline")]'
        )
        if not NO_AUTHORS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    ]
    for element in [*sure[:MOST_ELEMENTS], *likely[:MOST_ELEMENTS]]:
        named = element.xpath('.//*[@itemprop="name"]')
        text = " ".join((named[0] if named else element).itertext()).strip()
        if 0 < len(text) <= LONGEST_BYLINE:
            yield text
    for element in islice(tree.iter("p", "span", "div"), MOST_BLOCKS):
        text = (element.text or "").strip()
        if text.startswith(("By ", "BY ")) and len(text) <= LONGEST_BYLINE / 2:
            yield text
