"""Mail text: what a mail says, out of its parts, by whatever is left of the rules in it (RFC 5322, 2045 to 2047).

Read by hand from the oldest of Python's policies, since the newer ones raise on headers that real mail has. Attachments
are not opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import errors, message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

from briefing.text.encodings import to_text

MAX_PARTS = 200
LONGEST_FIELD = 4_000
"""Characters of one header's field that are looked at: a mail to hundreds has more, but not in what is read here."""

MAX_DEPTH = 20
TEXT_TYPES = ("text/html", "text/plain")
SIGNATURE = re.compile(r"^-- ?$", re.M)
WROTE = re.compile(
    r"^(?:(?:On|Am|Le|El|Il|Op|Em) [^\n]{5,200}\n?[^\n]{0,100}(?:wrote|schrieb|écrit|escribió|scritto|schreef|escreveu)"
    r"|[^\n]{5,200} (?:пишет|написав|писал))[^\n]{0,100}:[ \t]{0,3}\n(?=\s{0,5}>)",
    re.M,
)
"""The line above what is quoted: "On 11 May 2026, at 10:00, Petra Voss wrote:"."""

QUOTED = re.compile(r"^[ \t]{0,3}>.{0,2000}$\n?", re.M)
BOUNDARY = re.compile(r'^--([^\r\n"]{1,100})\r?\nContent-', re.M)
META = re.compile(rb"""<meta\b[^>]{0,200}?\bcharset\s{0,3}=\s{0,3}["']?([\w-]{2,30})""", re.I | re.A)
META_BYTES = 4_096
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


class ShortHeaders(Compat32):
    """Python's oldest and most lenient policy, with fields cut to a length at which none of its parsers takes long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of one field."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_FIELD]


POLICY = ShortHeaders()


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: its header's fields decoded, its two forms of text."""

    subject: str
    sender: str  # the name in From, or the address where there is none
    date: str  # as written
    message_id: str  # without its angle brackets
    html: str  # "" where it has none
    plain: str  # "" where it has none
    unopened: tuple[str, ...] = ()  # names of what is attached to it and may be an article


def letters_of(body: bytes) -> Iterator[Letter]:
    """The mail in these bytes, and the mails that are attached to it as such, outermost first."""
    try:
        message = message_from_bytes(body, policy=POLICY)
    except (errors.MessageError, RecursionError, ValueError, LookupError):
        return
    waiting = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        found = waiting.pop(0)
        yield _letter(found)
        waiting.extend(_attached(found))


def _letter(message: Message) -> Letter:
    texts: dict[str, list[str]] = {kind: [] for kind in TEXT_TYPES}
    unopened: list[str] = []
    for part in parts_of(message):
        kind = part.get_content_type()
        if kind in texts and not _is_attachment(part):
            texts[kind].append(decoded(part))
        elif (name := _file_name(part)) and not NO_ARTICLE.search(kind) and not OF_EXCHANGE.fullmatch(name):
            unopened.append(name)
    name, address = _sender(message)
    return Letter(
        subject=header(message, "Subject"),
        sender=name or address,
        date=header(message, "Date") or header(message, "Received").rpartition(";")[2].strip(),
        message_id=header(message, "Message-ID").strip("<>"),
        html="\n".join(texts["text/html"]),
        plain=_own_words("\n\n".join(texts["text/plain"])),
        unopened=tuple(unopened),
    )


NO_ARTICLE = re.compile(r"^(?:image|audio|video|font)/|signature|calendar|vcard|pgp-|/ics$|pkcs7|pkix|message/")
"""Kinds of what is attached to mails and holds no article: pictures, sound, signatures, appointments, receipts."""

OF_EXCHANGE = re.compile(r"ATT\d{2,8}\.\w{3,4}", re.I)
"""What Exchange calls a piece of the mail itself that it took for an attachment."""


def _file_name(part: Message) -> str:
    """The name of the file that a part is; "" where it has none."""
    try:
        return " ".join(CONTROLS.sub(" ", decoded_words(part.get_filename())).split())[:LONGEST_NAME]
    except (ValueError, LookupError, TypeError):
        return ""


LONGEST_NAME = 100


