"""Learn the quote stage's two linear models from annotated articles, and say how they do on articles not seen.

The data are JSON Lines, gzip-compressed or not: {"text", "attributions": [{"source", "content"}]}, each a list of
[start, end] in code points. Articles are split into folds as wholes.

    python benchmarks/quote_train.py speakers DATA --folds 5                 cross-validated figures, nothing written
    python benchmarks/quote_train.py speakers DATA --out speakers.tsv        learn from all of it
    python benchmarks/quote_train.py statements DATA --folds 5               the same for indirect statements
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from briefing.quote.features import Context, Memory, Scene
from briefing.quote.given_names import given_names
from briefing.quote.indirect import Stretch, Telling, cues, probabilities, stretches
from briefing.quote.marks import quotation_runs
from briefing.quote.mentions import mentions
from briefing.quote.names import read_names
from briefing.quote.rank import candidates, likeliest, score
from briefing.quote.tokens import tokens
from briefing.quote.weights import Weights

COVERED = 0.8  # a run is a statement where this much of it lies in one annotated content span
SAME = 0.5  # intersection over union from which a span is an annotated indirect statement
PLAIN = 0.8  # and from which it is no more than a direct quotation
RARE = {"speakers": 3, "statements": 10}  # features seen in fewer choices than this are left out
PENALTY = (
    2.0  # L2; in 3-fold cross-validation anything from 0.3 to 2.5 gave the same F1; more makes for less overconfidence
)
SMALL = 0.05  # weights nearer to 0 are not kept, for a small file; set by hand
STEPS = 120  # of L-BFGS

Row = dict[str, Any]
Found = tuple[float, int, int]


class Example:
    """One choice to be made: its candidates' features, and which of them are right."""

    def __init__(self, rows: list[list[int | str]], right: list[bool], article: int) -> None:
        self.rows, self.right, self.article = rows, right, article


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scene_of(text: str) -> Scene:
    """A text as the models see it."""
    shaped = tokens(text, quotation_runs(text))
    found = mentions(shaped, given_names())
    return Scene(shaped, found, read_names(shaped, found))


def gold(row: Row, scene: Scene) -> list[Row | None]:
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


def right_mentions(scene: Scene, attribution: Row) -> set[int]:
    """Mentions that overlap the annotated source, and those that name the same bearer."""
    starts, ends = scene.tokens.starts, scene.tokens.ends
    over = {
        index
        for index, mention in enumerate(scene.mentions)
        if any(starts[mention.first] < e and s < ends[mention.last] for s, e in attribution["source"])
    }
    bearers = {scene.names.of[index] for index in over} - {None}
    return over | {index for index, bearer in enumerate(scene.names.of) if bearer in bearers}


def speaker_examples(rows: list[Row], models: tuple[Weights, ...] = ()) -> list[Example]:
    """One example a quotation.

    The ranker's memory of earlier speakers is the annotation's or, with `models`, what these choose: model i of n for
    the articles i, i + n, i + 2n …, on which it must not have been learnt.
    """
    found = []
    for number, row in enumerate(rows):
        scene = scene_of(row["text"])
        memory = Memory()
        for run, attribution in enumerate(gold(row, scene)):
            right = right_mentions(scene, attribution) if attribution else set()
            among = candidates(scene, run, memory)
            unsaid = attribution is None or not attribution["source"]
            marks = [c in right if c is not None else unsaid for c in among]
            context = Context(scene, run, memory)
            if any(marks):
                table = [list(context.nobody() if c is None else context.features(c)) for c in among]
                found.append(Example(table, marks, number))
            if models:
                model = models[number % len(models)]
                spoke, _ = likeliest(scene, among, [score(context, c, model) for c in among])
            else:
                at = scene.tokens.at[run]
                spoke = min(right, key=lambda i: (abs(scene.mentions[i].first - at), i), default=None)
            if spoke is not None:
                memory.hear(scene, spoke)
    return found


