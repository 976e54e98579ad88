"""Messages: a rendered briefing as a mail (RFC 5322, MIME), the same bytes for the same letter.

Nothing of an article reaches a header but through `header_text`: one line of printable characters, cut to a length, so
no content can end a header or begin another.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, SingleAddressHeader, UnstructuredHeader
from email.message import EmailMessage, Message
from email.policy import SMTP, Policy
from email.utils import format_datetime, formataddr
from urllib.parse import quote

SUBJECT_CHARACTERS = 140  # what the widest list of mails shows; a phone shows 40, so what matters comes first
ID_DIGITS = 32  # 128 bits: no two letters share a name
ELLIPSIS = "…"
REPLACEMENT = "\ufffd"
# What no header may hold, or would show otherwise than it stands: what does not print, explicit directions (UAX #9).
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufeff\u202a-\u202e\u2066-\u2069]")
SURROGATE = re.compile("[\ud800-\udfff\ufffe\uffff]")
# A cut must not fall before these: they belong to the character in front (joiners, variants, skin tones, marks).
BELONGS_BEFORE = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
JOINER = "\u200d"

ENCODED_WORD = "=?"  # what begins one (RFC 2047): as text of an article it must not be read as such


class AsItStands(UnstructuredHeader, BaseHeader):
    """A header whose value is addresses in angle brackets: folded between them, never encoded (RFC 2369)."""

    def fold(self, *, policy: "Policy[Message]") -> str:
        """The header's lines."""
        return f"{self.name}: {self.replace(', ', f',{policy.linesep} ')}{policy.linesep}"


class Worded(UnstructuredHeader, BaseHeader):
    """A header of words. Python's own folding loses spaces between encoded words, the older class's does not."""

    def fold(self, *, policy: "Policy[Message]") -> str:
        """The header's lines."""
        return f"{self.name}: {words(self, self.name, policy.linesep)}{policy.linesep}"


class Addressed(SingleAddressHeader, BaseHeader):  # type: ignore[misc] # how the registry itself combines the two
    """A header of one address, folded as `Worded` is."""

    def fold(self, *, policy: "Policy[Message]") -> str:
        """The header's lines."""
        of = self.address
        if of.display_name.isascii():
            return f"{self.name}: {formataddr((of.display_name, of.addr_spec))}{policy.linesep}"
        name = words(of.display_name, self.name, policy.linesep)
        return f"{self.name}: {name}{policy.linesep} <{of.addr_spec}>{policy.linesep}"


REGISTRY = HeaderRegistry()
REGISTRY.map_to_type("subject", Worded)
for _name in ("from", "to", "reply-to"):
    REGISTRY.map_to_type(_name, Addressed)
REGISTRY.map_to_type("list-unsubscribe", AsItStands)
REGISTRY.map_to_type("list-id", AsItStands)
POLICY = SMTP.clone(cte_type="7bit", header_factory=REGISTRY)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with an address."""

    address: str  # ASCII, valid
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels along."""

    name: str  # ASCII
    media_type: str  # RFC 6838
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within the HTML, which names it as `cid:NAME`; its words in the HTML's `alt`."""

    cid: str  # ASCII, without a host
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one recipient, everything settled but how it is written down."""

    sender: Party
    to: Party
    reply_to: Party | None
    subject: str  # any text; cut and cleaned when written
    text: str
    html: str
    date: datetime  # aware
    message_id: str  # with its angle brackets
    list_id: str  # RFC 2919, without angle brackets
    list_name: str  # the same in words
    unsubscribe: str  # an address
    unsubscribe_url: str | None  # https; adds one-click (RFC 8058)
    attachments: tuple[Attachment, ...] = ()
    pictures: tuple[Picture, ...] = ()


def message_id(list_id: str, briefing: str, edition: int, recipient: str, host: str) -> str:
    """The letter's name: the same for the same briefing, edition and recipient, so that a repeat can be told as one."""
    named = "\0".join((list_id, briefing, str(edition), recipient.lower()))
    digest = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
    return f"<brief.{digest[:ID_DIGITS]}@{host}>"


