"""Nothing that somebody wrote is a command anywhere, whichever field of an article, of the configuration or of a file's
name it stands in, and whatever is made of it: pages, Markdown, JSON, PDF, mail, the site, its feed, a terminal.

`brief` writes no CSV and no JSON-LD; a formula is looked for in what else a spreadsheet opens, which is HTML alone.
"""

import email
import email.policy
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

import pytest
import yaml
from markdown import markdown

from briefing.site import addresses
from briefing.store import open_library
from tests.cli.mail import brief
from tests.hostile.desk import FIELDS, MONDAY, PAYLOADS, WEEK, furnish, mark
from tests.hostile.test_terminal import shown, text_alone

OURS = ("https://news.example/", "#", "mailto:")  # where a link may lead, beside files of ours
LINKS = ("href", "src", "action", "data", "srcdoc", "formaction")
OURS_ALONE = ('<link rel="icon" href="data:,">', '<form class="seek" role="search" action="search.html" method="get">')
SCRIPTS = re.compile(r"(?:\.\./|\./)*(?:assets|search)/[a-z0-9_-]+\.js")
ACTING = {"iframe", "object", "embed", "form", "base", "applet", "evil", "img"}
FORMATS = ("md", "html", "json", "pdf", "mail", "site", "feed", "terminal")
COMMANDS = (
    ("list", "events"), ("list", "articles"), ("list", "quotations"), ("search", "Harnby"), ("quotes", "--all"),
    ("people", "--all"), ("events", "--week", WEEK, "--articles"), ("verify", f"briefs/2026/{WEEK}.md"),
    ("show", WEEK), ("make", "--week", WEEK, "--dry-run"), ("search", PAYLOADS["sql"]), ("corrections",),
)  # fmt: skip


def turning(text: str) -> list[str]:
    """Controls and overrides of direction in what is to be read, which no page, Markdown or mail of ours holds."""
    return sorted({*re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)})


class Page(HTMLParser):
    """What of a page would act in a browser."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.acting: list[str] = []
        self.script = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        whole = self.get_starttag_text() or ""
        links = [values[name] for name in LINKS if name in values]
        inline = tag == "script" and not SCRIPTS.fullmatch(values.get("src", ""))
        if tag in ACTING or inline or any(name.startswith("on") for name in values) or any(map(leads_out, links)):
            self.acting += [whole] if whole not in OURS_ALONE else []

    def unknown_decl(self, data: str) -> None:
        self.acting.append(data)


def leads_out(link: str) -> bool:
    """Whether a link leads to where it may not."""
    local = not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", link)
    return not (local or link.startswith(OURS))


def in_markdown(folder: Path) -> list[str]:
    """What acts in the Markdown's front matter, in itself, and in the page that a converter makes of it."""
    found = []
    for path in (folder / "briefs").rglob(f"{WEEK}*.md"):
        text = path.read_text("utf-8")
        _, front, body = text.split("---\n", 2)
        known = {"id", "title", "window", "kind", "articles", "outlets", "events", "undated", "generator", "checksum",
                 "topic", "edition"}  # fmt: skip
        found += [f"front matter: {name}" for name in yaml.safe_load(front).keys() - known]
        found += re.findall(r"\{\{.*|\{%.*|\{#.*|\{\{<.*|<%.*", body)
        found += turning(body)
        extensions = ["footnotes", "tables", "def_list", "sane_lists", "fenced_code", "attr_list"]
        found += Page(markdown(body, extensions=extensions)).acting
    return found


def in_pages(folder: Path) -> list[str]:
    """What acts in the briefings' pages."""
    return [each for path in (folder / "briefs").rglob(f"{WEEK}*.html") for each in acting(path.read_text("utf-8"))]


def acting(page: str) -> list[str]:
    """What acts in a page, unsure characters among it."""
    return [*Page(page).acting, *turning(page)]


def in_json(folder: Path) -> list[str]:
    """What of the JSON is not where the schema has it: a key that a payload made."""
    found = []
    for path in (folder / "briefs").rglob(f"{WEEK}*.json"):
        text = path.read_text("utf-8")
        found += [name for name in keys(json.loads(text)) if name in FIELDS and name == "evil"]
        found += re.findall(r"[\x00-\x09\x0b-\x1f]", text)
    return found


def keys(value: object) -> list[str]:
    """Every key of a JSON value."""
    if isinstance(value, dict):
        return [*value, *(name for each in value.values() for name in keys(each))]
    return [name for each in value for name in keys(each)] if isinstance(value, list) else []


def in_pdf(folder: Path) -> list[str]:
    """What a PDF would do: open an address that is not the article's, run or start something."""
    found = []
    for path in (folder / "briefs").rglob(f"{WEEK}*.pdf"):
        data = path.read_bytes()
        found += [each.decode("latin-1") for each in re.findall(rb"/JavaScript|/JS\b|/Launch|/OpenAction|/GoToR", data)]
        targets = (each.decode("latin-1") for each in re.findall(rb"/URI ?\(([^)]*)", data))
        found += [target for target in targets if leads_out(target)]
    return found


