"""XML text: XML from strangers made safe to parse: decoded, and without a document type declaration.

A document that declares entities is refused whole: they are how an XML file of 1 KB becomes 1 GB, or reads a file
(OWASP XML External Entity Prevention). No feed or agency needs them. What a declaration names is never opened.
"""

import html
import re
from typing import Any

from briefing.text.encodings import marked_codec, to_text

DECLARED_ENCODING = re.compile(r"""<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})["']""")

DECLARATION = re.compile(r"\s{0,100}<\?xml\b[^>]{0,200}\?>")

UNMARKED = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00?", "utf-16-be"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"Lo\xa7\x94", "cp037"),
)
"""How "<?xm" begins in encodings that are no ASCII (XML 1.0, appendix F)."""

DECLARATION_BYTES = 400

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 allows nowhere; a parser would stop there."""

ELEMENT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")

TAG = re.compile(r"<\w")
DOCTYPE, ENTITY = "<!DOCTYPE", "<!ENTITY"

NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})

REFUSED = "declares entities of its own, which brief does not expand, so it was not read"


def xml_text(body: bytes) -> str | None:
    """The document as text without its declarations; None: it declares entities, and nothing in it is to be read."""
    text = NOT_XML.sub("", _decoded(body)).lstrip("\ufeff")
    text = DECLARATION.sub("", text, count=1) if text.lstrip().startswith("<?xml") else text
    return _without_doctype(text)


def _decoded(body: bytes) -> str:
    body = body.lstrip()
    if not marked_codec(body):
        for beginning, codec in UNMARKED:
            if body.startswith(beginning):
                return _redecoded(body, body.decode(codec, "replace"), codec)
    declared = DECLARED_ENCODING.search(body[:DECLARATION_BYTES].decode("latin-1"))
    return to_text(body, declared.group(1) if declared else "")


def _redecoded(body: bytes, text: str, codec: str) -> str:
    """EBCDIC has many pages, of which the declaration, readable in all, names one."""
    declared = DECLARED_ENCODING.search(text[:DECLARATION_BYTES])
    return to_text(body, declared.group(1)) if declared and codec.startswith("cp") else text


def _without_doctype(text: str) -> str | None:
    """The declaration that may stand before the first element is cut out, with whatever it names."""
    at = _past_comments(text)
    if text[at : at + len(DOCTYPE)].upper() == DOCTYPE:
        close, bracket = text.find(">", at), text.find("[", at)
        if 0 <= bracket < close:
            subset = text.find("]", bracket)
            # An entity's value may itself hold "]", so entities are looked for in front of any end.
            if ENTITY in text[bracket : subset if subset >= 0 else len(text)].upper():
                return None
            close = text.find(">", subset) if subset >= 0 else -1
        text = text[:at] + (text[close + 1 :] if close >= 0 else "")
    # A declaration out of place, or left over by a cut that came too early.
    first = TAG.search(text)
    return None if ENTITY in text[: first.start() if first else len(text)].upper() else text


def _past_comments(text: str) -> int:
    """Where the white space, comments and instructions at the beginning end."""
    at = _past_space(text, 0)
    while text.startswith(("<!--", "<?"), at):
        mark = "-->" if text.startswith("<!--", at) else "?>"
        end = text.find(mark, at)
        if end < 0:
            break
        at = _past_space(text, end + len(mark))
    return at


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def root_name(text: str) -> str:
    """The local name of the first element, in lower case; "" where there is none."""
    found = ELEMENT.search(text, _past_comments(text))
    return found.group(1).lower() if found else ""


def tree(text: str) -> Any:
    """The root element of XML that `xml_text` let pass, as lxml sees it; None where there is no element.

    Entities of HTML, which feeds and agencies use without declaring them, are the letters they stand for.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(NAMED.sub(_letter, text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _letter(found: re.Match[str]) -> str:
    name = found.group(1)
    if name in OF_XML:
        return found.group()
    letter = html.unescape(found.group())
    return letter if letter != found.group() else ""
