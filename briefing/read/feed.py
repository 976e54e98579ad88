"""Feed: RSS, Atom and RDF (CDF too) as entries, each with what the feed says of it.

feedparser reads them, being the one parser that has met them all. It gets decoded text without a document type
declaration (`xml_text`), behind a file object, since it would open a string that looks like a name.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from briefing.model import Declared, Problem, RawDocument
from briefing.read.blocks import text_of
from briefing.read.feed_parser import feed_parser
from briefing.read.link import is_web, joined
from briefing.read.row_document import row_document
from briefing.read.xml_text import REFUSED, xml_text

MAX_FEED_BYTES = 5_000_000
"""The largest feeds of newspapers have 2 MB; feedparser takes a second a megabyte, four where a feed means harm."""

MAX_ENTRIES = 5_000
LONGEST_NAME = 200
"""Characters of an author's or an outlet's name."""


TEASER_WORDS = 150
"""Below this an entry is taken for a teaser: shorter whole articles exist, and reading their page loses nothing."""

CUT_SHORT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading|weiterlesen|lire la suite)\W{0,5}$", re.I
)

TRAILER = re.compile(
    r"(?:the post\b.{1,300}\bappeared first on\b.{1,100}|"
    r"(?:read|see|view|show) (?:more|the (?:full|whole|entire|rest)).{0,60}|"
    r"(?:continue reading|weiterlesen|lire la suite)\b.{0,200}|comments?|share this)\W{0,5}",
    re.I,
)
"""Whole paragraphs that blog programs put below an entry."""

AFTER_SENTENCE = re.compile(r"(?<=[.!?…\]”\"])\s{0,3}(?:read more|continue reading(?: .{1,200})?)\W{0,5}$", re.I)

ISO_OR_RFC = re.compile(
    r"\s{0,5}(?:\d{4}-\d\d-\d\d|\d{8}T\d{6}|\d{10}(?:\d{3})?\s{0,5}$"
    r"|(?:[A-Za-z]{3,9},?\s{1,3})?\d{1,2}\s[A-Za-z]{3,9}\s\d{2,4}\s\d)"
)
"""Dates as the formats want them, whose zone is worth keeping; feedparser makes others UTC."""

SECTIONS = re.compile(
    r"(?:all |latest |top |breaking |main )?(?:news|stories|headlines|articles|home|homepage|world|politics|business|"
    r"europe|international|sport|opinion|rss|feed|front page)(?: (?:news|rss|feed))?",
    re.I,
)
BETWEEN_NAMES = re.compile(r"(?<!\s)\s+[-–—|»:·>]+\s+|(?:(?<!\s)\s+)?[|»]\s*")
RSS_SUFFIX = re.compile(r"(?:(?<!\s)\s+)?[(\[]?\b(?:RSS|Atom)(?: feeds?)?[)\]]?$", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as its feed has it."""

    document: RawDocument | None  # None: the feed has no words of it but a title
    url: str | None  # where the whole of it is
    teaser: bool  # the feed has only its beginning, or a summary
    declared: Declared


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed read whole."""

    title: str
    entries: tuple[Entry, ...]


def parse_feed(body: bytes, source: str, fetched_at: datetime, *, url: str = "") -> Feed | Problem:
    """The feed in these bytes; `url` is where it was fetched from, for addresses relative to it. Never raises."""
    if len(body) > MAX_FEED_BYTES:
        return Problem("read", source, f"a feed larger than {MAX_FEED_BYTES // 1_000_000} MB, so it was not read")
    text = xml_text(body)
    if text is None:
        return Problem("read", source, REFUSED)
    if text.count("<item") + text.count("<entry") > MAX_ENTRIES:
        return Problem("read", source, f"a feed of more than {MAX_ENTRIES:,} entries, so it was not read")
    parsed = _parsed(text, url)
    if parsed is None or not (parsed.get("version") or parsed.get("entries")):
        return Problem("read", source, "no feed: neither RSS nor Atom nor RDF")
    title = _one_line(_get(parsed.get("feed", {}), "title"))
    language = _get(parsed.get("feed", {}), "language")
    home = _get(parsed.get("feed", {}), "link")  # of a feed in a file, whose own address nobody knows
    entries = parsed.get("entries", [])[:MAX_ENTRIES]
    return Feed(
        title,
        tuple(
            _entry(each, number, source, title, language, home, fetched_at) for number, each in enumerate(entries, 1)
        ),
    )


def feed_documents(body: bytes, source: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The entries of a feed in a file, as far as it has words of them."""
    feed = parse_feed(body, source, fetched_at)
    if isinstance(feed, Problem):
        yield feed
        return
    if not feed.entries:
        yield Problem("read", source, "the feed has no entries")
    for entry in feed.entries:
        if entry.document:
            yield entry.document
    wordless = sum(entry.document is None for entry in feed.entries)
    if wordless:
        yield Problem("read", source, f"{wordless} of its {len(feed.entries)} entries have no text, only a title")


def _parsed(text: str, url: str) -> Mapping[str, Any] | None:
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        parsed: Mapping[str, Any] = feed_parser().parse(io.BytesIO(text.encode("utf-8")), response_headers=headers)
    except Exception:  # noqa: BLE001 feedparser documents no errors, and whatever it trips over is a broken feed
        return None
    return parsed


