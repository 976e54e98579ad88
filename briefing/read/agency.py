"""Agency: news items as agencies deliver them, NewsML-G2 (IPTC, iptc.org/std/nar/2006-10-01/), NewsML 1, NITF.

A message may hold many items. Of each are taken the headline, the text, the byline, the time and zone, the provider and
the language; a cancelled or withheld item is told, not read.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from briefing.model import Declared, Problem, RawDocument
from briefing.read.blocks import text_of
from briefing.read.row_document import row_document
from briefing.read.xml_text import tree

MAX_ITEMS = 5_000
USABLE = ("stat:usable", "usable", "")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PARAGRAPHS = frozenset({"p", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th"})
NO_TEXT = frozenset({"media", "table-caption", "caption", "head", "script", "style", "tagline", "byline", "dateline"})


def agency_documents(text: str, name: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of a NewsML-G2 message or item, or of an NITF document."""
    root = tree(text)
    if root is None:
        yield Problem("read", name, "the XML is broken before its first element")
        return
    if _name(root) == "nitf":
        yield _nitf(root, Declared(), name, None, fetched_at, "")
        return
    if _name(root) == "NewsML":
        yield from _newsml_1(root, name, fetched_at)
        return
    items = list(root.iter("{*}newsItem"))[:MAX_ITEMS]
    if not items:
        yield Problem("read", name, "the news message holds no news item")
    for part, item in enumerate(items, 1):
        yield _news_item(item, name, part if len(items) > 1 else None, fetched_at)


def _news_item(item: Any, name: str, part: int | None, fetched_at: datetime) -> RawDocument | Problem:
    """One item of NewsML-G2: what it says of itself, and its text, in XHTML, NITF or plain inside it."""
    status = _attribute(item, "itemMeta/pubStatus", "qcode").lower()
    if status not in USABLE:
        return Problem("read", name, f"the item is marked {status.removeprefix('stat:')}, so it was not read")
    declared = Declared(
        title=_first(item, "contentMeta/headline", "itemMeta/title"),
        published=_first(item, "contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"),
        outlet=_first(item, "itemMeta/provider/name") or _attribute(item, "itemMeta/provider", "literal"),
        authors=tuple(filter(None, (_words(found) for found in _all(item, "contentMeta/creator/name"))))
        or tuple(filter(None, (_unprefixed(_words(found)) for found in _all(item, "contentMeta/by")))),
        language=_attribute(item, "contentMeta/language", "tag") or item.get(LANGUAGE) or "",
    )
    own_id = item.get("guid") or ""
    for content in _all(item, "contentSet/inlineXML"):
        nitf = next(content.iter("{*}nitf"), None)
        if nitf is not None:
            return _nitf(nitf, declared, name, part, fetched_at, own_id)
        text = _paragraphs(next(content.iter("{*}body"), content))
        if text:
            return _document(declared, text, own_id, name, part, fetched_at)
    text = "\n\n".join(filter(None, (_inline(found) for found in _all(item, "contentSet/inlineData"))))
    if not text:
        return Problem("read", name, "the news item holds no text (a picture or a link)")
    return _document(declared, text, own_id, name, part, fetched_at)


