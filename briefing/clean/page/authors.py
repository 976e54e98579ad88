"""Authors of a page: the people its JSON-LD, its meta elements or its byline name."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from briefing.clean.outlets import is_outlet
from briefing.clean.page.metadata import Metadata, names_in
from briefing.clean.urls import host_of

META = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author", "authors", "article.author", "og:article:author", "cxenseparse:author", "rbauthors",
    "mediator_author", "article:author_name", "shareaholic:article_author_name", "og:author", "news_authors",
    "bt:author", "vf:author", "creator", "wt.author", "page.author", "byline")  # fmt: skip
"""Meta elements that name authors, the commonest first."""

CLASSES = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|contributor|writer|reporter)(?:[\s_-]|name|$|s\b|__|--)", re.I
)
NO_AUTHORS = re.compile(
    r"comment|related|bio|avatar|image|photo|social|follow|more|desc|footer|widget|sidebar|recirc", re.I
)

OPENING = re.compile(
    r"^(?:(?:written|posted|published|reported|words|story|analysis|opinion|text)?\s*by:?\s+"
    r"|(?:authors?|text|words|redaktion|autore?a?|auteure?|tekst|texte?|testo|текст|автор|авторка):\s*"
    r"|(?:von|vom|par|por|di|door|av|af|od|от|автор)\s+(?=(?-i:[^\W\d_a-zа-я]\w{1,30} [^\W\d_a-zа-я])))",
    re.I,
)
"""How a byline begins, in the languages of the outlets that were met."""

LABELS = re.compile(r"written by|author|by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|автор", re.I)
"""What twitter:label says that stands before an author's name, as blog programs write it."""

CLOSING = re.compile(
    r"(?:(?<!\s)\s+)?"
    r"(?:[|•·–—(]|\s-\s|,\s+(?:updated|published|posted|the |staff|for |[A-Z]{2,}\b|\w+ (?:writer|reporter"
    r"|editor|correspondent))|\b(?:updated|published|posted|on|for|in)\b).*$",
    re.I | re.S,
)
PARTS = re.compile(r"(?:(?<!\s)\s+)?(?:,|;|\band\b|&|\bund\b|\bet\b|/)\s*")
PERSON = re.compile(
    r"[^\W\d_a-z][\w'’.-]{0,30}(?: (?:de|del|della|der|di|da|dos|du|van|von|den|ter|la|le|el|al|bin|ibn|zu|[^\W\d_a-z]"
    r"[\w.'’()-]{0,30})){1,4}"
)
"""Two to five words with capitals, but for particles."""

LISTED = re.compile(rf"{PERSON.pattern}(?:, {PERSON.pattern}){{1,8}},? (?:and|und|et|y|e|&) {PERSON.pattern}")
"""Three names or more: commas alone may be followed by a role or an outlet, an "and" at the end makes them a list."""

ROLE = re.compile(r"\b(?:writer|reporter|editor|correspondent|columnist|analyst|staff|press|news)\b", re.I)

DAY = re.compile(r"(?<!\s)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$|(?-i:(?<=[a-z][a-z]))\. .*$", re.I | re.S)
"""What runs on behind a name: the day, the next sentence."""


LONGEST_BYLINE = 200
"""Characters; an element with more is a box about the author."""

MOST_BLOCKS = 1_000
"""Blocks in which a line that begins with "By" is looked for; it stands at the top."""

ANOTHERS = re.compile(r"comment|related|recirc|recommend|most-?(?:read|popular)|trending|sidebar|list-of|teaser", re.I)
"""Classes of boxes whose bylines are those of comments and of other articles."""

BOX_LEVELS = 6
"""How far up from a byline such a box is looked for; further up stands the page."""

MOST_LINKED = 5
"""Links behind "By" that are read as names; with more it is no byline."""

MOST_ELEMENTS = 40
"""Elements that look like bylines which are tried; the article's own is among the first."""


def authors_of(tree: Any, metadata: Metadata) -> tuple[str, ...]:
    """The names of people, as printed, in order, none twice."""
    linked = [name for found in metadata.linked for name in names_in(found.get("author"))]
    sources = (linked, [content for name in META for content in metadata.meta.get(name, ())], _labelled(metadata))
    outlets = {name.lower() for name in (*metadata.publishers, *metadata.meta.get("og:site_name", ()))}
    for names in sources:
        people = _people(names, outlets)
        if people:
            return people
    for text in _bylines(tree):
        people = _people([text], outlets)
        if people:
            return people
        if is_outlet(" ".join(text.split())):  # the desk's own piece; names further down are those of others
            return ()
    return tuple(dict.fromkeys(_first_names(metadata, outlets)))


