"""Newsletter: a mail that holds several articles, told by headings which each have words and a link of their own.

A mail with one article has subheads too; what it has not is a different address for each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.read.blocks import Block
from briefing.read.link import is_web

MIN_BODY_WORDS = 12
"""Fewer words below a heading are a link with a label."""

MAX_HEADING_WORDS = 25
MIN_HEADING_WORDS = 2
MIN_ITEMS = 2
LABEL_WORDS = 4
ARROWS = " »›→>…."
SENTENCE_ENDS = (".", "!", "?", "”", '"')

FURNITURE = re.compile(
    r"(?:view|read|open) (?:this |it )?(?:e-?mail |newsletter |message )?(?:in|on) (?:your |a |the )?(?:web ?)?browser|"
    r"\bunsubscribe\b|"
    r"(?:manage|update|change) (?:your )?(?:e-?mail |newsletter )?(?:preferences|settings|subscription)|"
    r"you (?:are receiving|received|get) this (?:e-?mail|newsletter|message)|forward(?:ed)? (?:this|to a friend)|"
    r"add us to your address book|all rights reserved|©|\bprivacy policy\b|"
    r"sent to \S{1,80}@|was this (?:e-?mail|newsletter)|"
    r"^(?:open|read) in (?:the )?app\b|^share this post$|"
    r"^(?:like|comment|restack|share)(?:\W?(?:like|comment|restack|share))+$|"
    r"^thanks for reading\b.{1,80}\bsubscribe\b|^flag as irrelevant$|"
    # What offices put below every mail.
    r"^confidentiality (?:notice|note)\b|^sent from (?:my|outlook|mail for)\b|"
    r"\b(?:e-?mail|message)\b[^.]{0,80}\b(?:is|are|may be)(?: strictly)? (?:confidential|privileged)|"
    r"^if you (?:are not|have received)[^.]{0,40} (?:intended|named) (?:recipient|addressee)|"
    r"\bconsider the environment before printing|^(?:diese|die) e-?mail (?:enthält|ist)[^.]{0,60}vertraulich",
    re.I,
)
"""What newsletters, and mails from offices, say about themselves."""

MORE = re.compile(
    r"(?:read|see|find out|learn|continue|full|show)\b.{0,30}|more|here|link|weiterlesen|lire la suite|"
    r"https?://\S{1,2000}",
    re.I,
)
TAIL = re.compile(
    r"\b(?:(?:read|learn|find out|see) more|continue reading|read on|(?:read )?the full (?:story|article))\W{0,5}$",
    re.I,
)
MORE_BEFORE_URL = re.compile(
    r"^(?:(?:read|see|full|more|continue|link)\b[\w ]{0,30}[:>]?\s*)?<?(https?://[^\s<>]{1,2000})>?$", re.I
)
RULE = re.compile(r"^[-=_*~#+•. ]{4,}$")


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a newsletter."""

    title: str
    text: str  # paragraphs separated by an empty line
    url: str | None


def items_of_html(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """The articles among the blocks of a mail; none where it is no newsletter of several."""
    groups: list[list[Block]] = []
    for block in blocks:
        if FURNITURE.search(block.text):
            continue
        # Two heading lines in a row: the first was a section's name, or a logo's.
        if is_heading(block):
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    return _several(filter(None, map(_item, groups)))


def is_heading(block: Block) -> bool:
    """Whether a block is a headline: marked up as one, or short and all bold or all a link, but no "Read more"."""
    words = len(block.text.split())
    if not MIN_HEADING_WORDS <= words <= MAX_HEADING_WORDS or MORE.fullmatch(block.text.strip(ARROWS)):
        return False
    marked = block.heading or max(block.linked, block.strong) >= len(block.text) - 2
    return marked and not block.text.endswith((",", ":", ";"))


def _item(group: Sequence[Block]) -> Item | None:
    heading, *rest = group
    words = [_own(block) for block in rest if not MORE.fullmatch(block.text.strip(ARROWS))]
    while words and _is_label(words[-1]):
        words.pop()
    text = "\n\n".join(words)
    if len(text.split()) < MIN_BODY_WORDS:
        return None
    urls = [url for block in group for url in block.links if is_web(url)]
    return Item(heading.text, text, urls[0] if urls else None)


def _own(block: Block) -> str:
    """A paragraph without the link to the rest at its end."""
    return TAIL.sub("", block.text).rstrip() if block.links else block.text


def _is_label(text: str) -> bool:
    """Whether a paragraph is the name of the section that follows."""
    return len(text.split()) <= LABEL_WORDS and not text.endswith(SENTENCE_ENDS)


def items_of_plain(text: str) -> tuple[Item, ...]:
    """The articles of a mail without HTML: stretches between rules, or which each end in an address of their own."""
    return _several(filter(None, map(_plain_item, _stretches(text))))


def _stretches(text: str) -> Iterator[list[str]]:
    """The lines of the text in stretches: one ends at a rule, and behind a line that is an address."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        if RULE.fullmatch(stripped):
            yield lines
            lines = []
        elif MORE_BEFORE_URL.match(stripped) and any(each for each in lines):
            yield [*lines, stripped]
            lines = []
        else:
            lines.append(stripped)
    yield lines


def _plain_item(lines: Sequence[str]) -> Item | None:
    kept = [line for line in lines if not FURNITURE.search(line)]
    url = next((found.group(1) for line in kept if (found := MORE_BEFORE_URL.match(line))), None)
    paragraphs = _paragraphs([line for line in kept if not MORE_BEFORE_URL.match(line)])
    if not paragraphs:
        return None
    title, *rest = paragraphs[-1].split("\n") if len(paragraphs) == 1 else paragraphs
    # A section's name may stand above the title: the title is the last short paragraph before the first long one.
    while len(rest) > 1 and _is_title(rest[0]) and len(rest[0]) < len(rest[1]):
        title, *rest = rest
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in rest)
    title = " ".join(title.split()).strip("*#• ")
    if len(text.split()) < MIN_BODY_WORDS or not MIN_HEADING_WORDS <= len(title.split()) <= MAX_HEADING_WORDS:
        return None
    return Item(title, text, url)


def _is_title(paragraph: str) -> bool:
    lone = "\n" not in paragraph and len(paragraph.split()) <= MAX_HEADING_WORDS
    return lone and not paragraph.endswith(SENTENCE_ENDS)


def _paragraphs(lines: Sequence[str]) -> list[str]:
    return [paragraph.strip("\n") for paragraph in re.split(r"\n{2,}", "\n".join(lines)) if paragraph.strip()]


def _several(found: Iterator[Item]) -> tuple[Item, ...]:
    """The items, if they are several and lead to as many places (but one may have no link).

    What has no link at the beginning or the end is the letter's own greeting and farewell.
    """
    items = list(found)
    while items and items[0].url is None:
        del items[0]
    while items and items[-1].url is None:
        del items[-1]
    places = {item.url for item in items if item.url}
    return tuple(items) if len(items) >= MIN_ITEMS and len(places) >= max(MIN_ITEMS, len(items) - 1) else ()
