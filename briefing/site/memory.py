"""Memory: what the next building of a site need not work out again, kept beside the site.

It is believed only with the manifest that names its digest, and for the program and the settings it was made with:
whatever is wrong with it, all is worked out anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.site.digest import of_bytes
from briefing.site.index import Document
from briefing.site.watching import Part

NAME = ".brief-site.memory"
VERSION = 1
APART = " "  # between a part's kind and its key
USED_LEAST = 0.75  # share of the parts that pieces were made from; with more that nothing needs, they are numbered anew


@dataclass(frozen=True, slots=True)
class Remembered:
    """A piece of the site as it was made."""

    asked: list[int]  # numbers of the parts of the holdings that it was made from
    paths: list[str]  # its pages
    document: Document | None


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the last building."""

    parts: list[Part] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)  # a digest of each part
    pieces: Mapping[str, Remembered] = field(default_factory=dict)  # by name
    voices: Mapping[str, list[Any]] = field(default_factory=dict)  # see `briefing.site.voices`

    def changed(self, mark: Callable[[Part], str]) -> "Changes":
        """Which parts are other ones now. mark: gives a part's digest."""
        now = list(map(mark, self.parts))
        stale = {number for number, (one, other) in enumerate(zip(now, self.marks, strict=True)) if one != other}
        return Changes(list(self.parts), now, frozenset(stale), mark)


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of the holdings as they are now, numbered as they were, new ones after them."""

    parts: list[Part]
    marks: list[str]
    stale: frozenset[int]  # those that are other ones than they were
    mark: Callable[[Part], str]
    numbers: dict[Part, int] = field(default_factory=dict)

    def numbered(self, asked: Iterable[Part]) -> list[int]:
        """The numbers of these parts."""
        if not self.numbers:
            self.numbers.update((part, number) for number, part in enumerate(self.parts))
        return [self._number(part) for part in asked]

    def _number(self, part: Part) -> int:
        found = self.numbers.get(part)
        if found is None:
            found = self.numbers[part] = len(self.parts)
            self.parts.append(part)
            self.marks.append(self.mark(part))
        return found


def read(folder: Path, digest: str, frame: str) -> Memory:
    """The memory of that digest; an empty one where it is another, or of another frame."""
    try:
        content = (folder / NAME).read_bytes()
        if not digest or of_bytes(content) != digest:
            return Memory()
        found = json.loads(content)
        if (found["version"], found["frame"]) != (VERSION, frame):
            return Memory()
        pieces = {
            name: Remembered(asked, paths, Document(*document) if document else None)
            for name, (asked, paths, document) in found["pieces"].items()
        }
        parts = [(kind, key) for kind, _, key in (each.partition(APART) for each in found["parts"])]
        return Memory(parts, found["marks"], pieces, found["voices"])
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Memory()


def written(memory: Memory, frame: str) -> bytes:
    """The memory as it is kept."""
    used = sorted({number for each in memory.pieces.values() for number in each.asked})
    few = len(used) < USED_LEAST * len(memory.parts)
    anew = {number: at for at, number in enumerate(used)} if few else {}
    kept = used if few else range(len(memory.parts))
    pieces = {
        name: [[anew[number] for number in each.asked] if few else each.asked, each.paths, _row(each.document)]
        for name, each in memory.pieces.items()
    }
    content = {
        "version": VERSION,
        "frame": frame,
        "parts": [APART.join(memory.parts[number]) for number in kept],
        "marks": [memory.marks[number] for number in kept],
        "pieces": pieces,
        "voices": memory.voices,
    }
    return json.dumps(content, separators=(",", ":")).encode()


def _row(each: Document | None) -> list[str] | None:
    if each is None:
        return None
    return [each.since, each.day, each.kind, each.path, each.title, each.text, each.titled, each.words]


def documents(memory: Memory) -> Iterator[Document]:
    """What the index of the site is made of."""
    return (each.document for each in memory.pieces.values() if each.document)
