"""Unnamed: mail whose file's name does not say that it is mail: letters in a Maildir, and names without an ending."""

import re
from pathlib import Path

from briefing.read.opening import opened

MAILDIR_FOLDERS = ("cur", "new")  # what is in tmp is not delivered yet (https://cr.yp.to/proto/maildir.html)
HEAD_BYTES = 4096

FIELD = re.compile(rb"[A-Za-z][\w-]{0,60}:")
OF_MAIL = re.compile(
    rb"^(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]{1,40}):", re.M | re.I
)
BEGINS_MBOX = re.compile(rb"From [^\r\n]{1,300}\d:\d\d[^\r\n]{1,30}\d{4}")


def is_letter(path: Path) -> bool:
    """Whether the file is a letter in a Maildir, or has no ending and begins with the header of one."""
    return _in_maildir(path) or (not path.suffix and begins_like_mail(_head(path)))


def is_mbox(path: Path) -> bool:
    """Whether a file without an ending begins as an mbox does."""
    return not path.suffix and bool(BEGINS_MBOX.match(_head(path)))


def _in_maildir(path: Path) -> bool:
    folder = path.parent
    return folder.name in MAILDIR_FOLDERS and all((folder.parent / each).is_dir() for each in ("cur", "new", "tmp"))


def begins_like_mail(head: bytes) -> bool:
    """Whether every line up to the first empty one is of a header, and of one that mail has."""
    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip().splitlines()[:-1]
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    fields = lines[:end]
    if not fields or not all(line[:1] in b" \t" or FIELD.match(line) for line in fields):
        return False
    return bool(OF_MAIL.search(b"\n".join(fields)))


def _head(path: Path) -> bytes:
    try:
        with opened(path) as file:
            return file.read(HEAD_BYTES)
    except (OSError, EOFError):
        return b""
