"""Pruning: elements of a page that are no part of its article whatever stands in them, by their class or their links.

trafilatura leaves these in where they stand inside the article. Each was tried alone on 181 labelled pages, with
halves checked apart (benchmarks/clean_pages.py): without any .9675; lines of links only +.0021; standfirsts +.0017;
boxes of related articles +.0006; tools and notices +.0004; together .9723.
"""

import re
from collections.abc import Iterator
from typing import Any

STANDFIRST = re.compile(r"standfirst|(?<![a-z])dec?k(?![a-z])|sub-?(?:title|head)|strapline", re.I)
RELATED = re.compile(
    r"related|recirc|recommend|read-?more|most-?(?:read|popular)|you-?may|more-?(?:on|from|stories)|also-?(?:on|read)"
    r"|teaser|promo|newsletter|sign-?up|subscri",
    re.I,
)
TOOLS = re.compile(
    r"share|toolbar|print|comment|breadcrumb|cookie|consent|advert|(?<![a-z])ads?(?![a-z])|sponsor|disclaimer"
    r"|copyright",
    re.I,
)
MOST_WORDS = ((STANDFIRST, 60), (RELATED, 150), (TOOLS, 60))
"""How many words an element of each class may hold and still be what its class says: templates name whole pages
after their parts ("article--with-newsletter")."""

ANY = re.compile("|".join(pattern.pattern for pattern, _ in MOST_WORDS), re.I)

KEPT = frozenset({"html", "body", "article", "main", "head"})

LINES = ("p", "h2", "h3", "h4")
LINK_SHARE = 0.85
"""So much of a line must be links for it to be a pointer to another page."""

LONGEST_POINTER, FEWEST_WORDS = 30, 3
"""Words of a line of links; a shorter one may be a name, a longer one a paragraph that cites."""


def pruned(tree: Any) -> Any:
    """The tree less what is no part of an article; the tree itself is changed."""
    for element in [*_classed(tree), *_pointers(tree)]:
        _drop(element)
    return tree


def _classed(tree: Any) -> Iterator[Any]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in KEPT:
            continue
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(named) == 1 or not ANY.search(named):
            continue
        words = _count(element)
        if any(words <= most and pattern.search(named) for pattern, most in MOST_WORDS):
            yield element


def _count(element: Any) -> int:
    """The words of an element."""
    return sum(len(text.split()) for text in element.itertext())


def _pointers(tree: Any) -> Iterator[Any]:
    for element in tree.iter(*LINES):
        words = _count(element)
        if not FEWEST_WORDS <= words <= LONGEST_POINTER or element.find(".//a") is None:
            continue
        length = sum(len(text.strip()) for text in element.itertext())
        linked = sum(len(text.strip()) for link in element.iter("a") for text in link.itertext())
        if linked >= LINK_SHARE * length:
            yield element


def _drop(element: Any) -> None:
    """Takes an element out and leaves the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