def learn_speakers(rows: list[Row]) -> Weights:
    """Learn the ranker with the earlier speakers it would itself have chosen, by models that had the annotated ones.

    In use it sees its own mistakes; a model learnt on flawless memory trusts the speaker before too much.
    """
    data = speaker_examples(rows)
    models = tuple(learn([e for e in data if e.article % HALVES != i], RARE["speakers"]) for i in range(HALVES))
    return learn(speaker_examples(rows, models), RARE["speakers"])


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two spans."""
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (a[1] - a[0] + b[1] - b[0] - both)


def wanted(row: Row, scene: Scene) -> list[tuple[int, int]]:
    """The annotated statements that are not plain quotations."""
    plain = [
        (run.start, run.end)
        for run in scene.tokens.runs
        if not run.typed and row["text"].count(" ", run.start, run.end) >= SHORTEST
    ]
    wholes = [(min(s for s, _ in a["content"]), max(e for _, e in a["content"])) for a in row["attributions"]]
    return [whole for whole in wholes if not any(overlap(whole, span) >= PLAIN for span in plain)]


HALVES = 2  # articles are split so many ways to learn what the ranker itself would choose on those unseen
SHORTEST = 3  # spaces in a quotation of four words


def span(scene: Scene, stretch: Stretch) -> tuple[int, int]:
    """A stretch of tokens in code points."""
    return scene.tokens.starts[stretch.first], scene.tokens.ends[stretch.last - 1]


def statement_examples(rows: list[Row]) -> list[Example]:
    """One example a cue; no span is right where none is annotated there."""
    found = []
    for number, row in enumerate(rows):
        scene = scene_of(row["text"])
        gold_spans = wanted(row, scene)
        for cue in cues(scene):
            tried = stretches(scene, cue)
            telling = Telling(scene, cue)
            fits = [max((overlap(span(scene, s), g) for g in gold_spans), default=0.0) for s in tried]
            best = max(fits, default=0.0)
            marks = [fit >= SAME and fit > best - 0.1 for fit in fits]
            table = [list(telling.features(stretch)) for stretch in tried] + [list(telling.none())]
            found.append(Example(table, [*marks, not any(marks)], number))
    return found


def learn(data: list[Example], rare: int) -> Weights:
    """Softmax regression by L-BFGS: the log of the summed probability of the right candidates, and an L2 penalty."""
    counts = Counter(f for example in data for f in {f for row in example.rows for f in row})
    known = {f: i for i, f in enumerate(sorted((f for f in counts if counts[f] >= rare), key=str))}
    columns, pointers, groups, right = [], [0], [], []
    for number, example in enumerate(data):
        for row, fits in zip(example.rows, example.right, strict=True):
            columns += [known[f] for f in row if f in known]
            pointers.append(len(columns))
            groups.append(number)
            right.append(fits)
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
        posterior = weight * good / part[group]
        value = -np.log(part / total).sum() + PENALTY / 2 * vector @ vector
        return float(value), matrix.T @ (weight / total[group] - posterior) + PENALTY * vector

    vector = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return {f: round(float(vector[i]), 2) for f, i in known.items() if abs(vector[i]) >= SMALL}


def judge_speakers(rows: Iterable[Row], learnt: Weights) -> Counter[str]:
    """Counts over quotations as the stage would meet them, each choice seeing the ones before."""
    n: Counter[str] = Counter()
    for row in rows:
        scene = scene_of(row["text"])
        memory = Memory()
        for run, attribution in enumerate(gold(row, scene)):
            context = Context(scene, run, memory)
            among = candidates(scene, run, memory)
            speaker, _ = likeliest(scene, among, [score(context, c, learnt) for c in among])
            right = right_mentions(scene, attribution) if attribution else set()
            size = "long" if context.length else "short"
            n[f"{size}_said"] += speaker is not None
            n[f"{size}_gold"] += attribution is not None
            n[f"{size}_right"] += speaker is not None and speaker in right
            if speaker is not None:
                memory.hear(scene, speaker)
    return n


def judge_statements(rows: Iterable[Row], learnt: Weights) -> tuple[list[tuple[float, bool]], int]:
    """(probability, whether right) of each statement taken, best first where they overlap; and how many there are."""
    judged: list[tuple[float, bool]] = []
    total = 0
    for row in rows:
        scene = scene_of(row["text"])
        found: list[Found] = []
        for cue in cues(scene):
            tried = stretches(scene, cue)
            if tried:
                chances = probabilities(Telling(scene, cue), tried, learnt)
                best = max(range(len(tried)), key=chances.__getitem__)
                found.append((chances[best], *span(scene, tried[best])))
        left = wanted(row, scene)
        total += len(left)
        found += [(1.0, run.start, run.end) for run in scene.tokens.runs if run.typed]
        taken: list[tuple[int, int]] = []
        for chance, start, end in sorted(found, reverse=True):
            if any(overlap((start, end), other) >= SAME for other in taken):
                continue
            taken.append((start, end))
            hit = next((g for g in left if overlap((start, end), g) >= SAME), None)
            if hit:
                left.remove(hit)
            judged.append((chance, hit is not None))
    return judged, total


def report_statements(judged: list[tuple[float, bool]], total: int) -> None:
    """Print precision, recall and F1 at several thresholds."""
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.8):
        said = [right for chance, right in judged if chance >= threshold]
        right = sum(said)
        f1 = 2 * right / (len(said) + total)
        print(f"{threshold}: p {right / max(len(said), 1):.4f} r {right / total:.4f} f1 {f1:.4f}")


def main() -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=("speakers", "statements"))
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = read(args.data)
    data = speaker_examples(rows) if args.model == "speakers" else statement_examples(rows)
    print(f"{len(data)} choices")
    counts: Counter[str] = Counter()
    judged: list[tuple[float, bool]] = []
    total = 0
    for fold in range(args.folds):
        if args.model == "speakers":
            learnt = learn_speakers([row for number, row in enumerate(rows) if number % args.folds != fold])
        else:
            learnt = learn([example for example in data if example.article % args.folds != fold], RARE[args.model])
        unseen = [row for number, row in enumerate(rows) if number % args.folds == fold]
        if args.model == "speakers":
            counts += judge_speakers(unseen, learnt)
        else:
            more, count = judge_statements(unseen, learnt)
            judged, total = judged + more, total + count
    if counts:
        for size in ("long", "short"):
            said, there, right = (counts[f"{size}_{kind}"] for kind in ("said", "gold", "right"))
            print(f"{size}: p {right / said:.4f} r {right / there:.4f} f1 {2 * right / (said + there):.4f}")
    if judged:
        report_statements(judged, total)
    if args.out:
        whole = learn_speakers(rows) if args.model == "speakers" else learn(data, RARE[args.model])
        lines = sorted(f"{'' if isinstance(f, int) else '='}{f}\t{w:g}" for f, w in whole.items())
        args.out.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{len(lines)} weights written to {args.out}")


if __name__ == "__main__":
    main()
