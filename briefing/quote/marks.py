"""Quotation marks: which open, which close, and what stands between them.

A paragraph is paired by itself, so an odd mark never costs more than its paragraph. Straight marks are told apart by
what stands beside them; a run that is not closed ends with its paragraph (a speech over several paragraphs re-opens
its mark in each and closes only in the last).
"""

import re
from typing import NamedTuple

LINE = re.compile(r"[^\n]+")
DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
TYPED = ("''", "``")
STRAIGHT = ('"', "''")
NESTING = {"„": ("“", "”"), "«": ("»",), "``": ("''",)}  # marks that open alone, and what closes them
SINGLE = re.compile(r"['‘’‚‹›]")

# A run that is not closed ends before its own attribution: the closing mark was forgotten there, or typed as two single
# ones.
ATTRIBUTION = re.compile(
    r",(?=(?:''|’’)? (?:(?:said|says|wrote|tweeted|added|explained) [A-Z]"
    r"|(?:he|she|[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30})?) (?:said|says)\b))"
)

# A run between single marks is taken for a quotation only from this many words on: shorter ones are mostly the
# apostrophes of plurals and decades.
SINGLE_WORDS = 3

# Runs of one text beyond this many are not looked at: no article has so many, and a file of only marks ends soon.
MOST_RUNS = 20_000

# What stands before a closing mark that was typed as an opening one: “We will go,“ he said.
BEFORE_CLOSING = frozenset(",.?!…")

EDGE = ' \t\r\f\v\xa0“”„‟«»"'  # a doubled or stray mark at a run's edge is none of its words


class Run(NamedTuple):
    """What stands between two quotation marks, the marks and outer white space left out."""

    start: int  # code points of the text, half-open
    end: int
    outer_start: int  # with its marks
    outer_end: int
    closed: bool  # False: it ended with its paragraph
    typed: bool  # between '' and '', a typist's stand-in for quotation marks; `` and '' are marks as TeX has them


def quotation_runs(text: str) -> tuple[Run, ...]:
    """The quotation runs of a text in order; runs inside runs are left to the outer one."""
    found: list[Run] = []
    # Where double marks are at hand, single ones are quotations inside quotations, or a headline's.
    pair = _double if DOUBLE.search(text) else _single
    for line in LINE.finditer(text):
        for outer_start, outer_end, closed in pair(text, *line.span()):
            opener = text[outer_start : outer_start + 2]
            width = 2 if opener in TYPED else 1
            left, right = outer_start + width, outer_end - width if closed else outer_end
            while left < right and text[left] in EDGE:
                left += 1
            while right > left and text[right - 1] in EDGE:
                right -= 1
            if left < right:
                found.append(Run(left, right, outer_start, outer_end, closed, opener == "''"))
        if len(found) >= MOST_RUNS:
            break
    return tuple(found[:MOST_RUNS])


def _double(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of the runs between double marks of one paragraph, marks included."""
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    opener = ""
    nesting: tuple[frozenset[str], ...] = ()  # looked for when one is met
    inner = 0  # runs opened inside this one by the same mark
    for found in DOUBLE.finditer(text, start, end):
        at, mark = found.start(), found.group()
        opens, closes = _sides(text, at, found.end(), start, end)
        mark = _meant(mark, text[at - 1 : at], opens=opens, closes=closes)
        if opened is None:
            if _may_open(mark, opens=opens, closes=closes):
                opened, opener, inner = at, mark, 0
        elif mark == opener in NESTING and opens and mark in (nesting := nesting or (_nesting(text, start, end),))[0]:
            inner += 1
        elif _closes(opener, mark, opens=opens, closes=closes):
            if inner:
                inner -= 1
                continue
            spans.append((opened, found.end(), True))
            opened = None
        elif mark == opener and (mark == '"' or (mark in NESTING and opens)):
            lost = ATTRIBUTION.search(text, opened, at) if mark != '"' else None
            if lost:
                spans.append((opened, lost.start() + 1, False))
            opened = at  # two openers in a row: the first lost its partner
    if opened is not None:
        lost = ATTRIBUTION.search(text, opened, end)
        spans.append((opened, lost.start() + 1, False) if lost else (opened, end, False))
    return spans


def _nesting(text: str, start: int, end: int) -> frozenset[str]:
    """The opening marks of a paragraph that may stand inside their own runs: each has its closing one."""
    return frozenset(
        opener
        for opener, closers in NESTING.items()
        if 1 < text.count(opener, start, end) <= sum(text.count(closer, start, end) for closer in closers)
    )


def _sides(text: str, at: int, past: int, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark looks like an opening one, and like a closing one, by its neighbours."""
    before = text[at - 1] if at > start else " "
    after = text[past] if past < end else " "
    left_free = before.isspace() or before in "([{—–-/‘'"
    right_free = after.isspace() or after in ")]}—–-/,.;:!?’'"
    return left_free and not after.isspace(), right_free and not before.isspace()


def _meant(mark: str, before: str, *, opens: bool, closes: bool) -> str:
    """The mark that was meant: a closing one, where an opening one stands after a stop and before a blank."""
    return "”" if mark == "“" and closes and not opens and before in BEFORE_CLOSING else mark


def _may_open(mark: str, *, opens: bool, closes: bool) -> bool:
    if mark in "“„‟«" or mark == "``":
        return True
    if mark in STRAIGHT:
        return opens or not closes
    return opens and not closes  # ” and » open in some countries, and nowhere after a word


def _closes(opener: str, mark: str, *, opens: bool, closes: bool) -> bool:
    if opener == "``":
        return mark in STRAIGHT and (closes or not opens)
    if opener in TYPED or mark in TYPED:
        return opener == mark == "''" and (closes or not opens)
    if opener == "»":
        return mark == "«"
    if mark in "”»":
        return True
    if mark == '"':
        return closes or not opens
    return opener in "„‟" and mark == "“"


def _single(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The same between single marks, only ever closed ones: ‘We will go,’ he said."""
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for found in SINGLE.finditer(text, start, end):
        at, mark = found.start(), found.group()
        opens, closes = _sides(text, at, at + 1, start, end)
        if mark in "‘‚‹" or (mark == "'" and opens and not closes):
            if opens:
                opened = at
        # Only punctuation before the mark tells a quotation's end from the apostrophe of a plural.
        elif opened is not None and closes and text[at - 1] in ",.?!…":
            if text.count(" ", opened, at) >= SINGLE_WORDS - 1:
                spans.append((opened, at + 1, True))
            opened = None
    return spans