def in_mail(folder: Path) -> list[str]:
    """What a letter has that is not ours: a header, a recipient, a part; what acts in its page."""
    found = []
    for path in (folder / "outbox").iterdir():
        letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        known = {"from", "to", "subject", "date", "message-id", "list-id", "list-unsubscribe", "auto-submitted",
                 "mime-version", "content-type", "list-unsubscribe-post", "reply-to"}  # fmt: skip
        found += [name for name in letter.keys() if name.lower() not in known]  # noqa: SIM118 (repeated ones too)
        found += [f"to {letter['To']}"] if str(letter["To"]) != "Mira Solen <mira@harnby.example>" else []
        found += ["headers twice"] if len(letter.keys()) != len({*map(str.lower, letter.keys())}) else []
        for part in letter.walk():
            if part.get_content_type() == "text/html":
                found += acting(part.get_content())
            elif part.get_content_type() == "text/plain":
                found += turning(part.get_content())
            elif not part.is_multipart():
                found.append(part.get_content_type())
    return found


def in_site(folder: Path) -> list[str]:
    """What acts in the site's pages, and in the words its search loads."""
    found = [each for path in (folder / "site").rglob("*.html") for each in acting(path.read_text("utf-8"))]
    for path in (folder / "site" / "search").glob("*.js"):
        text = path.read_text("utf-8")
        call = re.fullmatch(r"briefSearch\.[a-z]+\((.*)\)\s*", text, re.DOTALL)
        assert call, path
        json.loads(f"[{call[1]}]")
        found += re.findall("[\u2028\u2029<]", text)
    return found


def in_feed(folder: Path) -> list[str]:
    """What of the feed is no element of Atom's, or leads elsewhere."""
    root = ElementTree.parse(folder / "site" / addresses.FEED)  # noqa: S314 our own file
    atom = "{http://www.w3.org/2005/Atom}"
    names = "feed id title updated author name generator link entry summary"
    known = {atom + name for name in names.split()}
    found = [each.tag for each in root.iter() if each.tag not in known]
    return found + [link for each in root.iter(f"{atom}link") if leads_out(link := each.get("href", ""))]


def in_terminal(folder: Path) -> list[str]:
    """What acts on a terminal of what the commands print there."""
    found = []
    for command in COMMANDS:
        status, told = shown(folder, *command)
        assert status in (0, 1, 3), (command, told[-300:])
        assert "Traceback" not in told
        found += [f"{command[0]}: {character!r}" for character in turning(text_alone(told))]
    return found


LOOKED: Mapping[str, Callable[[Path], list[str]]] = MappingProxyType(
    dict(
        zip(
            FORMATS,
            (in_markdown, in_pages, in_json, in_pdf, in_mail, in_site, in_feed, in_terminal),
            strict=True,
        )
    )
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that is made, made of payloads."""
    folder = tmp_path_factory.mktemp("desk")
    furnish(folder)
    for command in (
        ("make", "--week", WEEK), ("make", "--week", WEEK, "--topic", "harnby"),
        ("send", "--week", WEEK, "--dry-run"), ("site", "--out", "site"),
    ):  # fmt: skip
        made = brief(folder, *command)
        assert made.returncode in (0, 3), made.stderr
    return folder


@pytest.fixture(scope="module")
def leaks(desk: Path) -> dict[str, list[str]]:
    """What acts, by format."""
    return {name: look(desk) for name, look in LOOKED.items()}


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_acts(leaks: dict[str, list[str]], kind: str) -> None:
    assert leaks[kind] == []


@pytest.mark.parametrize("field", [*FIELDS, "toml", "file"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_leaks_into_any_format(leaks: dict[str, list[str]], field: str, payload: str) -> None:
    assert not [(kind, each) for kind, found in leaks.items() for each in found if mark(payload, field) in each]


def test_what_is_made_is_made_of_the_payloads(desk: Path) -> None:
    document = json.loads((desk / "briefs" / "2026" / f"{WEEK}.json").read_bytes())
    assert document["coverage"]["articles"] == 2 * len(PAYLOADS)
    assert len(document["sections"]) + len(document["also"]) > len(PAYLOADS) / 2  # some are told together
    page = unescape((desk / "briefs" / "2026" / f"{WEEK}.html").read_text("utf-8"))
    for field in ("title", "text", "outlet"):
        assert any(mark(name, field) in page for name in PAYLOADS), field
    assert mark("tag", "toml") in page


def test_the_library_is_whole_after_all(desk: Path) -> None:
    with closing(sqlite3.connect(desk / "library.sqlite")) as library:
        assert library.execute("pragma integrity_check").fetchone() == ("ok",)
    with open_library(desk / "library.sqlite", create=False) as stored:
        assert len(list(stored.within(MONDAY, MONDAY + timedelta(days=7)))) == 2 * len(PAYLOADS)


def test_nothing_was_written_outside(desk: Path) -> None:
    assert {path.name for path in desk.iterdir()} <= {
        "brief.toml", "empty", "library.sqlite", "library.sqlite-wal", "library.sqlite-shm", "briefs", "outbox", "site",
    }  # fmt: skip
