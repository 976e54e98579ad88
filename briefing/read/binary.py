"""Binary: telling data that is no text by its first bytes."""

from briefing.text.encodings import wide_codec

HEAD_BYTES = 8192
"""How much is looked at: what git and grep look at too."""

MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"BZh", b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0", b"{\\rtf", b"SQLite format 3\x00", b"RIFF", b"OggS", b"ID3")  # fmt: skip
"""How files of well-known kinds begin: documents, pictures, archives, programs, sound."""

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32, whose text is full of NULs."""

CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"

MOST_CONTROLS = 0.05
"""The share of control bytes above which it is no text: random bytes have 0.1, odd texts below 0.01."""


def is_binary(body: bytes) -> bool:
    """Whether these bytes are no text in any encoding."""
    head = body[:HEAD_BYTES]
    if head.startswith(WIDE_MARKS):
        return False
    if head.startswith(MAGIC):
        return True
    return len(head.translate(None, CONTROLS)) < len(head) * (1 - MOST_CONTROLS) and wide_codec(head) is None
