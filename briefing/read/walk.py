"""Walk: which files stand below a path, in an order that does not depend on the file system."""

import stat
from collections.abc import Iterator
from pathlib import Path

from briefing.model import Problem
from briefing.read.belongings import page_names, page_of
from briefing.read.naming import source_name


def walk(path: Path) -> Iterator[Path | Problem]:
    """The regular files at or below `path`, sorted by name folder by folder.

    Hidden files and folders below it are passed over, and the folder in which a browser keeps what belongs to a page
    it saved. Links to folders are not followed, so no loop is walked
    and nothing outside the folder is read by surprise; they, and whatever is no regular file (a device, a
    pipe, a socket), are told as `Problem`s.
    """
    if not path.is_dir():
        yield path
        return
    waiting = [path]
    while waiting:
        found = waiting.pop()
        if found is not path and not _is_folder(found):
            yield _checked(found)
            continue
        try:
            below = sorted(found.iterdir(), reverse=True)  # reversed, as the last is taken first
        except OSError as error:
            yield Problem("read", source_name(found), f"the folder could not be opened: {reason(error)}")
            continue
        pages = page_names(entry.name for entry in below)
        waiting.extend(
            entry
            for entry in below
            if not entry.name.startswith(".") and not (page_of(entry.name) in pages and _is_folder(entry))
        )


def _is_folder(path: Path) -> bool:
    return not path.is_symlink() and path.is_dir()


def _checked(path: Path) -> Path | Problem:
    """The path, if a regular file stands there."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Problem("read", source_name(path), f"the file could not be opened: {reason(error)}")
    if stat.S_ISDIR(mode):
        return Problem(
            "read", source_name(path), "a link to a folder is not followed, name the folder itself to read it"
        )
    if not stat.S_ISREG(mode):
        return Problem("read", source_name(path), "not a regular file, so it was not opened")
    return path


def reason(error: OSError) -> str:
    """What the operating system says went wrong, in its own words without a number."""
    return (error.strerror or "the system gives no reason").lower()
