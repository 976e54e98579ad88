"""Escape: text that stays text in Markdown, and the way back.

Markdown has many readers, and they disagree. What is escaped here, and how, is what CommonMark 0.31, GitHub, Obsidian,
Hugo and Python-Markdown all show as the same characters. A backslash serves where Python-Markdown knows it too;
everything else becomes a character reference, which all of them know. Ordinary prose comes out untouched.
"""

import json
import re
from collections.abc import Callable

# Marks that could begin something anywhere in a line, and that every reader lets a backslash take the meaning from.
BACKSLASHED = frozenset("\\`*_{[]>#")

# What has to be looked at with its surroundings; one alternative a danger, in the order they are tried.
DANGER = re.compile(
    r"""
    (?P<mark>[\\`*_{\[\]>\#])
  | (?P<always>[<^])                          # tags, superscripts and Obsidian's block names
  | (?P<tilde>(?<=\S)~|~(?![0-9]))            # strikes; in "about ~50" it can neither close one nor be closed
  | (?P<entity>&(?=\#?[A-Za-z0-9]{1,32};))    # would be read as a character reference; elsewhere "&" is harmless
  | (?P<dollar>\$(?![0-9]))                   # could close a formula; before a digit it cannot, so prices stay readable
  | (?P<percent>%(?=%)|(?<=\{)%)              # Obsidian's comments, Liquid's tags
  | (?P<equals>=(?==)|(?<==)=)                # Obsidian's highlights, headings by underlining
  | (?P<scheme>:(?=//))                       # bare addresses must not turn into links
  | (?P<mail>(?<=[A-Za-z0-9._+-])@(?=[A-Za-z0-9]))
  | (?P<bang>!\Z)                              # a footnote's bracket right after it would make an image
  | (?P<www>(?<=[Ww][Ww][Ww])\.)
  | (?P<unseen>[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff])  # break or turn lines
    """,
    re.VERBOSE,
)
# Only at the beginning of a line: list marks, numbered lists, definitions, and the bar that begins a table's rule. No
# other bar needs care: without a rule there is no table, and this package puts every text into a block of its own.
LEADING = re.compile(
    r"\A(?P<space>[ \t]*)"
    r"(?:(?P<bullet>[-+](?![0-9A-Za-z]))|(?P<number>[0-9]{1,9})(?P<point>[.)](?!\S))|(?P<colon>[:=|]))"
)

WRITTEN = re.compile(r"\\([!-/:-@\[-`{-~])|&(amp|lt);|&#x([0-9A-F]{1,6});")
NAMED = {"amp": "&", "lt": "<"}

# What YAML 1.2 does not count as printable, and what would end or turn a line in it.
NOT_YAML = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def folded(text: str) -> str:
    """The text on one line: every run of white space is one space, none at either end."""
    return " ".join(text.split())


def markdown(text: str) -> str:
    """Markdown that shows exactly `text`, at the beginning of a line or within one.

    Line breaks come out as character references, so the result is one line whatever comes in; fold first.
    """
    leading = LEADING.match(text)
    if leading is None:
        return DANGER.sub(_safe, text)
    if leading["number"]:
        head = leading["space"] + leading["number"] + "\\" + leading["point"]
    elif leading["bullet"]:
        head = leading["space"] + "\\" + leading["bullet"]
    else:
        head = leading["space"] + _reference(leading["colon"])
    return head + DANGER.sub(_safe, text[leading.end() :])


def unmarkdown(written: str) -> str:
    """The inverse of `markdown`: `unmarkdown(markdown(text)) == text` for every text."""
    return read_escapes(written, str)


def read_escapes(written: str, become: Callable[[str], str]) -> str:
    """The Markdown with each escaped character as what `become` makes of it."""
    return WRITTEN.sub(lambda found: become(_read(found)), written)


def yaml(text: str) -> str:
    """A YAML double-quoted scalar on one line (YAML 1.2, 7.3.1; JSON's strings are a part of it)."""
    return NOT_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def _safe(found: re.Match[str]) -> str:
    char = found.group()
    if char in BACKSLASHED or found.lastgroup in ("www", "bang"):
        return "\\" + char
    if char == "<":
        return "&lt;"
    return "&amp;" if char == "&" else _reference(char)


def _reference(char: str) -> str:
    return f"&#x{ord(char):X};"


def _read(found: re.Match[str]) -> str:
    escaped, name, number = found.groups()
    if escaped:
        return str(escaped)
    return NAMED[name] if name else chr(int(number, 16))
