"""Mail: letters in files of their own (.eml, Maildir), as an mbox (RFC 4155), and saved pages (MHTML, RFC 2557)."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from email import errors, message_from_bytes
from email.message import Message
from pathlib import Path

from briefing.model import Declared, Problem, RawDocument
from briefing.read.binary import is_binary
from briefing.read.blocks import blocks_of
from briefing.read.body import body_of
from briefing.read.digest import letters_of_digest
from briefing.read.forwarded import sent_on
from briefing.read.mail_text import POLICY, Letter, decoded, header, letters_of, parts_of
from briefing.read.naming import source_name
from briefing.read.newsletter import FURNITURE, Item, items_of_html, items_of_plain
from briefing.read.row_document import row_document
from briefing.text.encodings import marked_utf8

ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s{0,3}:\s{0,3}){1,9}", re.I)
"""What mail programs put in front of a subject that is answered or sent on."""

EMLX, LONGEST_LENGTH = ".emlx", 20
MAX_MBOX_BYTES = 200_000_000
MAX_LETTERS = 20_000
FROM_LINE = re.compile(rb"^From [^\r\n]{0,500}\d:\d\d[^\r\n]{0,30}\d{4}[^\r\n]{0,20}\r?\n", re.M)
"""How a letter begins in an mbox: a sender, an hour and a year; "From 2019 on" begins a paragraph."""

ESCAPED_FROM = re.compile(rb"^>(>*From )", re.M)


def read_letter(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of one mail."""
    name = source_name(path)
    body = body_of(path)
    if isinstance(body, Problem):
        yield body
    elif is_binary(body):
        yield Problem("read", name, "the file holds binary data, not a mail")
    else:
        yield from letter_documents(_measured(body) if EMLX in path.suffixes else body, name, None, fetched_at)


def _measured(body: bytes) -> bytes:
    """The mail in a file of Apple Mail's: a line with its length, the mail, and what the program keeps of it."""
    length, _, rest = body.partition(b"\n")
    return rest[: int(length)] if length.strip().isdigit() and len(length) < LONGEST_LENGTH else body


def read_mbox(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of every mail in an mbox; the part is the mail's number, from 1."""
    name = source_name(path)
    body = body_of(path, MAX_MBOX_BYTES)
    if isinstance(body, Problem):
        yield body
        return
    starts = [found.start() for found in FROM_LINE.finditer(body)]
    if not starts:
        yield Problem("read", name, "no mbox: no line in it begins a mail")
        return
    if len(starts) > MAX_LETTERS:
        yield Problem("read", name, f"holds more than {MAX_LETTERS:,} mails, so only the first were read")
        starts, body = starts[:MAX_LETTERS], body[: starts[MAX_LETTERS]]
    for part, (start, end) in enumerate(zip(starts, [*starts[1:], len(body)], strict=True), 1):
        letter = body[body.index(b"\n", start) + 1 : end]
        yield from letter_documents(ESCAPED_FROM.sub(rb"\1", letter), name, part, fetched_at)


def letter_documents(body: bytes, name: str, part: int | None, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The articles of one mail: of a newsletter each of its items, else the mail itself."""
    found = False
    subject = name if part is None else f"{name} mail {part}"
    for depth, letter in enumerate(letters_of(body)):
        for each in letters_of_digest(letter) or (letter,):
            for document in _articles(each, name, part, fetched_at, depth):
                found = True
                yield document
        if letter.unopened:
            yield Problem("read", subject, _unopened(letter.unopened))
    if not found:
        yield Problem("read", subject, "the mail has no text of its own")


def _unopened(names: Sequence[str]) -> str:
    """What is said of attachments: who sent them may have meant them to be read."""
    shown = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
    what = f"its attachment {shown} was" if len(names) == 1 else f"its {len(names)} attachments ({shown}) were"
    return f"{what} not opened: what is saved beside the mail is read"


MOST_NAMED = 3


def _articles(letter: Letter, name: str, part: int | None, fetched_at: datetime, depth: int) -> Iterator[RawDocument]:
    blocks = blocks_of(letter.html)
    if (inner := sent_on(letter, "\n".join(block.text for block in blocks))) is not letter:
        letter, blocks = inner, ()
    items = items_of_html(blocks) or items_of_plain(letter.plain)
    if not items:
        kept = "\n\n".join(block.text for block in blocks if not FURNITURE.search(block.text)) or _kept(letter.plain)
        items = (Item(ANSWER.sub("", letter.subject), kept, None),) if any(map(str.isalnum, kept)) else ()
    # Without a Message-ID a mail is known by its file and part, which those that are attached to it share.
    known_by = letter.message_id or (f"{name}#{part or 1}.{depth}" if depth or (part and len(items) > 1) else "")
    for number, item in enumerate(items, 1):
        own_id = f"{known_by}#{number}" if known_by and len(items) > 1 else known_by
        declared = Declared(title=item.title, published=letter.date, outlet=letter.sender)
        row = {"id": own_id or None, "title": item.title, "text": item.text, "url": item.url}
        at = part if part is not None or len(items) == 1 else number
        yield row_document(name, at, row, fetched_at, declared=declared)


def _kept(plain: str) -> str:
    return "\n".join(line for line in plain.splitlines() if not FURNITURE.search(line)).strip()


def read_mhtml(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The page a browser saved with everything on it: its HTML, and the address it came from."""
    name = source_name(path)
    body = body_of(path)
    if isinstance(body, Problem):
        yield body
        return
    try:
        message: Message | None = message_from_bytes(body, policy=POLICY)
    except (errors.MessageError, RecursionError, ValueError, LookupError):
        message = None
    pages = (part for part in parts_of(message) if part.get_content_type() == "text/html") if message else iter(())
    page = next(pages, None)
    html = decoded(page) if page else ""
    if message is None or page is None or not html.strip():
        yield Problem("read", name, "the saved page holds no HTML")
        return
    url = header(page, "Content-Location") or header(message, "Snapshot-Content-Location")
    url = url if url.startswith(("http://", "https://")) else ""
    yield RawDocument(name, url or None, name, None, "text/html", marked_utf8(html), fetched_at)
