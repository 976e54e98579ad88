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
PROBES = 4
"""Its longest words, which a paragraph that repeats it has for the most part."""

BELOW = 6
"""Paragraphs below it in which its words are looked for: a dek repeats the top of the story."""


def without_repeated_dek(draft: Draft) -> Draft:
    """Drops the first paragraph where the following ones say it again."""
    if len(draft.paragraphs) < 3 or not draft.title:  # a dek, the sentence it repeats, and a rest
        return draft
    runs = _runs(draft.paragraphs[0])
    if runs is None:
        return draft
    longest = sorted({word for run in runs for word in run}, key=lambda word: (-len(word), word))[:PROBES]
    below = [line for line in draft.paragraphs[1 : 1 + BELOW] if _has_most(longest, line.lower())]
    repeated = any(sum(run in words for run in runs) >= REPEATED * len(runs) for words in map(_all_runs, below))
    return draft.without(STEP, (0,)) if repeated else draft


def _has_most(words: list[str], lowered: str) -> bool:
    """Whether a paragraph is worth comparing run by run: most of these words stand in it."""
    return 2 * sum(word in lowered for word in words) > len(words)


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
