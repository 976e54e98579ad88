"""Read: what a source is, and whether it may be opened. Files, folders → `RawDocument`s."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from briefing.errors import ReadError
from briefing.model import Problem, RawDocument
from briefing.read.naming import source_name
from briefing.read.walk import walk


def read(paths: Sequence[Path], *, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """Each document in the files and folders given, in a fixed order; what cannot be read is a `Problem`.

    Files come as `paths` names them, folders with everything below them sorted by name, the lines of a JSON
    Lines file one by one. Nothing is opened before its turn, so a folder larger than memory is no trouble.

    Raises ReadError at once where a path does not exist.
    """
    return _documents(files(paths), fetched_at)


def files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """The files at and below the paths given, in the order `read` reads them, and what is none.

    Raises ReadError at once where a path does not exist.
    """
    for path in paths:
        if not _exists(path):
            raise ReadError(f"{source_name(path)} does not exist: name a file or a folder")
    return (found for path in paths for found in walk(path))


def documents(file: Path, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """Each document in one file."""
    from briefing.read.kinds import kind_of, unread  # late: settings are read at every start, files are not

    kind = kind_of(file)
    if kind is None:
        yield Problem("read", source_name(file), unread(file))
    else:
        yield from kind.read(file, kind.media_type, fetched_at)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long for the file system, or with a NUL in it, names nothing
        return False


def _documents(found: Iterator[Path | Problem], fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    for each in found:
        if isinstance(each, Problem):
            yield each
        else:
            yield from documents(each, fetched_at)
