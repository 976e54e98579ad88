"""Apposition: "the mayor, Ana Roe," and "Ana Roe, the mayor," each speak of one person."""

import re

from briefing.quote.features import Scene

CLOSING = frozenset(",.;:|)-cqQu")  # what ends an apposition
APPOSED = re.compile(r"(?:\([^()|.]{1,6}\))?,")  # what stands between "Ana Roe (E-Harnby)" and "a candidate"


def apposed(scene: Scene, index: int) -> int | None:
    """The named mention that a person by role, mention `index`, stands in apposition to."""
    mentions, shape = scene.mentions, scene.tokens.shape
    for other in (index + 1, index - 1):
        if not 0 <= other < len(mentions) or mentions[other].kind != "N" or scene.names.of[other] is None:
            continue
        left, right = (index, other) if other > index else (other, index)
        end = shape[mentions[right].last + 1 : mentions[right].last + 2]
        before = mentions[left].first - 1
        listed = left > 0 and shape[before : before + 1] == "," and mentions[left - 1].last == before - 1
        # "On a call with Estmark's president, Roe asked": after a preposition only what is closed again is one.
        ruled = shape[max(0, mentions[left].first - 1) : mentions[left].first] in ("i", "t")
        closed = (other > index and not ruled) or end in CLOSING
        between = APPOSED.fullmatch(shape, mentions[left].last + 1, mentions[right].first)
        if between and end != "c" and closed and not listed:
            return other
    return None
