"""Hostile text comes out inert, as the characters it is, in every format."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown as convert

from briefing.model import Brief, Coverage, Problem
from briefing.render import links, render
from briefing.render.escape import folded
from briefing.render.fit import fit
from tests.render.sample import article, empty, event, key, place, said, section

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/p.gif onerror=alert(1)>',
    "<!-- x --><style>*{display:none}</style></style></title></textarea>",
    "[a](javascript:alert(1)) ![b](https://evil.example/p.gif) <javascript:alert(1)>",
    "[^1]: note [^1] [^2] [ref]: javascript:alert(1)",
    "{{ 7 * 7 }} {% include 'x' %} {# x #} {{< figure >}} ${x}",
    '#panic("x") #image("/etc/passwd") $ integral $ = Heading @ref <label> *b* _i_ `raw`',
    "# heading\n\n---\nchecksum: x\n---\n> quote\n\n    code",
    "``` \\` \\\\ ~~~",
    "\x00\x01\x02klzzwxh:0000\x03 \x1b[31m \u202e\u2066 \ufeff\ufffe \ud800",
    "https://evil.example www.evil.example a@evil.example",
    "# 1. - + * | a | b |\n|---|---|\n: def",
]


class Page(HTMLParser):
    """What a browser would make of the page: its tags, their attributes, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def poisoned(text: str) -> Brief:
    """A briefing with the text in every field that comes from outside."""
    body = f"Kept {text} end.\n\nSaid {text} too."
    bad = article(1, text, body, text, None, url="javascript:alert(1)//" + text, authors=(text,), origin=text,
                  language=text, source=text, partial_date=text)  # fmt: skip
    third = article(3, text, body, f"{text} 3", None, url=None)
    other = article(2, text, body, None, None, url="https://news.example/" + text.replace(" ", ""))
    both = [bad, other, third]
    whole = section(
        event(both, text),
        both,
        [key(bad, f"Kept {text} end.", 0, place(other, f"Kept {text} end.")), key(other, f"Said {text} too.", 1)],
        [said(bad, text, text, text), said(other, text, text, text, f"Said {text} too.")],
    )
    small = replace(whole, extracts=(), quotes=())
    whole = replace(whole, dek=whole.extracts[0])
    return replace(
        empty(),
        title=text,
        generator=text,
        cover=whole.extracts,
        sections=(whole, replace(whole, extracts=(), quotes=())),
        also=(small, replace(whole, quotes=())),
        articles=(bad, other, third),
        coverage=Coverage(2, 2, 1, 2, (bad.id, "unknown"), (), (), (Problem("read", text, text),), (text,)),
    )


def shown(text: str) -> str:
    """The text as a page may show it: without characters no page can hold, white space folded."""
    return folded(fit(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_keeps_hostile_text_as_text(text: str) -> None:
    page = Page(render(poisoned(text), "html").decode("utf-8"))
    assert page.tags == Page(render(poisoned("harmless"), "html").decode("utf-8")).tags
    assert not page.tags & {"script", "img", "iframe", "object", "embed", "form", "link", "base"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    targets = [value for name, value in page.attributes if name in ("href", "src")]
    assert targets
    assert all(re.match(r"https://news\.example/|#", target) for target in targets)
    assert f"Kept {shown(text)} end." in " ".join("".join(page.words).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_keeps_hostile_text_as_text(text: str) -> None:
    written = render(poisoned(text), "md").decode("utf-8")
    body = written.split("---\n", 2)[2]
    plain = render(poisoned("harmless"), "md").decode("utf-8").split("---\n", 2)[2]
    extensions = ["footnotes", "tables", "def_list", "sane_lists", "fenced_code", "attr_list", "abbr"]
    assert Page(convert(body, extensions=extensions)).tags == Page(convert(plain, extensions=extensions)).tags
    assert body.count("\n") == plain.count("\n")
    assert not re.search(r"\{\{|\{%|\{#", written.split("---\n", 2)[2])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_pdf_keeps_hostile_text_as_text(text: str) -> None:
    pdf = render(poisoned(text), "pdf")
    assert pdf.startswith(b"%PDF-")
    assert not re.search(rb"/JavaScript|/JS\b|/Launch|/OpenAction", pdf)
    targets = re.findall(rb"/URI ?\(([^)]*)", pdf)
    assert bool(targets) == bool(links.safe("https://news.example/" + text.replace(" ", "")))
    assert all(target.startswith(b"https://news.example/") for target in targets)


@pytest.mark.parametrize("text", HOSTILE)
def test_json_gives_hostile_text_back_unchanged(text: str) -> None:
    assert json.loads(render(poisoned(text), "json").decode("utf-8"))["title"] == text


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=50))
def test_no_text_stops_a_page(text: str) -> None:
    for name in ("md", "html", "json"):
        render(poisoned(text), name).decode("utf-8")
