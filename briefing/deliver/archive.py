"""The archive: one folder a year, one file a briefing and format, each file whole or as it was before."""

import glob
import os
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from briefing.errors import DeliverError
from briefing.model import Window

# Formats nobody edits by hand, so one without a checksum is no one's work that could be lost.
MADE_ONLY = frozenset({"pdf"})
MODE = 0o666  # what a plain file is made with, less the user's umask; `tempfile` alone would make it private
NO_UMASK = 0
PART = ".part"
STALE_SECONDS = 3600  # writing takes less than one

IsIntact = Callable[[bytes, str], bool | None]


def location(folder: Path, window: Window, extension: str) -> Path:
    """Where a briefing stands: `2026/2026-W20.md`; a week under the year it is counted in (ISO 8601)."""
    year = window.first_day.isocalendar().year if window.kind == "week" else window.first_day.year
    return folder / f"{year:04}" / f"{window.id}.{extension}"


def write(
    folder: Path, window: Window, files: Mapping[str, bytes], *, is_intact: IsIntact, force: bool = False
) -> tuple[Path, ...]:
    """Put a briefing's files, by format ("md", "html"), into the archive; returns all their paths, in the order given.

    Each file is replaced at once, or not at all; one that holds the same bytes already is left alone. `is_intact`
    tells of a file's bytes and format whether they are as `brief` wrote them (None: they do not say).

    Raises DeliverError, before anything is written, where a file that stands there was edited by hand or is none of
    brief's, unless `force`, and where there is no room or leave to write them all.
    """
    targets = {location(folder, window, extension): extension for extension in files}
    changed = [path for path, extension in targets.items() if existing(path) != files[extension]]
    if not force:
        for path in changed:
            refuse_edited(path, targets[path], is_intact)
    put({path: files[targets[path]] for path in changed})
    return tuple(targets)


def existing(path: Path) -> bytes | None:
    """What stands in the file now; None where there is none. Raises DeliverError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot("read", path, error) from error


def refuse_edited(path: Path, extension: str, is_intact: IsIntact) -> None:
    """Raise DeliverError where the file holds somebody's work."""
    found = existing(path)
    if not found:
        return  # no file, or one that was only touched
    intact = is_intact(found, extension)
    if intact is False:
        raise DeliverError(
            f"{path} was edited by hand and is kept: write elsewhere with --out, or over it with --force"
        )
    if intact is None and extension not in MADE_ONLY:
        raise DeliverError(
            f"{path} was not written by brief and is kept: write elsewhere with --out, or over it with --force"
        )


def put(files: Mapping[Path, bytes]) -> None:
    """Give these files these bytes: whoever looks, even after a power cut, sees each as it was or as it is to be.

    All are on disk under other names before the first takes its own. Raises DeliverError, leaving no part behind.
    """
    parts: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(path)
            parts[path] = part = reserve(path)
            fill(part, data)
        for path in files:
            parts[path].replace(path)
            del parts[path]
        for path in {each.parent: each for each in files}.values():
            sync_folder(path.parent)
    except OSError as error:
        raise cannot("written", path, error) from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()


def sweep(path: Path) -> None:
    """Remove the parts of this file which a run that was killed left behind; another run's are never so old."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*{PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_SECONDS:
                part.unlink()


def reserve(path: Path) -> Path:
    """A new empty file beside `path`, on the same file system, under a name that no other run has."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=PART)
    os.close(handle)
    return Path(name)


def fill(part: Path, data: bytes) -> None:
    """Write the bytes and see them to the disk."""
    part.chmod(MODE & ~umask())
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the folder's list of names on disk; where a file system knows no such thing, there is nothing to do."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def umask() -> int:
    """The process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(NO_UMASK)
    os.umask(mask)
    return mask


def cannot(done: str, path: Path, error: OSError) -> DeliverError:
    """One line about a file that cannot be used."""
    return DeliverError(
        f"{path} cannot be {done} ({error.strerror or error}): check the folder, or choose another with --out"
    )
