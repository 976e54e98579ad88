"""Enclosures: the stretches of a paragraph between paired quotation marks or brackets.

A sentence is not cut inside one: '"It is over. Go home," she said.' is one sentence of a report.
"""

import re

# One character first, then what it must have beside it: so other places are passed over. ' and ’ inside a word, or at
# its end, are apostrophes.
MARK = re.compile(r"[\"“”„«»‘’'`()\[\]](?:(?<=[^'’`])|(?<=')'|(?<!\w['’])(?<!`)|(?<=`)`)")
TYPED = ("``", "''")  # how wire services and their archives type quotation marks
LONGEST_ENCLOSURE = 1_200  # code points; a longer "pair" is nearly always two marks that do not belong together
CLOSER_OF = {"(": ")", "[": "]"}
FINAL = ".,!?…"  # what stands before a single mark that closes a quotation and is no apostrophe


def enclosures(text: str) -> list[tuple[int, int]]:
    """The outermost (start, end) of every pair of marks, in order, marks included; unpaired marks give nothing.

    One pass over the marks, so linear in the length of any text.
    """
    pairs: list[tuple[int, int]] = []
    opened: dict[str, int] = {}  # kind of enclosure → where its last unclosed mark stands
    for found in MARK.finditer(text):
        at = found.start()
        kind, opens = _role(text, at, opened, found.group())
        if kind is None:
            continue
        if opens:
            opened[kind] = at  # an unclosed one before it is forgotten: it belongs to the next paragraph, or to nothing
            continue
        start = opened.pop(kind, None)
        end = found.end()
        if start is not None and end - start <= LONGEST_ENCLOSURE:
            while pairs and pairs[-1][0] >= start:
                pairs.pop()  # an inner pair adds nothing
            if not pairs or pairs[-1][1] <= start:
                pairs.append((start, end))
            else:
                pairs[-1] = (pairs[-1][0], max(pairs[-1][1], end))
    return pairs


def balanced(text: str) -> bool:
    """Whether every double quotation mark and bracket of the text has its partner in it."""
    opened: dict[str, int] = {}
    for found in MARK.finditer(text):
        kind, opens = _role(text, found.start(), opened, found.group())
        if kind is None or kind == "'":
            continue
        if opens == (kind in opened):
            return False
        if opens:
            opened[kind] = found.start()
        else:
            del opened[kind]
    return not opened


def _role(text: str, at: int, opened: dict[str, int], mark: str) -> tuple[str | None, bool]:
    """What a mark does: the kind of enclosure it belongs to (None: no enclosure), and whether it opens one."""
    if mark == TYPED[0]:
        return mark, True
    if mark == TYPED[1]:
        return (TYPED[0] if TYPED[0] in opened else None), False
    if mark in "([":
        return mark, True
    if mark in ")]":
        return ("(" if mark == ")" else "["), False
    if mark == "„":
        return mark, True
    if mark in "«»":  # French and Russian «so», German »so«: the neighbours tell
        return "«", _opens(text, at) or (mark == "«" and _after_space(text, at))
    if mark == "“":
        return ("„", False) if "„" in opened else ("“", True)
    if mark == "”":
        kind = next((each for each in ("„", "“", '"') if each in opened), "“")
        return kind, False
    if mark == '"':
        opens = _opens(text, at)
        return ("“" if not opens and '"' not in opened and "“" in opened else '"'), opens
    return _single(text, at, mark)


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens: nothing, space, dash or bracket before it, and no space after it."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return _after_space(text, at) and not after.isspace() and after not in ".,;:?!"


def _after_space(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    return before.isspace() or before in "([{—–-/“‘'…"


def _single(text: str, at: int, mark: str) -> tuple[str | None, bool]:
    """The role of a single mark, which is an apostrophe unless its neighbours say otherwise."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == "‘" or (mark == "'" and (before.isspace() or before in '([—–“"') and after.isupper()):
        return "'", True
    if before in FINAL and (after.isspace() or after in '.,;:)—”"'):
        return "'", False
    return None, False
