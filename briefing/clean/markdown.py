"""Markdown: its marks taken off, its words left (CommonMark 0.31; front matter as static site generators have it).

Not by rendering to HTML and back: an article saved as Markdown is mostly plain text, and a stray mark must stay
the character it is.
"""

import re
from typing import NamedTuple

FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n((?:[^\n]*\n){1,200}?)---[ ]*(?:\n|\Z)")
TOML = re.compile(r"\A\s*\+\+\+[ ]*\n((?:[^\n]*\n){1,200}?)\+\+\+[ ]*(?:\n|\Z)")
FIELD = re.compile(r"([A-Za-z_]{2,30})\s{0,5}[:=]\s{0,5}(.{0,500})")
LISTED = re.compile(r"-\s{1,5}(.{1,300})")
NOTE = re.compile(r"\[\^[\w-]{1,20}\]")
MARKS = "\"'[] "
"""What stands round a value: quotation marks, YAML's lists, a note-taker's links."""

HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})\s*")
MARKER = re.compile(r"^\s{0,12}(?:>\s?|[-*+]\s+)+")
FENCE = re.compile(r"\s{0,3}(?:```|~~~).{0,80}")
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,100}\])")
LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\(<?[^()\s<>]{0,2000}>?(?:\s+\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,100}\])")
POINTER = re.compile(
    r"\s{0,3}(?:[-*+] )?\[[^\[\]]{1,100}\]\(https?://[^()\s]{1,2000}\)\s{0,3}"
)  # a line that is one link
DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,100}\]:\s+\S+.{0,300}| {0,3}\[\^[\w-]{1,20}\]:.{0,2000}")
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\\\w*_])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\\\s*_])\1(?![\w*_])")
CODE = re.compile(r"`([^`\n]{1,500})`")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
HARD_BREAK = re.compile(r"(?:\\|(?<! ) {2,})$")


SIGNS = re.compile(r"^#{1,3} \S|\]\((?:https?://|#|/)", re.M)
SIGN_CHARACTERS = 3_000


def is_markdown(text: str) -> bool:
    """Whether plain text is Markdown by another name: it has a heading or a link near its top."""
    return SIGNS.search(text, 0, SIGN_CHARACTERS) is not None


class Plain(NamedTuple):
    """A Markdown article without its marks."""

    title: str  # of the first heading of the highest level, if it stands above the text
    lines: tuple[str, ...]  # blank ones too: they part paragraphs
    fields: dict[str, str]  # of its front matter, names in lower case


def plain(text: str) -> Plain:
    """The words of a Markdown text, its title, and what its front matter says."""
    front = FRONT_MATTER.match(text) or TOML.match(text)
    fields = _fields(front.group(1)) if front else {}
    title, lines, before = "", list[str](), ""
    for line in (text[front.end() :] if front else text).split("\n"):
        heading = HEADING.fullmatch(line)
        if heading and heading[1] == "#" and not title and not any(len(above) > LONG_LINE for above in lines):
            title = words(heading[2])
        elif before.strip() and UNDERLINE.fullmatch(line) and len(before) <= LONG_LINE:
            if line.lstrip().startswith("=") and not title:
                title = lines.pop().strip()
            lines.append("")
        elif heading:
            lines.extend(("", words(heading[2]), ""))
        elif not (FENCE.fullmatch(line) or DEFINITION.fullmatch(line) or POINTER.fullmatch(line)):
            lines.append(words(MARKER.sub("", line, count=1)))
        before = line
    return Plain(title, tuple(lines), fields)


LONG_LINE = 200
"""Characters: a heading below a line longer than this is a subheading, not the title."""


def _fields(front: str) -> dict[str, str]:
    """The fields of front matter, YAML's lists below a name among them."""
    found: dict[str, str] = {}
    name = ""
    for line in front.split("\n"):
        listed = LISTED.fullmatch(line.strip())
        field = None if listed else FIELD.fullmatch(line.strip())
        if field:
            name = field[1].lower()
            found[name] = field[2].strip().strip("\"'").strip()
        elif listed and name in found:
            found[name] = "; ".join(filter(None, (found[name], listed[1].strip(MARKS))))
    return {name: value for name, value in found.items() if value}


def words(line: str) -> str:
    """A line without the marks of links, pictures, emphasis and code."""
    if not any(mark in line for mark in "[*_`\\"):
        return line
    line = LINK.sub(r"\1", NOTE.sub("", IMAGE.sub("", line)))
    line = EMPHASIS.sub(r"\2", STRONG.sub(r"\2", EMPHASIS.sub(r"\2", line)))
    return ESCAPE.sub(r"\1", CODE.sub(r"\1", HARD_BREAK.sub("", line)))
