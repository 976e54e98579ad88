"""Forwarded: the mail that another one sends on in its text. It is the one that counts, with its sender and its date.

There is no standard for it; what is looked for is a line as Gmail, Outlook, Apple Mail and Thunderbird set it, in a few
languages, and under it the fields of the mail's header.
"""

import re
from dataclasses import replace

from briefing.read.mail_text import Letter

MOST = 5  # times that one mail was sent on
LONGEST_COMMENT = (
    60  # words before it: beyond them who sends it on has something to say, but for a subject that says so
)
SEPARATOR = re.compile(
    r"^[ \t]{0,3}(?:"
    r"-{2,20} ?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|message transféré|message d['’]origine|mensaje reenviado|mensaje original|пересылаемое сообщение"
    r"|исходное сообщение|переслане повідомлення)(?: by [^\n-]{1,80})? ?-{2,20}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message transféré ?:"
    r"|_{20,60})[ \t]{0,20}$",
    re.I | re.M,
)
FIELD = re.compile(
    r"[ \t]{0,3}\*{0,2}(?P<name>from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet"
    r"|enviado(?: el)?|fecha|para|asunto|от|дата|отправлено|кому|тема|від|надіслано)\*{0,2} ?:\*{0,2}[ \t]{0,3}"
    r"(?P<value>[^\n]{0,500})",
    re.I,
)
NAMES = {
    "sender": frozenset(("from", "von", "de", "от", "від")),
    "date": frozenset(("sent", "date", "gesendet", "datum", "envoyé", "enviado", "enviado el", "fecha", "дата"))
    | frozenset(("отправлено", "надіслано")),
    "subject": frozenset(("subject", "betreff", "objet", "asunto", "тема")),
}
MOST_FIELDS = 12
SENT_ON = re.compile(r"\s{0,3}(?:fwd?|wg|tr|rv|i)\s{0,3}:", re.I)
# What a date of English words or of numbers in ISO's order has: others cannot be read, and the letter's own stands.
READABLE = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b|\b\d{4}-\d\d-\d\d"
)
ADDRESS = re.compile(r"[<\[(]\s{0,3}(?:mailto:)?[^<>\[\]()\s]{1,200}@[^<>\[\]()\s]{1,200}\s{0,3}[>\])]")


def sent_on(letter: Letter, text: str) -> Letter:
    """The mail that this one sends on, and which that one does; else the letter. `text`: what its HTML says, if any."""
    for _ in range(MOST):
        inner = _inner(letter, letter.plain or text)
        if inner is None:
            break
        letter = inner
    return letter


def _inner(letter: Letter, text: str) -> Letter | None:
    line = SEPARATOR.search(text)
    if line is None:
        return None
    comment = text[: line.start()].split()
    if len(comment) > LONGEST_COMMENT and not SENT_ON.match(letter.subject):
        return None
    fields, start = _fields(text, line.end())
    if not fields.get("sender") or not (fields.get("subject") or fields.get("date")):
        return None
    date = fields.get("date", "")
    return replace(
        letter,
        subject=fields.get("subject") or letter.subject,
        sender=ADDRESS.sub("", fields["sender"]).strip(" \t\"'*") or fields["sender"],
        date=date if READABLE.search(date) else letter.date,
        plain=text[start:].strip(),
        html="",
    )


def _fields(text: str, start: int) -> tuple[dict[str, str], int]:
    """The fields of a header that stands in a text, and where it ends."""
    found: dict[str, str] = {}
    for _ in range(MOST_FIELDS):
        while text[start : start + 1].isspace():
            start += 1
        field = FIELD.match(text, start)
        if field is None:
            break
        for kind, names in NAMES.items():
            if field["name"].lower() in names:
                found.setdefault(kind, field["value"].strip(" \t*"))
        start = field.end()
    return found, start