def _entry(
    entry: Mapping[str, Any], number: int, source: str, title: str, language: str, home: str, fetched_at: datetime
) -> Entry:
    text, teaser = _words(entry)
    url = _address(entry, home)
    origin = _raw(entry, "source")
    declared = Declared(
        title=_one_line(_get(entry, "title")),
        published=_date(entry),
        outlet=outlet_of(_one_line(_get(origin, "title")) if isinstance(origin, Mapping) else "") or outlet_of(title),
        authors=_authors(entry),
        language=_language(entry, language),
    )
    guid = _get(entry, "id")
    row = {"id": guid or None, "title": declared.title, "text": text, "url": url}
    document = (
        row_document(source, number, row, fetched_at, declared=declared, url=url)
        if any(map(str.isalnum, text))
        else None
    )
    return Entry(document, url, teaser, declared)


def is_teaser(text: str) -> bool:
    """Whether these words are less than the article they belong to."""
    return len(text.split()) < TEASER_WORDS or bool(CUT_SHORT.search(text[-60:]))


def _words(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest text the entry has, and whether it is only a teaser."""
    contents = [part for part in _raw(entry, "content") or () if isinstance(part, Mapping)]
    summary = _raw(entry, "summary_detail")
    candidates = [(_as_text(part), True) for part in contents]
    candidates += [(_as_text(summary), False)] if isinstance(summary, Mapping) else []
    candidates += [(_read_out(whole), True)] if (whole := _get(entry, WHOLE)) else []
    text, in_content = max(candidates, key=lambda each: len(each[0]), default=("", False))
    paragraphs = text.split("\n\n")
    kept = "\n\n".join(paragraph for paragraph in paragraphs if not TRAILER.fullmatch(paragraph))
    kept = AFTER_SENTENCE.sub("", kept).rstrip()
    # RSS has whole articles in its description too: long ones are believed.
    return kept, is_teaser(text) or not (in_content or len(kept.split()) >= 2 * TEASER_WORDS)


def _as_text(part: Mapping[str, Any]) -> str:
    value = _get(part, "value")
    return value.strip() if _get(part, "type") == "text/plain" and "</" not in value else _read_out(value)


WHOLE = "yandex_full-text"
"""The whole article, as feeds for Yandex have it beside a teaser."""

ESCAPED = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|strong|em|a)>|<br ?/?>|<p>", re.I)
"""What is left of HTML that was escaped once more than it should."""


def _read_out(html: str) -> str:
    text = text_of(html) if "<" in html or "&" in html else html.strip()
    return text_of(text) if ESCAPED.search(text) else text


def _address(entry: Mapping[str, Any], home: str) -> str | None:
    """Where the article is: past FeedBurner's counting address, or the guid where that is an address."""
    link = _get(entry, "link")
    candidates = (_get(entry, "feedburner_origlink"), link, _get(entry, "id"), joined(home, link))
    return next((url for url in candidates if is_web(url)), None)


def _date(entry: Mapping[str, Any]) -> str:
    """The entry's date as written, if that is a way the formats know or feedparser knows none; else in UTC."""
    name = next((name for name in ("published", "updated", "created") if _get(entry, name)), "")
    if not name:
        return ""
    written = _get(entry, name)
    if ISO_OR_RFC.match(written):
        return written
    moment = _raw(entry, f"{name}_parsed")
    try:
        return datetime(*moment[:6]).isoformat() + "+00:00" if moment else written  # noqa: DTZ001 the zone is behind
    except (TypeError, ValueError):
        return ""


ADDRESS = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,255}", re.I)


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    details = [each for each in _raw(entry, "authors") or () if isinstance(each, Mapping)]
    names = [_one_line(_get(each, "name")) for each in details]
    written = _get(entry, "author")
    if "@" in written and len(names) <= 1:  # feedparser takes ".online" and ".media" for ".onli" and ".medi"
        names = [_one_line(ADDRESS.sub(" ", unescape(written))).strip("\"'()<>[] ")]
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name and len(name) <= LONGEST_NAME))


def _language(entry: Mapping[str, Any], of_feed: str) -> str:
    for part in (*(_raw(entry, "content") or ()), _raw(entry, "summary_detail"), _raw(entry, "title_detail")):
        stated = _get(part, "language") if isinstance(part, Mapping) else ""
        if stated:
            return stated
    return of_feed


def outlet_of(title: str) -> str:
    """The outlet in a feed's title: "The Valdorian - World" and "World | The Valdorian" are both The Valdorian."""
    names = [RSS_SUFFIX.sub("", name).strip() for name in BETWEEN_NAMES.split(" ".join(title.split())[:LONGEST_NAME])]
    named = [name for name in names if name and not SECTIONS.fullmatch(name)]
    return named[0] if named else ""


def _get(values: Any, name: str) -> str:
    """A field that is a string; feedparser's dictionaries hold others as well."""
    value = _raw(values, name)
    return value if isinstance(value, str) else ""


def _raw(values: Any, name: str) -> Any:
    """A field as it is stored: asked themselves, feedparser's dictionaries put one date for another, and warn."""
    return dict.get(values, name) if isinstance(values, dict) else None


def _one_line(text: str) -> str:
    """A title without its markup: feeds have HTML in them, escaped once or twice."""
    return " ".join(text_of(text).split()) if "<" in text or "&" in text else " ".join(text.split())
