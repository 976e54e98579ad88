"""Learn the quote stage's ranker from annotated articles, and say how well it does on articles it has not seen.

The data are JSON Lines, gzip-compressed or not: {"text", "attributions": [{"source", "content"}]}, each a list of
[start, end] in code points. Articles are split into folds as wholes.

    python benchmarks/quote_train.py DATA --folds 5            cross-validated accuracy, nothing written
    python benchmarks/quote_train.py DATA --out weights.tsv    learn from all of it
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from briefing.quote.features import Context, Scene
from briefing.quote.given_names import given_names
from briefing.quote.marks import quotation_runs
from briefing.quote.mentions import mentions
from briefing.quote.names import read_names
from briefing.quote.rank import Weights, candidates, score
from briefing.quote.tokens import tokens

COVERED = 0.8  # a run is a statement where this much of it lies in one annotated content span
RARE = 3  # features seen in fewer quotations than this are left out
PENALTY = 0.6  # L2; chosen by 5-fold cross-validation over articles among 0.2, 0.6, 1, 2
SMALL = 0.04  # weights nearer to 0 are not kept; costs nothing in cross-validation

Span = tuple[int, int]


class Example:
    """One quotation: its candidates' features, and which of them are right."""

    def __init__(self, rows: list[list[int | str]], right: list[bool], article: int) -> None:
        self.rows, self.right, self.article = rows, right, article


def read(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scene_of(text: str) -> Scene:
    shaped = tokens(text, quotation_runs(text))
    found = mentions(shaped, given_names())
    return Scene(shaped, found, read_names(shaped, found))


def gold(row: dict[str, Any], scene: Scene) -> list[dict[str, Any] | None]:
    """The annotation each run belongs to."""
    found = []
    for run in scene.tokens.runs:
        best, most = None, 0
        for attribution in row["attributions"]:
            both = sum(max(0, min(run.end, e) - max(run.start, s)) for s, e in attribution["content"])
            if both > most:
                best, most = attribution, both
        found.append(best if most >= COVERED * (run.end - run.start) else None)
    return found


def right_mentions(row: dict[str, Any], scene: Scene, attribution: dict[str, Any]) -> set[int]:
    """Mentions that overlap the annotated source; failing that, those that name the same bearer."""
    spans = [tuple(span) for span in attribution["source"]]
    starts, ends = scene.tokens.starts, scene.tokens.ends
    over = {
        i for i, m in enumerate(scene.mentions)
        if any(starts[m.first] < e and s < ends[m.last] for s, e in spans)
    }  # fmt: skip
    bearers = {scene.names.of[i] for i in over} - {None}
    return over | {i for i, bearer in enumerate(scene.names.of) if bearer in bearers}


def examples(rows: list[dict[str, Any]]) -> list[Example]:
    found = []
    for number, row in enumerate(rows):
        scene = scene_of(row["text"])
        previous: int | None = None
        spoken: dict[int | None, int] = {}
        for run, attribution in enumerate(gold(row, scene)):
            right = right_mentions(row, scene, attribution) if attribution else set()
            among = candidates(scene, run, previous)
            marks = [c in right if c is not None else attribution is None for c in among]
            context = Context(scene, run, previous, spoken)
            if any(marks):
                table = [list(context.nobody() if c is None else context.features(c)) for c in among]
                found.append(Example(table, marks, number))
            if right:
                at = scene.tokens.at[run]
                previous = min(right, key=lambda i: (abs(scene.mentions[i].first - at), i))
                bearer = scene.names.of[previous]
                spoken[bearer] = spoken.get(bearer, 0) + 1
    return found


def learn(data: list[Example]) -> Weights:
    """Softmax regression by L-BFGS: the log of the summed probability of the right candidates, and an L2 penalty."""
    counts = Counter(f for example in data for f in {f for row in example.rows for f in row})
    known = {f: i for i, f in enumerate(sorted((f for f in counts if counts[f] >= RARE), key=str))}
    columns, pointers, groups, right = [], [0], [], []
    for number, example in enumerate(data):
        for row, good in zip(example.rows, example.right, strict=True):
            columns += [known[f] for f in row if f in known]
            pointers.append(len(columns))
            groups.append(number)
            right.append(good)
    matrix = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(groups), len(known)))
    group, good = np.array(groups), np.array(right)
    size = len(data)

    def loss(vector: Any) -> tuple[float, Any]:
        scores = matrix @ vector
        top = np.full(size, -np.inf)
        np.maximum.at(top, group, scores)
        weight = np.exp(scores - top[group])
        total = np.bincount(group, weight, size)
        part = np.bincount(group, weight * good, size)
        probability = weight / total[group]
        posterior = weight * good / part[group]
        value = -np.log(part / total).sum() + PENALTY / 2 * vector @ vector
        return float(value), matrix.T @ (probability - posterior) + PENALTY * vector

    vector = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return {f: round(float(vector[i]), 2) for f, i in known.items() if abs(vector[i]) >= SMALL}


def accuracy(rows: list[dict[str, Any]], learnt: Weights) -> Counter[str]:
    """Counts over quotations as the stage would meet them, each choice seeing the ones before."""
    n: Counter[str] = Counter()
    for row in rows:
        scene = scene_of(row["text"])
        previous: int | None = None
        spoken: dict[int | None, int] = {}
        for run, attribution in enumerate(gold(row, scene)):
            context = Context(scene, run, previous, spoken)
            among = candidates(scene, run, previous)
            speaker = max(among, key=lambda c: score(context, c, learnt))
            short = context.length == 0
            right = right_mentions(row, scene, attribution) if attribution else set()
            size = "short" if short else "long"
            n[f"{size}_said"] += speaker is not None
            n[f"{size}_gold"] += attribution is not None
            n[f"{size}_right"] += speaker is not None and speaker in right
            n[f"{size}_found"] += speaker is not None and attribution is not None
            if speaker is not None:
                previous = speaker
                spoken[scene.names.of[speaker]] = spoken.get(scene.names.of[speaker], 0) + 1
    return n


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = read(args.data)
    data = examples(rows)
    print(f"{len(data)} quotations with a candidate that is right")
    total: Counter[str] = Counter()
    for fold in range(args.folds):
        learnt = learn([example for example in data if example.article % args.folds != fold])
        total += accuracy([row for number, row in enumerate(rows) if number % args.folds == fold], learnt)
    for size in ("long", "short") if args.folds else ():
        said, wanted, right, found = (total[f"{size}_{k}"] for k in ("said", "gold", "right", "found"))
        print(f"{size}: speaker precision {right / said:.4f} recall {right / wanted:.4f}", end=" ")
        print(
            f"f1 {2 * right / (said + wanted):.4f}; statement precision {found / said:.4f} recall {found / wanted:.4f}"
        )
    if args.out:
        learnt = learn(data)
        lines = sorted(f"{'' if isinstance(f, int) else '='}{f}\t{w:g}" for f, w in learnt.items())
        args.out.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{len(lines)} weights written to {args.out}")


if __name__ == "__main__":
    main()
