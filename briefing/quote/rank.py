"""The ranker: a linear model with a softmax over a quotation's possible speakers.

The weights were learnt from annotated news by benchmarks/quote_train.py; they stand in speakers.tsv.
"""

import re
from collections.abc import Iterable, Sequence
from math import exp
from typing import NamedTuple

from briefing.quote.apposition import apposed
from briefing.quote.embedded import is_owner, redirected
from briefing.quote.features import LONGEST_TITLE, REACH, SHORT, WORD, Context, Memory, Scene
from briefing.quote.weights import NOTHING, Weights, weights

CUE = re.compile("[VWwgnA]")
NAMING_WORDS = """
    wrote writes novel book film movie song album series show play essay memoir poem documentary painting musical
    podcast hit single sitcom drama comedy bestseller
"""
NAMING = frozenset(NAMING_WORDS.split())  # words right before the name of a work
TITLED = 3  # capitals of the shortest title so known: "Peace Now" may be a cry
SMALL = 4  # letters of the longest word that such a title may leave without a capital: "from", "with"
TURN = 0.85  # the most that who answered is sure to ask what nobody is said to ask
SURE = 0.8  # of who speaks, to be taken for the speaker of the paragraph before
SENTENCE_END = re.compile(r"[.|]")


class Choice(NamedTuple):
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


def is_title(scene: Scene, run: int) -> bool:
    """Whether a run is the name of a work: in a title's capitals, after "the novel" or "wrote"."""
    tokens, own = scene.tokens, scene.tokens.runs[run]
    at = tokens.at[run]
    if not at or own.end - own.start >= LONGEST_TITLE or tokens.word(at - 1).lower() not in NAMING:
        return False
    words = WORD.findall(tokens.text, own.start, own.end)
    large = sum(word[0].isupper() for word in words)
    return large >= TITLED and all(word[0].isupper() or len(word) <= SMALL for word in words)


def is_turn(scene: Scene, run: int) -> bool:
    """Whether a run is a question by itself in its paragraph, after a question and its answer: who asked may go on."""
    if run < len("QA") or not (scene.asked(run) and scene.asked(run - 2) and scene.tokens.runs[run - 1].closed):
        return False
    shape, at = scene.tokens.shape, scene.tokens.at[run]
    return shape[at - 1] == "|" and shape[at - 2] != ":" and shape[at + 1 : at + 2] in ("|", "")


def candidates(scene: Scene, run: int, memory: Memory) -> list[int | None]:
    """The mentions a run's speaker is chosen from, and None: nobody said it, or nobody the text names."""
    if is_set_apart(scene, run) or is_title(scene, run):
        return [None]
    return [*scene.near(scene.tokens.at[run], memory), None]


def score(context: Context, candidate: int | None, learnt: Weights) -> float:
    """The model's weight for one candidate."""
    features: Iterable[int | str] = context.nobody() if candidate is None else context.features(candidate)
    return sum(map(learnt.get, features, NOTHING))


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
        other = redirected(scene, run, speaker) if speaker is not None else None
        if other is not None:
            speaker, probability = other[0], min(probability, other[1])
        if speaker is not None and is_owner(scene, run, speaker):
            speaker, probability = None, 0.0
        if speaker is not None and is_turn(scene, run) and _who(scene, speaker) == _who(scene, memory.previous):
            probability = min(probability, TURN)
        apart = is_set_apart(scene, run) or is_title(scene, run)
        silent = speaker is None and (apart or (bool(among[:-1]) and context.silent))
        chosen.append(Choice(speaker, probability, statement=not silent))
        if speaker is not None:
            memory.hear(scene, speaker)
    _carry_back(scene, chosen)
    return tuple(chosen)


def _carry_back(scene: Scene, chosen: list[Choice]) -> None:
    """Give what its paragraph leaves open the speaker of what the next re-opens, if none, or the same, spoke."""
    tokens = scene.tokens
    for run in range(len(chosen) - 2, -1, -1):
        here, there = chosen[run], chosen[run + 1]
        reopened = tokens.shape[tokens.at[run] + 1 : tokens.at[run + 1]] == "|" and not tokens.runs[run].closed
        alike = here.mention is None or (here.mention == there.mention and here.probability < there.probability)
        if reopened and alike and here.statement and there.mention is not None and there.probability >= SURE:
            chosen[run] = there
