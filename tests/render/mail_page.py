"""The HTML of a letter, taken apart into what mail programs may or may not know."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

UNIT = re.compile(r"\d(px|%|em|rem|pt|vw|vh)")


class Page(HTMLParser):
    """Elements, attributes and inline styles of a page, each with the element it stands on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.declaration = ""
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []  # element, name, value
        self.feed(page)

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def styles(self) -> Iterator[tuple[str, str, str]]:
        """(element, property, value) of every inline style."""
        for tag, name, value in self.attributes:
            if name == "style":
                for declared in filter(None, value.split(";")):
                    style, _, given = declared.partition(":")
                    yield tag, style.strip(), given.strip()

    def things(self) -> Iterator[str]:
        """All it is made of, by the names of `mail_support.tsv`."""
        yield from (f"<{tag}>" for tag in self.elements)
        for tag, name, value in self.attributes:
            if name != "style":
                yield "<a href=mailto>" if name == "href" and value.startswith("mailto:") else f"<{tag} {name}>"
        for _, style, value in self.styles():
            yield style
            yield from (found[1] for found in UNIT.finditer(value))