def _newsml_1(root: Any, name: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The items of NewsML 1 (IPTC, 2000 to 2003), which agencies still send beside the second."""
    items = list(root.iter("{*}NewsItem"))[:MAX_ITEMS]
    if not items:
        yield Problem("read", name, "the news message holds no news item")
    for part, item in enumerate(items, 1):
        yield _item_1(item, name, part if len(items) > 1 else None, fetched_at)


def _item_1(item: Any, name: str, part: int | None, fetched_at: datetime) -> RawDocument | Problem:
    status = next((found.get("FormalName") or "" for found in item.iter("{*}Status")), "").lower()
    if status not in USABLE:
        return Problem("read", name, f"the item is marked {status}, so it was not read")
    lines = next(item.iter("{*}NewsLines"), item)
    byline = _unprefixed(_first(lines, "ByLine"))
    declared = Declared(
        title=_first(lines, "HeadLine"),
        published=_iso(_first(item, "NewsManagement/FirstCreated", "NewsManagement/ThisRevisionCreated")),
        outlet=next((found for each in item.iter("{*}Provider") if (found := _party(each))), ""),
        authors=(byline,) if byline else (),
        language=next((found.get("FormalName") or "" for found in item.iter("{*}Language")), ""),
    )
    own_id = next((_words(found) for found in item.iter("{*}PublicIdentifier", "{*}NewsItemId")), "")
    for content in item.iter("{*}DataContent"):
        nitf = next(content.iter("{*}nitf"), None)
        if nitf is not None:
            return _nitf(nitf, declared, name, part, fetched_at, own_id)
        text = _paragraphs(next(content.iter("{*}body.content", "{*}body"), content))
        if text:
            return _document(declared, text, own_id, name, part, fetched_at)
    return Problem("read", name, "the news item holds no text (a picture or a link)")


def _party(provider: Any) -> str:
    return next((found.get("FormalName") or "" for found in provider.iter("{*}Party")), "")


def _nitf(
    root: Any, outer: Declared, name: str, part: int | None, fetched_at: datetime, own_id: str
) -> RawDocument | Problem:
    """One document of NITF."""
    content = next(root.iter("{*}body.content"), None)
    text = _paragraphs(content) if content is not None else ""
    if not text:
        return Problem("read", name, "the news item holds no text")
    byline = _first(root, "body/body.head/byline/person") or _first(root, "body/body.head/byline")
    rights = next((_words(found) for found in root.iter("{*}copyrite.holder", "{*}doc.copyright")), "")
    declared = Declared(
        title=outer.title or _first(root, "body/body.head/hedline/hl1", "head/title"),
        published=outer.published or _iso(_attribute(root, "head/docdata/date.issue", "norm"))
        or _iso(_attribute(root, "body/body.head/dateline/story.date", "norm")),
        outlet=outer.outlet or _first(root, "body/body.head/distributor/org", "body/body.head/distributor") or rights
        or _attribute(root, "head/docdata/doc.copyright", "holder") or _attribute(root, "head/pubdata", "name"),
        authors=outer.authors or ((_unprefixed(byline),) if byline else ()),
        language=outer.language or root.get(LANGUAGE) or "",
    )  # fmt: skip
    own_id = own_id or _attribute(root, "head/docdata/doc-id", "id-string")
    return _document(declared, text, own_id, name, part, fetched_at)


def _document(
    declared: Declared, text: str, own_id: str, name: str, part: int | None, fetched_at: datetime
) -> RawDocument:
    row = {"id": own_id or None, "title": declared.title, "text": text}
    return row_document(name, part, row, fetched_at, declared=declared)


def _iso(written: str) -> str:
    """NITF's basic form "20260511T081500+0200", in which a zone may be missing, as the extended form."""
    digits = written[:8]
    if len(digits) < len("20260511") or not digits.isdigit():
        return written
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    clock = written[9:15] if written[8:9] == "T" else ""
    return (
        f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:]}{written[15:]}"
        if clock.isdigit() and len(clock) == len("hhmmss")
        else day
    )


def _unprefixed(byline: str) -> str:
    return byline[3:] if byline[:3].lower() == "by " else byline


def _paragraphs(body: Any) -> str:
    """The text of the outermost paragraphs, captions and bylines left out; all of the text where none is marked."""
    found: list[str] = []
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name in PARAGRAPHS:
            found.append(_words(element))
        elif name not in NO_TEXT:
            waiting.extend(reversed(element))
    return "\n\n".join(filter(None, found)) or ("" if len(body) else _words(body))


def _inline(data: Any) -> str:
    text = "".join(data.itertext())
    return text_of(text) if "html" in (data.get("contenttype") or "") else text.strip()


def _all(root: Any, path: str) -> Sequence[Any]:
    """Every element at a path of local names, whatever their namespace."""
    found: Sequence[Any] = root.findall("/".join(f"{{*}}{step}" for step in path.split("/"))) if path else ()
    return found


def _first(root: Any, *paths: str) -> str:
    return next((words for path in paths for found in _all(root, path) if (words := _words(found))), "")


def _attribute(root: Any, path: str, name: str) -> str:
    return next((found.get(name).strip() for found in _all(root, path) if found.get(name)), "")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
