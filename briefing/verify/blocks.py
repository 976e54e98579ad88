"""Blocks: a briefing in Markdown as headings, list items, quotations and notes, each with its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.errors import VerifyError

Kind = Literal["heading", "item", "quotation", "note", "prose"]
Part = Literal["head", "cover", "event", "small", "coverage"]

FENCE = "---"
DASH = "— "  # begins an attribution
# The headings that `templates/brief.md.j2` sets. An event may happen to bear the same headline, so their order counts.
COVER, SMALL, COVERAGE = "## In short", "## Also", "## Coverage"
CHANGES = ("## Changed at the source", "## Corrections")
FIGURES = "**Figures that differ"  # heads a list of figures, each with who reports it after its citation
ARTICLES = "**Articles**"  # heads the list of an event's articles, which are links, not sentences

NOTE = re.compile(r"\[\^([^\]\s]{1,20})\]:[ \t]*(.*)")
ITEM = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
HEADING = re.compile(r"#{1,6}[ \t]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as one."""

    line: int  # the first, from 1
    kind: Kind
    text: str  # without its list or quotation marks; a quotation's paragraphs stand on a line each
    part: Part  # of the briefing it is in
    listed: bool  # whether it is in a list of articles
    figures: bool  # whether it is in a list of figures that differ
    leads: bool  # whether it comes first under its heading


def front_matter_end(lines: Sequence[str]) -> int:
    """The index of the first line after the front matter; VerifyError where it is not that of a briefing."""
    if lines[0].rstrip() == FENCE:
        for number, line in enumerate(lines[1:], 1):
            if line.rstrip() == FENCE and any(each.startswith("id:") for each in lines[1:number]):
                return number + 1
    raise VerifyError("this is no briefing: it does not begin with a briefing's front matter")


def read_blocks(text: str) -> Iterator[Block]:
    """The blocks of a briefing in order; VerifyError where it has no front matter."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    number = front_matter_end(lines)
    parts = part_at(lines, number)
    part: Part = "head"
    listed = figures = leads = False
    while number < len(lines):
        start, kind = number, kind_of(lines[number])
        number += 1
        if kind is None:
            continue
        while kind != "heading" and number < len(lines) and continues(kind, lines[number]):
            number += 1
        block = joined(kind, lines[start:number])
        part = parts.get(start, part)
        if kind != "item":
            listed, figures = block.startswith(ARTICLES), block.startswith(FIGURES)
        yield Block(start + 1, kind, block, part, listed, figures, leads)
        leads = kind == "heading"


def part_at(lines: Sequence[str], first: int) -> dict[int, Part]:
    """Which part of the briefing each heading of the second level begins, by the index of its line."""
    headings = [number for number in range(first, len(lines)) if lines[number].startswith("## ")]
    parts: dict[int, Part] = dict.fromkeys(headings, "event")
    if headings and lines[headings[0]].rstrip() == COVER:
        parts[headings[0]] = "cover"
    if headings and lines[headings[-1]].rstrip() == COVERAGE:
        parts[headings[-1]] = "coverage"
        while len(headings) > 1 and lines[headings[-2]].rstrip() in CHANGES:  # both versions are told there
            parts[headings.pop(-2)] = "coverage"
        if len(headings) > 1 and lines[headings[-2]].rstrip() == SMALL:
            parts[headings[-2]] = "small"
    return parts


def kind_of(line: str) -> Kind | None:
    """What kind of block a line begins; None for a blank one."""
    if not line.strip():
        return None
    if HEADING.match(line):
        return "heading"
    if line.startswith(">"):
        return "quotation"
    if NOTE.match(line):
        return "note"
    return "item" if ITEM.match(line) else "prose"


def continues(kind: Kind, line: str) -> bool:
    """Whether a line goes on with a block of that kind; a wrapped one has no mark of its own."""
    return kind_of(line) == ("quotation" if kind == "quotation" else "prose")


def joined(kind: Kind, lines: Sequence[str]) -> str:
    """The block's text."""
    if kind == "quotation":
        return "\n".join(" ".join(paragraph) for paragraph in quoted_paragraphs([line[1:].strip() for line in lines]))
    whole = " ".join(line.strip() for line in lines)
    return ITEM.sub("", whole, count=1) if kind == "item" else whole


def quoted_paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """The runs of lines that are not blank; an attribution begins a run of its own."""
    run: list[str] = []
    for line in lines:
        if run and (not line or line.startswith(DASH)):
            yield run
            run = []
        if line:
            run.append(line)
    if run:
        yield run
