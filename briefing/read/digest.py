"""Digest: a mail in which a list sends several at once, as plain text (RFC 1153; Mailman writes them so)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.read.mail_text import Letter

RULE = re.compile(r"^-{25,80}[ \t]{0,3}$", re.M)
"""What stands between two mails: thirty hyphens, seventy above the first."""

FIELD = re.compile(r"(?P<name>Date|From|Subject|Message-ID|To|Cc|Content-Type):[ \t]{0,3}(?P<value>[^\n]{0,500})", re.I)
NUMBER = re.compile(r"Message: \d{1,4}\s{0,5}$", re.I)
ADDRESS = re.compile(r"\s{0,3}<[^<>\s]{1,200}>")
FEWEST = 2
MOST = 500


def letters_of_digest(letter: Letter) -> tuple[Letter, ...]:
    """The mails in a digest, each with its own sender, subject and date; none where the mail is no digest."""
    if len(RULE.findall(letter.plain)) < FEWEST:
        return ()
    found = [each for piece in RULE.split(letter.plain)[1 : MOST + 1] if (each := _letter(piece, letter))]
    numbered = (
        replace(each, message_id=each.message_id or f"{letter.message_id}/{number}")
        for number, each in enumerate(found)
    )
    return tuple(numbered) if len(found) >= FEWEST else ()


def _letter(piece: str, whole: Letter) -> Letter | None:
    lines = piece.strip("\n").split("\n")
    fields: dict[str, str] = {}
    at = 0
    for at, line in enumerate(_header(lines)):  # noqa: B007 (how far the header goes is asked for below)
        if field := FIELD.fullmatch(line.strip()):
            fields.setdefault(field["name"].lower(), field["value"].strip())
    if not fields.get("from") or not fields.get("subject"):
        return None
    return Letter(
        subject=fields["subject"],
        sender=ADDRESS.sub("", fields["from"]).strip(" \"'") or fields["from"],
        date=fields.get("date", whole.date),
        message_id=fields.get("message-id", "").strip("<>")
        and f"{whole.message_id}/{fields['message-id'].strip('<>')}",
        html="",
        plain="\n".join(lines[at + 1 :]).strip(),
    )


def _header(lines: list[str]) -> Iterator[str]:
    """The lines of a header: fields, what goes on from the line before, and the number above them."""
    begun = False
    for line in lines:
        if FIELD.match(line) or (begun and line[:1] in (" ", "\t") and line.strip()):
            begun = True
        elif begun or not (NUMBER.match(line) or not line.strip()):
            return
        yield line
