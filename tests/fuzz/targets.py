"""What is fuzzed: functions of bytes that hold a stage to its promise. One list, for hypothesis and for atheris alike.

None may raise. What a stage says of its input is asserted beside: offsets hold, nothing comes out that no format can
hold, the same input gives the same output.
"""

import io
import json
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from briefing.clean import clean
from briefing.clean.learnt import learnt
from briefing.config import parse as parse_config
from briefing.deliver.message import written
from briefing.errors import BriefError, VerifyError
from briefing.filters import article_of
from briefing.group import group
from briefing.model import Article, Problem, RawDocument
from briefing.quote import quote
from briefing.read import documents
from briefing.read.feed import parse_feed
from briefing.read.mail import letter_documents
from briefing.read.web.address import Refused, is_public, target
from briefing.read.web.robots import parse as parse_robots
from briefing.read.xml_file import xml_documents
from briefing.render.escape import markdown, unmarkdown, yaml
from briefing.render.fit import fit
from briefing.render.links import safe
from briefing.store.fts5 import FTS5
from briefing.store.query import parse as parse_query
from briefing.summarise import summarise
from briefing.text.sentences import sentences
from briefing.verify import verify
from tests.deliver.letters import letter
from tests.factory import article

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
WORDS = 60  # of a summary
LANGUAGES = ("en", "de", "fr", "ru", "uk", "es")
FORBIDDEN = frozenset("\0\x1b\u202d\u202e\u2066\u2067\u2068")  # what no article's text may hold after cleaning
HEAD = 60  # bytes that stand for a title
Target = Callable[[bytes], None]


def as_text(data: bytes) -> str:
    """The bytes as text that may hold anything a `str` can, lone surrogates among it."""
    return data.decode("utf-8", "surrogateescape")


def cleaned(data: bytes, media_type: str) -> Article | None:
    """The article of a document of these bytes, held to what cleaning promises."""
    raw = RawDocument("found.x", None, "found.x", None, media_type, data, NOW)
    found, problems = clean(raw)
    assert found or problems
    assert all(type(each) is Problem and each.message for each in problems)
    if found:
        assert not FORBIDDEN & {*found.text, *found.title}
        assert found.published is None or found.published <= NOW + timedelta(days=1)  # a zone ahead of ours
        assert found.url is None or found.url.startswith(("http://", "https://"))
        found.text.encode("utf-8")
        found.title.encode("utf-8")
    return found


def read(name: str, data: bytes) -> None:
    """Whatever a file of this name and these bytes holds, cleaned; it has articles, or says why not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        found = list(documents(path, NOW))
    for each in found:
        if isinstance(each, RawDocument):
            cleaned(each.body, each.media_type)
    assert found


def clean_page(data: bytes) -> None:
    """HTML → an article, and none if it is read again."""
    cleaned(data, "text/html")


def clean_plain(data: bytes) -> None:
    """Plain text, Markdown."""
    cleaned(data, "text/plain")
    cleaned(data, "text/markdown")


def clean_rows(data: bytes) -> None:
    """A row whose fields are what the bytes say; then the bytes themselves as a row."""
    text = as_text(data)
    cleaned(data, "application/json")
    fields = ("title", "text", "published", "outlet", "url", "id", "authors", "language")
    pieces = text.split("|")
    row = {field: pieces[place % len(pieces)] for place, field in enumerate(fields)}
    cleaned(json.dumps(row).encode(), "application/json")


def learn(data: bytes) -> None:
    """What an outlet's articles repeat, of articles that are parts of one text."""
    learnt([article(f"a{place:011}", text) for place, text in enumerate(as_text(data).split("\n\n\n"))])


def split(data: bytes) -> None:
    """Sentences: in order, apart, none empty, nothing but white space between them."""
    text = as_text(data)
    for language in LANGUAGES[: 1 + len(data) % len(LANGUAGES)]:
        found = sentences(text, language)
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert not "".join(text[one.end : other.start] for one, other in pairwise(found)).strip()


def heap(data: bytes) -> list[Article]:
    """Articles out of bytes: parted by a form feed, their first line the title."""
    found = []
    for place, text in enumerate(as_text(data).split("\f")[:40]):
        title, _, body = text.partition("\n")
        found.append(article(f"a{place:011}", body, title=title, outlet=title[:3] or None))
    return found


def grouped(data: bytes) -> None:
    """Every article is in one event, whatever order they came in."""
    articles = heap(data)
    events = group(articles)
    assert sorted(each for event in events for each in event.article_ids) == sorted(each.id for each in articles)
    assert group(articles[::-1]) == events


