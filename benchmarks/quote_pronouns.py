"""Learn what a pronoun's bearer is chosen by, and say how it does on articles not seen.

Readings beside this script give the speakers of quotations of quotes-train. Those without a 3 in their names are
described in quote_names.py. quote_reading_3.jsonl are 106 quotations by a "he" or "she" that
the stage was not sure of, from other articles, drawn at random, at most two an article; who each is was written down
from the text alone. DATA are the articles, as quote_train.py takes them.

    python -m benchmarks.quote_pronouns DATA
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

from benchmarks.quote_names import READINGS, same_name
from benchmarks.quote_train import read
from briefing.quote import pronouns, read_scene, resolve
from briefing.quote.mentions import Mention
from briefing.quote.mind import Mind
from briefing.quote.rank import rank
from briefing.quote.resolve import Resolver
from briefing.rows import article

EVERY = (*READINGS, Path(__file__).with_name("quote_reading_3.jsonl"))
FOLDS = 10
PENALTY = 1.0  # L2; .3 to 3 give the same within one quotation
ROUNDS = 2  # what is learnt changes whom earlier pronouns stand for, and so what is learnt from

Row = dict[str, Any]
Candidates = list[tuple[int, tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class Met:
    """One pronoun whose bearer was written down."""

    article: str
    traits: Any  # candidates × traits
    right: Any  # which candidates are right: none, if the bearer has no name


def labelled(row: Row, labels: Sequence[Row]) -> list[Met]:
    """The labelled pronouns of one article as the stage meets them."""
    scene = read_scene(article(row))
    seen: dict[int, Candidates] = {}

    def noted(mind: Mind, mention: Mention, *, speaks: bool) -> tuple[int | None, float]:
        place = pronouns.place_of(mind, mention, speaks=speaks)
        if place is not None:
            seen[mention.first] = pronouns.fitting(mind, place)
        return pronouns.pronoun(mind, mention, speaks=speaks)

    with patch.object(resolve, "pronoun", noted):
        Resolver(scene, frozenset(choice.mention for choice in rank(scene) if choice.mention is not None))
    starts, ends = scene.tokens.starts, scene.tokens.ends
    met = {}
    for label in labels:
        sources = [
            span
            for each in row["attributions"]
            if any(s < label["end"] and label["start"] < e for s, e in each["content"])
            for span in each["source"]
        ]
        for mention in scene.mentions:
            over = any(starts[mention.first] < e and s < ends[mention.last] for s, e in sources)
            among = seen.get(mention.first)
            if mention.kind == "P" and over and among:
                bearers = scene.names.bearers
                right = [any(same_name(bearers[i].name, each) for each in label["speakers"]) for i, _ in among]
                met[mention.first] = Met(row["id"], np.array([t for _, t in among]), np.array(right))
    return list(met.values())


def learn(data: Sequence[Met], start: Any) -> Any:
    """Softmax regression over each pronoun's candidates."""
    useful = [each for each in data if each.right.any() and not each.right.all()]

    def loss(weights: Any) -> tuple[float, Any]:
        value, slope = PENALTY / 2 * weights @ weights, PENALTY * weights
        for each in useful:
            scores = each.traits @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            part = share * each.right
            value -= np.log(part.sum())
            slope = slope + (share - part / part.sum()) @ each.traits
        return float(value), slope

    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def judge(data: Sequence[Met], weights: Any) -> list[tuple[float, bool]]:
    """(margin, whether right) of each."""
    found = []
    for each in data:
        scores = each.traits @ weights
        order = np.argsort(-scores, kind="stable")
        margin = float(scores[order[0]] - scores[order[1]]) if len(order) > 1 else pronouns.CLEAR
        found.append((margin, bool(each.right[order[0]])))
    return found


def report(title: str, judged: Sequence[tuple[float, bool]]) -> None:
    """Print how many are right, and how many of those above a margin."""
    line = [f"{title}: {sum(right for _, right in judged)} of {len(judged)} right"]
    for close in (0.5, 0.75, 1.0, 1.5, 2.0):
        above = [right for margin, right in judged if margin >= close]
        below = [right for margin, right in judged if margin < close]
        line.append(f"{close}: {sum(above)}/{len(above)} and {sum(below)}/{len(below)} below")
    print("; ".join(line))


def main(path: Path) -> None:
    """Learn, cross-validate over articles, print."""
    rows = {row["id"]: row for row in read(path)}
    readings = [[json.loads(line) for line in each.read_text("utf-8").splitlines()] for each in EVERY]
    weights = np.array(list(pronouns.WEIGHTS.values()))
    for _ in range(ROUNDS):
        with patch.object(pronouns, "WEIGHTS", dict(zip(pronouns.WEIGHTS, weights.tolist(), strict=True))):
            sets = [
                [met for name in dict.fromkeys(x["article"] for x in labels)
                 for met in labelled(rows[name], [x for x in labels if x["article"] == name])]
                for labels in readings
            ]  # fmt: skip
        every = [met for found in sets for met in found]
        for number, found in enumerate(sets, 1):
            report(f"reading {number}, as it was", judge(found, weights))
        articles = list(dict.fromkeys(met.article for met in every))
        fold = {name: number % FOLDS for number, name in enumerate(articles)}
        unseen: list[list[tuple[float, bool]]] = [[] for _ in sets]
        for left_out in range(FOLDS):
            learnt = learn([met for met in every if fold[met.article] != left_out], weights)
            for found, judged in zip(sets, unseen, strict=True):
                judged += judge([met for met in found if fold[met.article] == left_out], learnt)
        for number, judged in enumerate(unseen, 1):
            report(f"reading {number}, cross-validated", judged)
        weights = learn(every, weights)
        print("; ".join(f"{trait}: {weight:.2f}" for trait, weight in zip(pronouns.WEIGHTS, weights, strict=True)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