def _sender(message: Message) -> tuple[str, str]:
    """The name and the address in From, told apart before the name is decoded: it may hold a comma."""
    written = message.get("From")
    try:
        name, address = parseaddr(written if isinstance(written, str) else header(message, "From"))
    except RecursionError:  # thousands of brackets
        return "", ""
    return decoded_words(name), address


def header(message: Message, name: str) -> str:
    """A header's field on one line, encoded words decoded; "" where it is missing."""
    return decoded_words(message.get(name))


def decoded_words(written: object) -> str:
    """The text of a header's value, which may be a string or what Python makes of one with foreign bytes."""
    if written is None:
        return ""
    try:
        pieces = decode_header(written)  # type: ignore[arg-type] # it takes Header too, which its types do not say
    except (errors.HeaderParseError, ValueError, LookupError):
        return CONTROLS.sub(" ", str(written)).strip()
    text = "".join(_piece(piece, charset) for piece, charset in pieces)
    return " ".join(CONTROLS.sub(" ", text).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        # Bytes that were no ASCII stand in it as surrogates.
        return to_text(piece.encode("utf-8", "surrogateescape"), "") if not piece.isascii() else piece
    # What is no encoded word comes as the escaped bytes of its characters.
    return to_text(piece, "" if charset in (None, "unknown-8bit") else str(charset))


def parts_of(message: Message) -> Iterator[Message]:
    """The parts of one mail, outside in, not those of mails attached to it."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop(0)
        if part.get_content_type() == "message/rfc822":
            continue
        inner = _inner(part)
        if isinstance(inner, list):
            if depth < MAX_DEPTH:
                waiting[:0] = [(each, depth + 1) for each in inner if isinstance(each, Message)]
        else:
            yield part


def _inner(part: Message) -> object:
    """The parts of a part, even where its header names another boundary than the one that stands between them."""
    inner = _payload(part)
    if part.get_content_maintype() != "multipart" or not isinstance(inner, str):
        return inner
    boundary = BOUNDARY.search(inner)
    if boundary is None:
        return inner
    whole = f'Content-Type: multipart/mixed; boundary="{boundary.group(1)}"\n\n{inner}'
    return _payload(message_from_bytes(whole.encode("utf-8", "surrogateescape"), policy=POLICY))


def _payload(part: Message) -> object:
    """What a part holds: parts, or text; nothing where its character set is no name at all, as with a NUL in it."""
    try:
        return part.get_payload()
    except (ValueError, LookupError):
        return ""


def _attached(message: Message) -> list[Message]:
    """The mails attached to one mail."""
    found: list[Message] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            break
        part, depth = waiting.pop(0)
        inner = _payload(part)
        for each in inner if isinstance(inner, list) and depth < MAX_DEPTH else ():
            if part.get_content_type() == "message/rfc822" and isinstance(each, Message):
                found.append(each)
            elif isinstance(each, Message):
                waiting.append((each, depth + 1))
    return found


def _is_attachment(part: Message) -> bool:
    return str(part.get("Content-Disposition") or "").strip().lower().startswith("attachment")


def decoded(part: Message) -> str:
    """The text of a part; "" where it has none, or none that can be read."""
    try:
        body = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):  # odd transfer encodings
        return ""
    if not isinstance(body, bytes):
        return ""
    try:
        charset = part.get_param("charset") or ""
    except (ValueError, LookupError):
        charset = ""
    stated = charset if isinstance(charset, str) else str(charset[2])
    if not stated and (found := META.search(body, 0, META_BYTES)):
        stated = found.group(1).decode("ascii")
    text = to_text(body, stated)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _unflowed(text) if "flowed" in str(part.get("Content-Type")).lower() else text


def _unflowed(text: str) -> str:
    """Lines that end in a space go on in the next (RFC 3676)."""
    return re.sub(r"(?<=\S) \n(?=[^\s>-])", " ", text)


def _own_words(text: str) -> str:
    """The text without its signature and what it quotes of the mail it answers."""
    signature = SIGNATURE.search(text)
    return QUOTED.sub("", WROTE.sub("", text[: signature.start()] if signature else text)).strip()
