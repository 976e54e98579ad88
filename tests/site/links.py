"""What a page links and loads, and what of it leads nowhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("use", "href")}


class Links(HTMLParser):
    """The addresses on a page, its anchors, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.hrefs: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.add(value or "")
            elif name in ("href", "src", "action", "popovertarget"):
                target = f"#{value}" if name == "popovertarget" else value or ""
                (self.loads if (tag, name) in LOADING else self.hrefs).append(target)


def pages(root: Path) -> list[Path]:
    """Every HTML file of a site."""
    return sorted(root.rglob("*.html"))


def broken(root: Path) -> list[str]:
    """Links of a site that lead nowhere, a line each."""
    read = {page: Links(page.read_text("utf-8")) for page in pages(root)}
    found = []
    for page, links in read.items():
        for href in (*links.hrefs, *links.loads):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if not target.is_file() or not target.is_relative_to(root.resolve()):
                found.append(f"{page.relative_to(root)}: {href}")
            elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].ids:
                found.append(f"{page.relative_to(root)}: no {href}")
    return found
