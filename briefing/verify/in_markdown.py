"""Markdown: what of its blocks are an article's words, and which place each leads to.

Reads what `templates/brief.md.j2` writes, also after somebody wrapped lines or dropped sections: list items and
quotations with footnotes, and a footnote a place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Article, Place
from briefing.render.escape import folded, markdown, unmarkdown
from briefing.render.notes import outlet
from briefing.text.paragraphs import paragraphs
from briefing.verify.blocks import DASH, NOTE, Block, read_blocks
from briefing.verify.places import History, Lookup, mismatch, parse_place
from briefing.verify.report import Fault, Report

# An escaped mark, or a reference; the first alternative keeps an escaped bracket from being taken for one.
REFERENCE = re.compile(r"\\.|\[\^([^\]\s]{1,20})\]")
CODE = re.compile(r"\(`([^`]*)`\)")
PARAGRAPH = re.compile(r"paragraph ([0-9]{1,9}) \Z")
# What may stand among sentences without being one: a label, an editor's comment, an anchor.
FURNITURE = re.compile(r"\*\*[^*.!?]{1,40}\*\*:?|<!--(?:(?!-->).)*-->|<a id=\"[^\"<>]{1,80}\"></a>")
STANDING = re.compile(r"_.*_")  # the line under a headline: dates, outlets, origins


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    line: int
    before: str  # what it says up to the place
    place: Place | None  # None: it names none


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that a briefing shows as an article's."""

    line: int
    readings: tuple[str, ...]  # the ways to read them, unescaped
    notes: tuple[str, ...]  # the names of the notes cited for them


def verify_markdown(text: str, lookup: Lookup, history: History) -> Report:
    """Check a briefing in Markdown; VerifyError where it is none."""
    blocks = tuple(read_blocks(text))
    notes, found = read_notes(blocks)
    claimed = [claim for block in blocks for claim in claims(block)]
    for claim in claimed:
        if not claim.notes:
            found.append(Fault(where(claim.line), "a sentence without a citation"))
        for name in claim.notes:
            message = fault(claim, name, notes, lookup, history)
            if message:
                found.append(Fault(where(claim.line), message))
    used = {name for claim in claimed for name in claim.notes}
    for name, note in notes.items():
        messages = [] if name in used else [f"note {name} is cited nowhere"]
        found += [Fault(where(note.line), message) for message in (*messages, *note_faults(note, lookup, history))]
    return Report(sum(len(claim.notes) for claim in claimed), tuple(sorted(found, key=line_of)))


def where(line: int) -> str:
    """How a fault names its line."""
    return f"line {line}"


def line_of(found: Fault) -> int:
    """The line a fault names."""
    return int(found.where.removeprefix("line "))


def claims(block: Block) -> Iterator[Claim]:
    """What a block shows as an article's words."""
    if block.part in ("head", "coverage") or block.kind in ("heading", "note"):
        return
    if block.kind == "quotation":
        yield from quotations(block)
        return
    parts = tuple(cited_parts(block.text))
    for words, names in parts:
        if names:
            yield Claim(block.line, (unmarkdown(words),), names)
        elif any(character.isalnum() for character in words) and not harmless(block, words, alone=len(parts) == 1):
            yield Claim(block.line, (), ())


def harmless(block: Block, words: str, *, alone: bool) -> bool:
    """Whether words without a citation are none of an article's sentences.

    alone: nothing in their block has a citation.
    """
    if block.part == "small":  # headline and outlets, after the event's sentence if it has one
        return alone or words.startswith(f" {DASH}")
    if block.kind == "item":
        return (block.listed and alone) or (block.figures and words.startswith(f" {DASH}"))
    if block.part == "cover":  # says that there is nothing to say
        return alone
    return bool(FURNITURE.fullmatch(words) or (block.leads and STANDING.fullmatch(words)))


def quotations(block: Block) -> Iterator[Claim]:
    """The quotations of a block: the words, then who said them with the citation."""
    words: list[str] = []
    for paragraph in block.text.split("\n"):
        if paragraph.startswith(DASH) and words:  # what comes first is said, whatever it begins with
            names = tuple(name for _, some in cited_parts(paragraph) for name in some)
            yield Claim(block.line, quoted(unmarkdown(" ".join(words))), names)
            words = []
        else:
            words.append(paragraph)
    if words:
        yield Claim(block.line, (), ())


def quoted(words: str) -> tuple[str, ...]:
    """The words between quotation marks, and as they stand: a statement may begin and end with marks of its own."""
    bare = words.strip()
    return (bare[1:-1], bare) if len(bare) > 1 and bare[0] == "“" and bare[-1] == "”" else (bare,)


def cited_parts(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text cut after each run of references: the words before the run, and its names; last, what no run follows."""
    begin = end = last = 0
    names: list[str] = []
    for found in REFERENCE.finditer(text):
        if found[1] is None:
            continue
        if names and found.start() > last:
            yield text[begin:end], tuple(names)
            begin, names = last, []
        if not names:
            end = found.start()
        names.append(found[1])
        last = found.end()
    if names:
        yield text[begin:end], tuple(names)
    if not names or text[last:].strip():
        yield text[last:], ()


def fault(claim: Claim, name: str, notes: dict[str, Note], lookup: Lookup, history: History) -> str | None:
    """What is wrong with one citation, if anything; a note without a place is a fault of its own."""
    note = notes.get(name)
    if note is None:
        return f"there is no note {name}"
    return None if note.place is None else mismatch(claim.readings, note.place, lookup, history)


def read_notes(blocks: Sequence[Block]) -> tuple[dict[str, Note], list[Fault]]:
    """The footnotes by name, and what is wrong with them as such."""
    notes: dict[str, Note] = {}
    faults = []
    for block in blocks:
        found = NOTE.match(block.text) if block.kind == "note" else None
        if not found:
            continue
        name, text = found.groups()
        code = CODE.search(text)
        place = parse_place(code[1]) if code else None
        if name in notes:
            faults.append(Fault(where(block.line), f"note {name} stands twice"))
            continue
        if place is None:
            faults.append(Fault(where(block.line), f"note {name} names no place in the library"))
        notes[name] = Note(block.line, text[: code.start()] if code else text, place)
    return notes, faults


def note_faults(note: Note, lookup: Lookup, history: History) -> Sequence[str]:
    """Where a footnote's own words differ from its place; what a former version bears out is right."""
    article = lookup(note.place.article_id) if note.place else None
    if note.place is None or article is None:
        return ()
    found = tuple(differences(note, note.place, article))
    if found and not all(any(differences(note, note.place, each)) for each in history(article.id)):
        return ()  # that the article changed is told of the words themselves
    return found


def differences(note: Note, place: Place, article: Article) -> Iterator[str]:
    """Where a footnote's own words differ from a version of its article."""
    name = outlet(article)
    if not note.before.startswith(f"{markdown(folded(name))}, "):
        yield f"article {article.id} is by {name}, which the note does not say"
    numbered = PARAGRAPH.search(note.before)
    begun = sum(paragraph.start <= place.span.start for paragraph in paragraphs(article.text)) or 1
    if numbered and int(numbered[1]) != begun:
        yield f"the place is in paragraph {begun}, not {numbered[1]}"
