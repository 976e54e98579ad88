"""Zip: the files in an archive, each read as its kind is, with bounds on how much they may become.

No name in an archive is ever used as a path: a member is unpacked under a name of our own into a folder of our own, so
"../../etc/passwd" is only a label. A zip in a zip is refused, which is how 42 KB would become petabytes.
"""

import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from briefing.model import Problem, RawDocument
from briefing.read.belongings import belongings
from briefing.read.body import MAX_CONTAINER_BYTES
from briefing.read.naming import source_name
from briefing.read.opening import GZIP_SUFFIX
from briefing.read.walk import reason

MAX_MEMBERS = 20_000
MAX_UNPACKED = 500_000_000
"""All of an archive may become this large: a year of one outlet is 50 MB."""

MOST_EXPANSION = 100
"""How many bytes a packed byte may become: news 3 to 10, a table of it perhaps 30, a bomb over 1,000."""

FREE_BYTES = 1_000_000
"""Below this the ratio says nothing."""

SLICE = 1 << 20
LONGEST_SUFFIX = 12
RESOURCES = "__MACOSX"  # where the archives of macOS keep what is no file


def read_zip(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """The documents in an archive, by the names of its members."""
    name = source_name(path)
    if path.suffix.lower() == GZIP_SUFFIX:
        yield Problem("read", name, "a compressed zip is not unpacked: unpack it once")
        return
    try:
        if not path.is_file():  # the walk saw a file; a pipe in its place would be waited on
            yield Problem("read", name, "not a regular file, so it was not opened")
            return
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory(prefix="brief-") as folder:
            yield from _members(archive, name, Path(folder), fetched_at)
    except OSError as error:
        yield Problem("read", name, f"the file could not be opened: {reason(error)}")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, struct.error):
        yield Problem("read", name, "the archive is damaged")


def _members(
    archive: zipfile.ZipFile, name: str, folder: Path, fetched_at: datetime
) -> Iterator[RawDocument | Problem]:
    named = (member for member in archive.infolist() if member.filename)  # a damaged one may name nothing
    members = sorted(
        (member for member in named if not member.is_dir() and not _is_hidden(member.filename)),
        key=lambda member: member.filename,
    )
    of_pages = belongings([member.filename for member in members])
    members = [member for member in members if member.filename not in of_pages]
    if not members:
        yield Problem("read", name, "the archive holds no file")
    if len(members) > MAX_MEMBERS:
        yield Problem("read", name, f"holds more than {MAX_MEMBERS} files, so only the first were read")
    unpacked = 0
    for member in members[:MAX_MEMBERS]:
        label = f"{name}/{_label(member.filename)}"
        body = _unpacked(archive, member)
        if isinstance(body, str):
            yield Problem("read", label, body)
            continue
        unpacked += len(body)
        if unpacked > MAX_UNPACKED:
            yield Problem("read", name, "unpacks to far more than articles do, so the rest was not read")
            return
        yield from _read_member(body, member.filename, label, folder, fetched_at)


def _read_member(
    body: bytes, filename: str, label: str, folder: Path, fetched_at: datetime
) -> Iterator[RawDocument | Problem]:
    from briefing.read.kinds import KINDS, kind_of, unread  # here, as the table of kinds names this reader

    suffixes = PurePosixPath(filename.replace("\\", "/")).suffixes[-2:]
    given = Path(
        "member"
        + "".join(
            suffix for suffix in suffixes if suffix[1:].isalnum() and suffix.isascii() and len(suffix) < LONGEST_SUFFIX
        )
    )
    place = folder / given
    place.write_bytes(body)
    kind = kind_of(place)
    if kind is None or kind is KINDS[".zip"]:
        nested = "an archive in an archive is not unpacked" if kind else unread(place)
        yield Problem("read", label, nested)
        return
    for found in kind.read(place, kind.media_type, fetched_at):
        if isinstance(found, Problem):
            # What follows the name in the subject (" line 3") stays.
            yield replace(found, subject=label + found.subject.removeprefix(source_name(place)))
        else:
            yield replace(found, source=label, path=label)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | str:
    """The member's bytes, or why it was left out. What the archive says of its size is not believed."""
    if member.flag_bits & 1:
        return "encrypted, so it was not read"
    allowed = min(MAX_CONTAINER_BYTES, max(FREE_BYTES, MOST_EXPANSION * member.compress_size))
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(member) as file:
            while piece := file.read(SLICE):
                size += len(piece)
                if size > allowed:
                    return "unpacks to far more than a text does, so it was not read"
                pieces.append(piece)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError):
        return "damaged, or packed in a way brief does not know"
    return b"".join(pieces)


def _is_hidden(filename: str) -> bool:
    parts = filename.replace("\\", "/").split("/")
    return parts[0] == RESOURCES or any(part.startswith(".") and part.strip(".") for part in parts)


def _label(filename: str) -> str:
    """A member's name as one may show it."""
    parts = [part for part in filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "".join(letter if letter.isprintable() else "�" for letter in "/".join(parts)) or "unnamed"
