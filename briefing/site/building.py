"""Building: a site's folder brought up to what the library and the archive hold; only what changed is written."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from briefing.config import Config
from briefing.deliver.archive import MODE, umask
from briefing.errors import DeliverError
from briefing.pipeline import GENERATOR, Progress, silent
from briefing.render.templates import HTML, source
from briefing.site import addresses, manifest, memory
from briefing.site.catalogue import Piece, pieces
from briefing.site.digest import code, digest, of_bytes
from briefing.site.embedding import style
from briefing.site.feed import feed
from briefing.site.gathering import Stand, stand
from briefing.site.holdings import Holdings
from briefing.site.index import index
from briefing.site.manifest import Made, Manifest
from briefing.site.memory import Changes, Memory, Remembered
from briefing.site.painting import Frame, asset, fingerprint, look, paint
from briefing.site.watching import Marks, Watched


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
    try:
        with stand(config, progress) as found:
            frame = digest((code(), look(), config.title, config.timezone, GENERATOR))
            sheet = style(source(HTML, config.templates))
            stamp = digest((frame, sheet, url, found.stamp()))
            folder = Folder(out, manifest.read(out))
            if folder.before.stamp == stamp and all(map(folder.stands, folder.before.files)):
                return Built((), (), len(folder.before.files))
            known = memory.read(out, folder.before.memory, frame)
            remembered = filled(folder, found, known, url, sheet, progress)
            return folder.finished(stamp, memory.written(remembered, frame))
    except OSError as error:
        raise DeliverError(
            f"{error.filename or out} cannot be written ({error.strerror or error}): choose another with --out"
        ) from None


@dataclass
class Folder:
    """A folder that is being brought up to date."""

    out: Path
    before: Manifest
    made: dict[str, Made] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def stands(self, path: str) -> bool:
        """Whether a file is there as a former run made it, as far as its length tells."""
        known = self.before.files.get(path)
        return known is not None and size(self.out / path) == known.size

    def keep(self, path: str) -> None:
        """Leave a file as it is."""
        self.made[path] = self.before.files[path]

    def take(self, file: File) -> None:
        """Have a file be as it is to be."""
        known = self.before.files.get(file.path)
        if known and known.inputs == file.inputs and self.stands(file.path):
            self.keep(file.path)
            return
        content = file.content()
        self._unsure()
        put(self.out / file.path, content)
        self.made[file.path] = Made(file.inputs, len(content))
        self.written.append(file.path)

    def finished(self, stamp: str, remembered: bytes) -> Built:
        """Take away what belongs to the site no more, and keep what was done for the next time."""
        gone = [path for path in sorted(self.before.files) if path not in self.made]
        if gone:
            self._unsure()
        removed = tuple(path for path in gone if remove(self.out, path))
        put(self.out / memory.NAME, remembered)
        put(self.out / manifest.NAME, manifest.written(Manifest(self.made, stamp, of_bytes(remembered))))
        return Built(tuple(self.written), removed, len(self.made) - len(self.written))

    def _unsure(self) -> None:
        """Say, before the first file is another one, that nobody knows what is in the folder until all is done."""
        if self.before.stamp and not self.written:
            put(self.out / manifest.NAME, manifest.written(Manifest(self.before.files)))


def filled(folder: Folder, found: Stand, known: Memory, url: str | None, sheet: str, progress: Progress) -> Memory:
    """Have all files be as they are to be; what is to be remembered of it."""
    voices, persons = found.ledger(known.voices)
    holdings = found.holdings(voices)
    marks = Marks(holdings, found.marks, found.bodies)
    changes = known.changed(marks.of)
    drawing = Drawing(holdings, Watched(holdings), folder, Frame(holdings.title, GENERATOR), changes)
    done: dict[str, Remembered] = {}
    for number, piece in enumerate(pieces(holdings), 1):
        progress("pages", number)
        before = known.pieces.get(piece.name)
        if (
            before
            and not piece.whole
            and changes.stale.isdisjoint(before.asked)
            and all(map(folder.stands, before.paths))
        ):
            for path in before.paths:
                folder.keep(path)
            done[piece.name] = before
        else:
            done[piece.name] = drawing.drawn(piece)
    remembered = Memory(changes.parts, changes.marks, done, persons)
    for path, content in whole(holdings, url, sheet):
        folder.take(File(path, sha256(content).hexdigest(), partial(bytes, content)))
    for path, content in index(memory.documents(remembered)).items():
        folder.take(File(path, sha256(content).hexdigest(), partial(bytes, content)))
    for path, file in found.files.items():
        folder.take(File(path, file.digest, file.path.read_bytes))
    return remembered


@dataclass(frozen=True, slots=True)
class Drawing:
    """What pieces are made from, and where they go."""

    holdings: Holdings
    watched: Watched
    folder: Folder
    frame: Frame
    changes: Changes

    def drawn(self, piece: Piece) -> Remembered:
        """A piece made anew, and what of the holdings it was made from."""
        held = self.holdings if piece.whole else self.watched
        paths = []
        for page in piece.pages(held):
            self.folder.take(File(page.path, fingerprint(page, self.frame), partial(paint, page, self.frame)))
            paths.append(page.path)
        document = piece.document(held) if piece.document else None
        return Remembered(self.changes.numbered(self.watched.asked()), paths, document)


def whole(holdings: Holdings, url: str | None, sheet: str) -> Iterator[tuple[str, bytes]]:
    """What is neither page nor index: styles, the script, the feed."""
    yield addresses.BRIEFING_STYLE, sheet.encode("utf-8")
    yield addresses.STYLE, asset("site.css")
    yield addresses.SCRIPT, asset("search.js")
    yield addresses.FEED, feed(holdings, url, GENERATOR)


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
