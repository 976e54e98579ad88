"""Unpack: the body of an answer as it streams in, decompressed and capped at every step."""

import zlib
from collections.abc import Callable, Iterable

from briefing.read.web.address import Refused

PIECE = 1 << 16
"""Unpacked bytes made at once: a gzip bomb gets no further than this past the cap."""

ENCODINGS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""Content codings asked for → zlib's parameter (RFC 9110, section 8.4.1)."""

METHOD_BITS, DEFLATE, CHECK = 0x0F, 8, 31  # of zlib's two header bytes (RFC 1950, section 2.2)
PLAIN = ("", "identity")


def unpacked(pieces: Iterable[bytes], coding: str, most: int, check: Callable[[], None]) -> bytes:
    """The whole body. `check` is called at every piece and may raise; raises Refused where there is too much of it."""
    coding = coding.strip().lower()
    if coding in PLAIN:
        return _joined(pieces, most, check)
    if coding not in ENCODINGS:
        raise Refused("compressed in a way that was not asked for")
    try:
        return _inflated(pieces, ENCODINGS[coding], most, check)
    except zlib.error:
        raise Refused("its compressed answer is damaged") from None


def _joined(pieces: Iterable[bytes], most: int, check: Callable[[], None]) -> bytes:
    body = bytearray()
    for piece in pieces:
        check()
        body += piece
        _limit(len(body), most)
    return bytes(body)


def _inflated(pieces: Iterable[bytes], bits: int, most: int, check: Callable[[], None]) -> bytes:
    body = bytearray()
    unpacker = None
    for piece in pieces:
        check()
        if unpacker is None:
            unpacker = zlib.decompressobj(_bits(piece, bits))
        waiting = piece
        while waiting and not unpacker.eof:
            body += unpacker.decompress(waiting, PIECE)
            waiting = unpacker.unconsumed_tail
            _limit(len(body), most)
    if unpacker is None:
        return b""
    if not unpacker.eof:
        raise Refused("its compressed answer ends too early")
    return bytes(body)


def _bits(first: bytes, bits: int) -> int:
    """Some servers call raw deflate "deflate": it lacks the header that zlib's own format begins with (RFC 1950)."""
    if bits != zlib.MAX_WBITS:
        return bits
    has_header = len(first) > 1 and first[0] & METHOD_BITS == DEFLATE and int.from_bytes(first[:2], "big") % CHECK == 0
    return bits if has_header else -bits


def _limit(size: int, most: int) -> None:
    if size > most:
        raise Refused(f"larger than {most / 1_000_000:g} MB, so it was not read")