def _first_names(metadata: Metadata, outlets: Collection[str]) -> Iterator[str]:
    """The people JSON-LD calls by their first names alone, as blogs do."""
    host = host_of(metadata.url)
    for found in metadata.linked:
        author = found.get("author")
        if isinstance(author, dict) and author.get("@type") in ("Person", ["Person"]):
            for name in names_in(author):
                known = name.lower() in host or any(name.lower() in outlet for outlet in outlets)
                if FIRST_NAME.fullmatch(name) and not known and not is_outlet(name) and name.lower() not in NOBODY:
                    yield name


FIRST_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,14}")
NOBODY = frozenset({"admin", "administrator", "author", "anonymous", "guest", "webmaster", "redaktion", "redaction",
    "redazione", "rédaction", "redacción", "redacao", "user", "blogger", "moderator", "support", "root"})  # fmt: skip
"""What blog programs call whoever wrote."""


def _labelled(metadata: Metadata) -> list[str]:
    """What a card for Twitter says behind "Written by"."""
    return [
        name
        for number in ("1", "2")
        if LABELS.fullmatch(metadata.first(f"twitter:label{number}").strip(" :"))
        for name in metadata.meta.get(f"twitter:data{number}", ())
    ]


def _people(texts: Iterable[str], outlets: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in people_in(text) if name.lower() not in outlets))


def people_in(text: str) -> Iterator[str]:
    """The people a byline names: "By Ada Quill and Ben Roe, Harnby Post" → "Ada Quill", "Ben Roe"."""
    text = DAY.sub("", OPENING.sub("", " ".join(_upper_lines(text).split())))
    if "://" in text or "@" in text or len(text) > LONGEST_BYLINE:
        return
    listed = LISTED.match(text)
    for part in PARTS.split(listed[0] if listed and not ROLE.search(listed[0]) else CLOSING.sub("", text)):
        name = part.strip(" .,;:|")
        if PERSON.fullmatch(name) and not is_outlet(name):
            yield name.title() if name.isupper() else name


def _upper_lines(text: str) -> str:
    """The lines of a byline down to the names; what stands below them is a role, an outlet, a day."""
    lines = [line for line in (" ".join(each.split()) for each in text.split("\n")) if line]
    named = ""
    for number, line in enumerate(lines):
        joined = JOINT_END.search(lines[number - 1]) or JOINT_START.match(line) if number else True
        if named and not joined and PERSON.search(OPENING.sub("", named)):
            break
        named = f"{named} {line}".strip()
    return named


JOINT_START = re.compile(r"(?:and|und|et|y|e|&|,|i|и|та)(?:\s|$)", re.I)
JOINT_END = re.compile(r"(?:\b(?:and|und|et|by|von|par|i|и|та)|[&,:])$", re.I)
"""How lines end and begin between the names of one byline."""


def _is_anothers(element: Any) -> bool:
    """Whether an element stands in a box of comments or of other articles."""
    for _ in range(BOX_LEVELS):
        element = element.getparent()
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if element.tag in ("aside", "footer", "nav") or ANOTHERS.search(element.get("class") or ""):
            return True
    return False


def _bylines(tree: Any) -> Iterator[str]:
    """The texts of elements that look like a byline, surest first."""
    sure = [
        element
        for element in tree.xpath(
            '//*[@rel="author" or @itemprop="author" or @itemprop="creator"] | //*[@property="author"][not(self::meta)]'
        )
        if not _is_anothers(element)
    ]
    likely = [
        element
        for element in tree.xpath(
            '//body//*[contains(@class, "yline") or contains(@class, "uthor") or contains(@id, "yline")]'
        )
        if not NO_AUTHORS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and not _is_anothers(element)
    ]
    for element in [*sure[:MOST_ELEMENTS], *likely[:MOST_ELEMENTS]]:
        named = element.xpath('.//*[@itemprop="name" or @property="name"]')
        text = "\n".join((named[0] if named else element).itertext()).strip()
        if 0 < len(text) <= LONGEST_BYLINE:
            yield text
    for element in islice(tree.iter("p", "span", "div", "li", "address"), MOST_BLOCKS):
        text = (element.text or "").strip()
        if text in ("By", "BY") and not _is_anothers(element):  # the names are links
            text = "By " + " and ".join(link.text or "" for link in islice(element.iter("a"), MOST_LINKED))
        if text.startswith(("By ", "BY ")) and len(text) <= LONGEST_BYLINE / 2:
            yield text
