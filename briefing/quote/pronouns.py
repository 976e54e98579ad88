"""Pronouns: whom "he" or "she" means at one place of an article.

Each person in mind has a few traits there: how long ago and how he or she was met, in which grammatical place (what
Lappin & Leass, "An algorithm for pronominal anaphora resolution", 1994, call salience), gender, and whether the words
quoted beside the pronoun name him or her. The weights were learnt by softmax on readings of quotes-train.
"""

import math
from bisect import bisect_left
from operator import mul
from typing import NamedTuple

from briefing.quote.gender import FEMALE, MALE
from briefing.quote.given_names import Gender
from briefing.quote.mentions import Mention
from briefing.quote.mind import Mind

RECENT = 12  # sentences a pronoun may look back
STRANGER = 2.3  # what a person without a name is credited with: as much as a name of that gender that just spoke
STRANGER_NOW = 3.7  # the same, met in this very sentence
JUST_SPOKE = 2  # sentences
LONGEST_SAID = 2_000  # code points of a quotation that are looked at for a name
BACK, OFTEN = 4, 4  # sentences back and times met beyond which more tell no more
ANSWERED = 1.0  # the most that one who put a question just now fits better than who spoke before, who may answer it
CLEAR = 3.0  # the margin of a bearer without rival
WEIGHTS = {
    "sentences back, at most four": -0.50,
    "sentences back": -0.93,
    "first in its sentence": 0.80,
    "before a verb": 1.13,
    "times met": 0.28,
    "owner, or after a preposition": -0.38,
    "just named in full": 0.94,
    "of that gender": 0.12,
    "surely a person": 1.25,
    "perhaps no name": -0.75,
    "spoke last": 0.98,
    "spoke just now": 0.27,
    "named in what is said": -1.31,
}
"""What each trait counts for, in log odds, as benchmarks/quote_pronouns.py learns it.

Of 37, 69 and 93 pronouns of the three readings, the last chosen for being hard, 35, 65 and 74 are right when learnt
from the other articles; with weights set by hand and fewer traits it was 36, 65 and 70, and before names were read
better 36, 64 and 60.
"""


class Place(NamedTuple):
    """Where a pronoun stands, its gender, and what is quoted beside it."""

    gender: Gender
    sentence: int
    speaks: bool
    said: str  # the words, in lower case, a name in them after a blank


def pronoun(mind: Mind, mention: Mention, *, speaks: bool) -> tuple[int | None, float]:
    """(the bearer whom "he" or "she" means, how much better that fits than the next, in log odds)."""
    place = place_of(mind, mention, speaks=speaks)
    if place is None:
        return None, 0.0
    weights = tuple(WEIGHTS.values())
    ranked = [(sum(map(mul, weights, traits)), bearer) for bearer, traits in fitting(mind, place)]
    if not ranked:
        return None, 0.0
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else CLEAR
    asked = ranked[0][1] == mind.asker and speaks and place.sentence - mind.asked_at <= JUST_SPOKE
    if asked and any(bearer == mind.earlier for _, bearer in ranked):
        margin = min(margin, ANSWERED)
    return ranked[0][1], min(margin, ranked[0][0] - _stranger(mind, place.sentence))


def place_of(mind: Mind, mention: Mention, *, speaks: bool) -> Place | None:
    """Where a pronoun stands; None for "its" and "their"."""
    word = mind.scene.tokens.word(mention.first).lower()
    gender: Gender = "m" if word in MALE else "f"
    if gender == "f" and word not in FEMALE:
        return None
    said = _said(mind, mention.first) if speaks else ""
    return Place(gender, mind.scene.sentence[mention.first], speaks, said)


def fitting(mind: Mind, place: Place) -> list[tuple[int, tuple[float, ...]]]:
    """The bearers a pronoun may mean, each with its traits, in the order of `WEIGHTS`."""
    found: list[tuple[int, tuple[float, ...]]] = []
    for bearer, where in mind.in_mind():
        known = mind.scene.names.bearers[bearer]
        back = place.sentence - where.sentence
        if known.kind != "N" or back > RECENT or known.gender not in (place.gender, None):
            continue
        spoke = bearer == mind.speaker
        traits = (
            float(min(back, BACK)),
            float(back),
            float(where.subject),
            float(where.acts),
            float(min(where.times, OFTEN)),
            float(where.aside),
            float(where.full and back <= 1),
            float(known.gender == place.gender),
            float(known.titled),
            float(known.doubtful),
            float(spoke),
            float(spoke and place.speaks and place.sentence - mind.spoke_at <= JUST_SPOKE),
            float(f" {known.last}" in place.said),
        )
        found.append((bearer, traits))
    return found


def _stranger(mind: Mind, at: int) -> float:
    """How well the last person without a name fits a pronoun: less than any name, unless the subject just now."""
    if mind.stranger is None or at - mind.stranger > 1:
        return -math.inf
    return STRANGER_NOW if at == mind.stranger else STRANGER


def _said(mind: Mind, token: int) -> str:
    """The words of the quotations next to a token, in its paragraph."""
    tokens, paragraph = mind.scene.tokens, mind.scene.paragraph
    after = bisect_left(tokens.at, token)
    said = ""
    for run in (after - 1, after):
        if 0 <= run < len(tokens.at) and paragraph[tokens.at[run]] == paragraph[token]:
            own = tokens.runs[run]
            said += " " + tokens.text[own.start : min(own.end, own.start + LONGEST_SAID)]
    return said.lower()
