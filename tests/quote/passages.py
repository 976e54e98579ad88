"""Reads the labelled passages: their text, and the quotations a careful reader hears in them."""

from dataclasses import dataclass
from pathlib import Path

PASSAGES = Path(__file__).with_name("passages.txt")
HARD = Path(__file__).with_name("hard.txt")
KINDS = {">": "direct", "~": "indirect"}


@dataclass(frozen=True, slots=True)
class Heard:
    """One quotation of a passage as it should be found."""

    kind: str
    words: str
    speaker: str
    role: str | None  # None: not tested


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and what is heard in it."""

    title: str
    text: str
    heard: tuple[Heard, ...]


def passages(file: Path = PASSAGES) -> tuple[Passage, ...]:
    """Every passage of a file, in order."""
    blocks = file.read_text("utf-8").split("\n## ")[1:]
    return tuple(passage(block) for block in blocks)


def passage(block: str) -> Passage:
    """One block of the file: title, text, what is heard."""
    title, _, rest = block.partition("\n")
    lines = rest.strip().split("\n")
    heard = [line for line in lines if line[:2] in ("> ", "~ ")]
    text = "\n".join(line for line in lines if line[:2] not in ("> ", "~ "))
    return Passage(title, text.strip(), tuple(hear(line) for line in heard))


def hear(line: str) -> Heard:
    """One line of what is heard: "> words | speaker | role"."""
    words, speaker, *role = (part.strip() for part in line[2:].split(" | "))
    return Heard(KINDS[line[0]], words, speaker, role[0] if role else None)
