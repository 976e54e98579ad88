"""Dek: the line under a headline that gives a sentence of the text away; the text has it too."""

import re

from briefing.clean.draft import Draft

STEP = "dek"

WORD = re.compile(r"\w+")
RUN = 3
"""Words in a row that are compared."""

REPEATED = 0.65
"""So much of it must stand in one paragraph below: the quotation of a dek, less the name that follows it."""

FEWEST_WORDS = 5
LONGEST_WORDS = 45
BELOW = 6
"""Paragraphs below it in which its words are looked for: a dek repeats the top of the story."""


def without_repeated_dek(draft: Draft) -> Draft:
    """Drops the first paragraph where the following ones say it again."""
    if len(draft.paragraphs) < 3 or not draft.title:  # a dek, the sentence it repeats, and a rest
        return draft
    runs = _runs(draft.paragraphs[0])
    if runs is None:
        return draft
    below = map(_all_runs, draft.paragraphs[1 : 1 + BELOW])
    repeated = any(sum(run in paragraph for run in runs) >= REPEATED * len(runs) for paragraph in below)
    return draft.without(STEP, (0,)) if repeated else draft


def _runs(line: str) -> list[tuple[str, ...]] | None:
    if line.count(" ") > LONGEST_WORDS:
        return None
    words = WORD.findall(line.lower())
    if len(words) < FEWEST_WORDS:
        return None
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


def _all_runs(text: str) -> frozenset[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
