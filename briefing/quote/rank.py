"""The ranker: a linear model with a softmax over a quotation's possible speakers.

The weights were learnt from annotated news by benchmarks/quote_train.py; they stand in speakers.tsv.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

from briefing.quote.features import REACH, SHORT, Context, Scene, may_be_silent
from briefing.quote.weights import Weights, weights

CUE = re.compile("[VWwgnA]")
SENTENCE_END = re.compile(r"[.|]")


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the ranker takes for one quotation's speaker."""

    mention: int | None  # an index into the scene's mentions; None: nobody spoke it, or no mention is near
    probability: float
    statement: bool  # False: words set apart, not said by anyone


def is_set_apart(scene: Scene, run: int) -> bool:
    """Whether a few quoted words stand in a sentence where nobody says anything: "ghost" fleets, a "smart" meter."""
    shape, at = scene.tokens.shape, scene.tokens.at[run]
    own = scene.tokens.runs[run]
    if shape[at] != "u" or scene.tokens.text.count(" ", own.start, own.end) + 1 >= SHORT:
        return False
    first = max(shape.rfind(".", max(0, at - REACH), at), shape.rfind("|", max(0, at - REACH), at)) + 1
    end = SENTENCE_END.search(shape, at, at + REACH)
    return not CUE.search(shape, max(first, at - REACH), end.start() if end else at + REACH)


def candidates(scene: Scene, run: int, previous: int | None) -> list[int | None]:
    """The mentions a run's speaker is chosen from; None, for nobody, is among them where it may be no statement."""
    if is_set_apart(scene, run):
        return [None]
    found: list[int | None] = list(scene.near(scene.tokens.at[run], previous))
    if may_be_silent(scene.tokens, run) or not found:
        found.append(None)
    return found


def score(context: Context, candidate: int | None, learnt: Weights) -> float:
    """The model's weight for one candidate."""
    features: Iterable[int | str] = context.nobody() if candidate is None else context.features(candidate)
    return sum(map(learnt.__getitem__, features))


def rank(scene: Scene) -> tuple[Choice, ...]:
    """The speaker of each run of an article, in order; each choice sees the ones before."""
    learnt = weights("speakers")
    chosen: list[Choice] = []
    previous: int | None = None
    spoken: dict[int | None, int] = {}
    for run in range(len(scene.tokens.runs)):
        context = Context(scene, run, previous, spoken)
        among = candidates(scene, run, previous)
        scores = [score(context, candidate, learnt) for candidate in among]
        best = max(range(len(among)), key=scores.__getitem__)
        total = sum(exp(value - scores[best]) for value in scores)
        speaker = among[best]
        chosen.append(
            Choice(speaker, 1 / total, statement=speaker is not None or not (among[:-1] or is_set_apart(scene, run)))
        )
        if speaker is not None:
            previous = speaker
            bearer = scene.names.of[speaker]
            spoken[bearer] = spoken.get(bearer, 0) + 1
    return tuple(chosen)
