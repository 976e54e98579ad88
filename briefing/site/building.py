"""Building: a site's folder brought up to what the library and the archive hold; only what changed is written."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from briefing.config import Config
from briefing.deliver.archive import MODE, umask
from briefing.errors import DeliverError
from briefing.pipeline import GENERATOR, Progress, silent
from briefing.render.templates import HTML, source
from briefing.site import addresses, manifest
from briefing.site.catalogue import pages
from briefing.site.embedding import style
from briefing.site.feed import feed
from briefing.site.gathering import gather
from briefing.site.holdings import Holdings
from briefing.site.index import index
from briefing.site.manifest import Made
from briefing.site.painting import Frame, asset, fingerprint, paint


@dataclass(frozen=True, slots=True)
class File:
    """A file that belongs to the site."""

    path: str  # from the site's root
    inputs: str  # a digest of all it depends on
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building."""

    written: tuple[str, ...]  # addresses of files made anew
    removed: tuple[str, ...]  # of files that belong to the site no more
    kept: int  # files that were as they are to be


def build(config: Config, out: Path, url: str | None = None, progress: Progress = silent) -> Built:
    """Bring the site in `out` up to date. url: where it will stand, for its feed.

    Every file is replaced at once or not at all, and only where its inputs changed; files that no former run made are
    left alone. Raises StoreError where the library cannot be read, DeliverError where the folder cannot be written.
    """
    holdings = gather(config, progress)
    before = manifest.read(out)
    made: dict[str, Made] = {}
    written: list[str] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(files(holdings, config, url), 1):
            progress("pages", number)
            known = before.get(file.path)
            if known and known.inputs == file.inputs and size(out / file.path) == known.size:
                made[file.path] = known
                continue
            content = file.content()
            put(out / file.path, content)
            made[file.path] = Made(file.inputs, len(content))
            written.append(file.path)
        removed = tuple(path for path in sorted(before) if path not in made and remove(out, path))
        if written or removed or not before:
            put(out / manifest.NAME, manifest.written(made))
    except OSError as error:
        raise DeliverError(
            f"{error.filename or out} cannot be written ({error.strerror or error}): choose another with --out"
        ) from None
    return Built(tuple(written), removed, len(made) - len(written))


def files(holdings: Holdings, config: Config, url: str | None) -> Iterator[File]:
    """All files of the site."""
    frame = Frame(holdings.title, GENERATOR)
    for page in pages(holdings):
        yield File(page.path, fingerprint(page, frame), partial(paint, page, frame))
    for path, content in made_whole(holdings, config, url):
        yield File(path, sha256(content).hexdigest(), partial(bytes, content))


def made_whole(holdings: Holdings, config: Config, url: str | None) -> Iterator[tuple[str, bytes]]:
    """What is no page: styles, the script, the feed, the index, and the archive's other formats."""
    yield addresses.BRIEFING_STYLE, style(source(HTML, config.templates)).encode("utf-8")
    yield addresses.STYLE, asset("site.css")
    yield addresses.SCRIPT, asset("search.js")
    yield addresses.FEED, feed(holdings, url, GENERATOR)
    yield from index(holdings).items()
    from briefing.deliver.archive import location

    for edition in holdings.editions:
        for kind in holdings.beside.get(addresses.briefing(edition.window), ()):
            content = location(config.archive, edition.window, kind).read_bytes()
            yield addresses.briefing(edition.window, kind), content


def size(path: Path) -> int:
    """A file's length; -1 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def put(path: Path, content: bytes) -> None:
    """Give a file these bytes: whoever looks sees it as it was or as it is to be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.chmod(MODE & ~umask())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def remove(out: Path, path: str) -> bool:
    """Remove a file that a former run made; never one outside the site, whatever its manifest says."""
    target = out / path
    if ".." in Path(path).parts or Path(path).is_absolute():
        return False
    with suppress(FileNotFoundError):
        target.unlink()
    with suppress(OSError):
        target.parent.rmdir()  # gone if it was the last
    return True
