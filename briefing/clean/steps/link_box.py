"""Link box: headlines about a person that a page shows beside her name, pasted into the sentence she is named in.

"Senator Ada Quill Ada Jane QuillHarbour vote delayed Quill leaves committee MORE (D) said": the name, the name in full
with the first headline glued to it, further headlines, and the button that ends the box.
"""

import re
from dataclasses import replace

from briefing.clean.draft import Draft

STEP = "link box"

BUTTON = "MORE"
END = re.compile(rf"\s{BUTTON}(?![\w-])")
SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z‘“'\"\d])")
"""Where a word with a capital is glued to another one, or one has a capital inside ("McQuill")."""

WORD_BEFORE = re.compile(r"[\w.’-]{2,40}\Z")

LONGEST = 700
"""Characters of a box: a name and three headlines."""

FULL_NAME = 80
"""Characters between the name in the sentence and the end of the name in full."""


def without_link_boxes(draft: Draft) -> Draft:
    """Cuts boxes out of the sentences they stand in."""
    mended = [without_boxes(line) if BUTTON in line else (line, 0) for line in draft.paragraphs]
    count = sum(found for _, found in mended)
    if not count:
        return draft
    return replace(draft, paragraphs=tuple(line for line, _ in mended if line)).noted(STEP, count)


def without_boxes(line: str) -> tuple[str, int]:
    """The line without its boxes, and how many there were."""
    kept, at, count = [], 0, 0
    for end in END.finditer(line):
        start = _start(line, max(at, end.start() - LONGEST), end.start())
        if start is not None:
            kept.append(line[at:start])
            at, count = end.end(), count + 1
    return "".join((*kept, line[at:])).strip(), count


def _start(line: str, first: int, last: int) -> int | None:
    """Where the box begins that ends at `last`: behind the name that its full form, glued to a headline, repeats."""
    for seam in SEAM.finditer(line, first, last):
        word = WORD_BEFORE.search(line[max(first, seam.start() - LONGEST_WORD) : seam.start()])
        name = word.group() if word else ""
        start = seam.start() - len(name)
        before = line.rfind(f"{name} ", max(first, start - FULL_NAME), start) if name else -1
        if before > 0 and not line[before - 1].isalnum():
            return before + len(name)
    return None


LONGEST_WORD = 40
"""Characters of a surname."""
