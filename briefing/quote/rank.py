"""The ranker: a linear model with a softmax over a quotation's possible speakers.

The weights were learnt from annotated news by benchmarks/quote_train.py; they stand in speakers.tsv.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from briefing.quote.apposition import apposed
from briefing.quote.features import REACH, SHORT, Context, Memory, Scene
from briefing.quote.weights import Weights, weights

CUE = re.compile("[VWwgnA]")
SENTENCE_END = re.compile(r"[.|]")


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the ranker takes for one quotation's speaker."""

    mention: int | None  # an index into the scene's mentions; None: nobody spoke it, or nobody is named near
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


def candidates(scene: Scene, run: int, memory: Memory) -> list[int | None]:
    """The mentions a run's speaker is chosen from, and None: nobody said it, or nobody the text names."""
    if is_set_apart(scene, run):
        return [None]
    return [*scene.near(scene.tokens.at[run], memory), None]


def score(context: Context, candidate: int | None, learnt: Weights) -> float:
    """The model's weight for one candidate."""
    features: Iterable[int | str] = context.nobody() if candidate is None else context.features(candidate)
    return sum(map(learnt.__getitem__, features))


def likeliest(scene: Scene, among: Sequence[int | None], scores: Sequence[float]) -> tuple[int | None, float]:
    """Who speaks, by his or her likeliest mention, with the probability of all mentions of the same bearer together."""
    top = max(scores)
    weight = [exp(value - top) for value in scores]
    share: dict[tuple[str, int], float] = {}
    keys = [_who(scene, candidate) for candidate in among]
    for key, each in zip(keys, weight, strict=True):
        share[key] = share.get(key, 0.0) + each
    best = max(range(len(among)), key=lambda i: (share[keys[i]], weight[i]))
    return among[best], share[keys[best]] / sum(weight)


def _who(scene: Scene, candidate: int | None) -> tuple[str, int]:
    """What two candidates share if they are one: a bearer, or the mention itself."""
    if candidate is None:
        return "nobody", 0
    bearer = scene.names.of[candidate]
    if bearer is None and scene.mentions[candidate].kind == "H":
        other = apposed(scene, candidate)
        bearer = scene.names.of[other] if other is not None else None
    return ("mention", candidate) if bearer is None else ("bearer", bearer)


def rank(scene: Scene) -> tuple[Choice, ...]:
    """The speaker of each run of an article, in order; each choice sees the ones before."""
    learnt = weights("speakers")
    chosen: list[Choice] = []
    memory = Memory()
    for run in range(len(scene.tokens.runs)):
        context = Context(scene, run, memory)
        among = candidates(scene, run, memory)
        scores = [score(context, candidate, learnt) for candidate in among]
        speaker, probability = likeliest(scene, among, scores)
        silent = speaker is None and (is_set_apart(scene, run) or (bool(among[:-1]) and context.silent))
        chosen.append(Choice(speaker, probability, statement=not silent))
        if speaker is not None:
            memory.hear(scene, speaker)
    return tuple(chosen)