def summarised(data: bytes) -> None:
    """The key sentences stand where they say, within the words asked for."""
    articles = heap(data)
    texts = {each.id: each.text for each in articles}
    found = summarise(articles, words=WORDS)
    shown = [each.span.of(texts[each.article_id]) for each in found]
    assert all(words.strip() for words in shown)
    assert sum(len(words.split()) for words in shown) <= WORDS


def quoted(data: bytes) -> None:
    """Quotations and who said them stand where they say."""
    text = as_text(data)
    for each in quote(article(text=text, title=text[:HEAD])):
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.mention_span is None or 0 <= each.mention_span.start < each.mention_span.end <= len(text)
        assert 0 <= each.confidence <= 1


def feed(data: bytes) -> None:
    """A feed's entries, cleaned."""
    found = parse_feed(data, "feed.xml", NOW, url="https://news.example/feed")
    for entry in () if isinstance(found, Problem) else found.entries:
        if entry.document:
            cleaned(entry.document.body, entry.document.media_type)


def xml(data: bytes) -> None:
    """XML of any kind: feeds, agencies' items, lists of feeds."""
    list(xml_documents(data, "found.xml", NOW))


def mail(data: bytes) -> None:
    """One mail's articles, cleaned."""
    for each in letter_documents(data, "found.eml", None, NOW):
        if isinstance(each, RawDocument):
            cleaned(each.body, each.media_type)


def mbox(data: bytes) -> None:
    """A file of mails."""
    read("found.mbox", data)


def page_with_all(data: bytes) -> None:
    """A page that a browser saved as MHTML."""
    read("found.mhtml", data)


def json_file(data: bytes) -> None:
    """A JSON file of any shape, and JSON Lines."""
    read("found.json", data)
    read("found.jsonl", data)


def table(data: bytes) -> None:
    """A table as a spreadsheet writes it."""
    read("found.csv", data)


def archive(data: bytes) -> None:
    """A zip of these bytes, spoilt where they say."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", data)
        packed.writestr("b.jsonl", b'{"text": "one"}\n')
    spoilt = bytearray(body.getvalue())
    for place, value in zip(data[::3], data[1::3], strict=False):
        spoilt[-1 - place % len(spoilt)] = value
    read("found.zip", bytes(spoilt))
    read("found.txt.gz", data)


def configuration(data: bytes) -> None:
    """`brief.toml`: followed, or refused in one line."""
    try:
        settings = tomllib.loads(as_text(data))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    with suppress(BriefError):
        parse_config(settings, Path("desk"))


def asked(data: bytes) -> None:
    """What somebody types into a search: never an expression of SQLite's."""
    import sqlite3

    match = FTS5.match(parse_query(as_text(data)))
    if match:
        with closing(sqlite3.connect(":memory:")) as table:
            table.execute("create virtual table words using fts5(text)")
            table.execute("select * from words where words match ?", (match,)).fetchall()


def checked(data: bytes) -> None:
    """A file that is to be verified: a report, or a VerifyError."""
    for kind in ("md", "html", "json"):
        with suppress(VerifyError):
            verify(data, kind, lambda _name: None)


def lettered(data: bytes) -> None:
    """A letter whose every text is these bytes': the headers are ours alone."""
    text = as_text(data)
    bare = {name.lower() for name in message_from_bytes(written(letter())).keys()}  # noqa: SIM118 (a message's names, repeated ones too)
    made = message_from_bytes(written(letter(subject=text, text=text, html=text, list_name=text)))
    assert {name.lower() for name in made.keys()} <= bare  # noqa: SIM118 (as above)
    assert len(made.get_all("Subject") or ()) == 1


def escaped(data: bytes) -> None:
    """Text in Markdown comes back as it was, and is one line in YAML."""
    text = as_text(data)
    assert unmarkdown(markdown(text)) == text
    assert "\n" not in markdown(text)
    assert len(yaml(text).splitlines()) == 1
    fit(text).encode("utf-8")
    link = safe(text)
    assert link is None or link.startswith(("http://", "https://"))


def address(data: bytes) -> None:
    """An address is asked at a public number, or refused."""
    for url in (as_text(data), f"http://{as_text(data)}"):
        with suppress(Refused):
            assert is_public(target(url, lambda _host, _port: ["93.184.216.34"], private=False).ips[0])


def robots(data: bytes) -> None:
    """Rules of a site for robots."""
    parse_robots(as_text(data), "brief").allows(as_text(data[:HEAD]))


def piped(data: bytes) -> None:
    """A row as `brief pipe` takes it."""
    article_of({"id": as_text(data[:HEAD]), "text": as_text(data), "title": as_text(data[-HEAD:]), "published": "x"})


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            clean_page, clean_plain, clean_rows, learn, split, grouped, summarised, quoted, feed, xml, mail, mbox,
            page_with_all, json_file, table, archive, configuration, asked, checked, lettered, escaped, address,
            robots, piped,
        )
    }
)  # fmt: skip