def written(letter: Letter) -> bytes:
    """The letter as it goes over the wire: lines of at most 998 octets, CR LF, ASCII alone."""
    return message(letter).as_bytes()


def message(letter: Letter) -> EmailMessage:
    """The letter as a message: text and HTML as alternatives, pictures beside the HTML, attachments beside both."""
    made = EmailMessage(policy=POLICY)
    for name, value in headers(letter):
        made[name] = value
    made.set_content(body(letter.text), cte="quoted-printable")
    made.add_alternative(body(letter.html), subtype="html", cte="quoted-printable")
    page = made.get_body(("html",))
    assert page is not None  # noqa: S101 it was added the line before
    for picture in letter.pictures:
        main, _, sub = picture.media_type.partition("/")
        page.add_related(picture.data, main, sub, cid=f"<{picture.cid}>", disposition="inline")
    for attached in letter.attachments:
        main, _, sub = attached.media_type.partition("/")
        params = {"charset": "utf-8"} if main == "text" else None
        made.add_attachment(attached.data, main, sub, filename=attached.name, params=params)
    settle_boundaries(made, letter.message_id)
    return made


def headers(letter: Letter) -> Iterator[tuple[str, str | Address | datetime]]:
    """The headers, in the order they are read."""
    yield "From", address(letter.sender)
    yield "To", address(letter.to)
    if letter.reply_to:
        yield "Reply-To", address(letter.reply_to)
    yield "Subject", header_text(letter.subject)
    yield "Date", format_datetime(letter.date)
    yield "Message-ID", letter.message_id
    yield "List-Id", f"{quoted(letter.list_name)}<{letter.list_id}>"
    request = f"<mailto:{quote(letter.unsubscribe, safe='@')}?subject=unsubscribe>"
    if letter.unsubscribe_url:
        yield "List-Unsubscribe", f"<{letter.unsubscribe_url}>, {request}"
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
    else:
        yield "List-Unsubscribe", request
    yield "Auto-Submitted", "auto-generated"


def address(party: Party) -> Address:
    """An address with its name."""
    return Address(header_text(party.name), addr_spec=party.address)


def header_text(text: str) -> str:
    """The text as a header may hold it: on one line, printable, in the directions of its letters, not too long."""
    line = " ".join(UNPRINTABLE.sub("", SURROGATE.sub(REPLACEMENT, text)).split()).replace(ENCODED_WORD, "= ?")
    return cut(line, SUBJECT_CHARACTERS)


def words(text: str, header: str, linesep: str) -> str:
    """The text on lines of at most 76 characters; encoded words (RFC 2047) where it is not ASCII."""
    charset = "us-ascii" if text.isascii() else "utf-8"
    return Header(text, charset, header_name=header).encode(linesep=linesep)


def quoted(name: str) -> str:
    """A list's name in words, to stand before its identity; nothing where it is not plain ASCII (RFC 2919)."""
    line = header_text(name)
    return f'"{line}" ' if line and line.isascii() and '"' not in line and "\\" not in line else ""


def cut(line: str, characters: int) -> str:
    """The line's beginning, to the end of a word where there is one, and never within what is one sign to a reader."""
    if len(line) <= characters:
        return line
    end = characters - 1
    space = line.rfind(" ", 0, end + 1)
    if space > characters // 2:
        end = space
    while end > 0 and (BELONGS_BEFORE.match(line[end]) or line[end - 1] == JOINER):
        end -= 1
    return line[:end].rstrip() + ELLIPSIS


def body(text: str) -> str:
    """A body's text: no character that a mail cannot carry, lines ended as Python's are."""
    fit = SURROGATE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", REPLACEMENT))
    return fit if fit.endswith("\n") else fit + "\n"


def settle_boundaries(made: EmailMessage, name: str) -> None:
    """Give each multipart a boundary of the letter's own name instead of one by chance."""
    digest = hashlib.sha256(name.encode()).hexdigest()[:ID_DIGITS]
    multiparts = [part for part in made.walk() if part.is_multipart()]
    for number, part in enumerate(multiparts):
        part.set_boundary(f"=_{number}_{digest}")
