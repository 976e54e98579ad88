"""Say how often the quote stage names the right person, and choose what its confidence is made of.

Three readings beside this script, quote_reading.jsonl, quote_reading_2.jsonl and quote_reading_4.jsonl, give the
speakers of 254, 337 and 135 quotations of four words or more, from 34, 38 and 24 articles drawn at random from
quotes-train and read before the stage's output on them was looked at (the third is quote_pronouns.py's):
{"article", "start", "end", "kind": person, organisation, unnamed, document or nobody, "speakers": all right names}.
DATA are the articles, as quote_train.py takes them. The ranker is learnt from those in none of them.

    python -m benchmarks.quote_names DATA
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.quote_train import learn_speakers, overlap, read, right_mentions
from briefing.model import Article
from briefing.quote import read_scene
from briefing.quote.confidence import ABSTAIN_BELOW, RELIABLE
from briefing.quote.rank import rank
from briefing.quote.resolve import Means, Resolver
from briefing.rows import article

READINGS = tuple(Path(__file__).with_name(f"quote_reading{number}.jsonl") for number in ("", "_2", "_4"))
SAME = 0.8  # intersection over union from which a run is the quotation that was read
WORDS = 4  # of the shortest quotation judged
WANTED = 0.95  # precision of what is printed
FOLDS = 5
PRIOR = 4  # quotations' weight of the overall rate in that of one way of coming by a name
GRID = [step / 100 for step in range(30, 100)]  # thresholds tried

Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One quotation the stage gave a name."""

    article: int
    probability: float
    means: Means
    mention: bool  # whether the mention is one of the annotated speaker's
    name: bool  # whether the name is right


def same_name(found: str, gold: str) -> bool:
    """Whether two names agree in the last word and, where both have more, in the first."""
    a, b = (re.findall(r"[\w'’-]+", name.lower()) for name in (found, gold))
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])


def judge(each: Article, row: Label, labels: Sequence[Label], number: int) -> list[Judged]:
    """The names the stage gives one article's quotations."""
    scene = read_scene(each)
    choices = rank(scene)
    resolver = Resolver(scene, frozenset(c.mention for c in choices if c.mention is not None))
    found = []
    for run, choice in zip(scene.tokens.runs, choices, strict=True):
        if run.typed or choice.mention is None or len(re.findall(r"\w+", each.text[run.start : run.end])) < WORDS:
            continue
        resolved = resolver.resolve(choice.mention)
        if resolved.name is None:
            continue
        span = (run.start, run.end)
        label = next((x for x in labels if overlap(span, (x["start"], x["end"])) >= SAME), None)
        sources = [a for a in row["attributions"] if any(s < run.end and run.start < e for s, e in a["content"])]
        mention = any(choice.mention in right_mentions(scene, source) for source in sources)
        name = label is not None and any(same_name(resolved.name, speaker) for speaker in label["speakers"])
        found.append(Judged(number, choice.probability, resolved.means, mention, name))
    return found


def rates(judged: Sequence[Judged]) -> dict[Means, float]:
    """How often a name come by in each way is right where its mention is, drawn a little towards the overall rate."""
    right = Counter(each.means for each in judged if each.mention and each.name)
    said = Counter(each.means for each in judged if each.mention)
    overall = right.total() / max(said.total(), 1)
    return {means: (right[means] + PRIOR * overall) / (said[means] + PRIOR) for means in RELIABLE if means != "none"}


def figures(judged: Sequence[Judged], rate: dict[Means, float], threshold: float) -> tuple[int, int]:
    """(names given, right ones) at a threshold."""
    said = [each.name for each in judged if each.probability * rate.get(each.means, 0.0) >= threshold]
    return len(said), sum(said)


def lowest(judged: Sequence[Judged], rate: dict[Means, float]) -> float:
    """The lowest threshold from which on precision stays at what is wanted."""
    best = GRID[-1]
    for threshold in reversed(GRID):
        said, right = figures(judged, rate, threshold)
        if said and right < WANTED * said:
            return best
        best = threshold
    return best


def report(judged: Sequence[Judged], labels: Sequence[Label]) -> None:
    """Print rates, the curve of precision and recall, and the threshold chosen and tried on other articles."""
    rate = rates(judged)
    for means, value in rate.items():
        there = [each for each in judged if each.means == means]
        right = sum(each.mention for each in there)
        print(f'"{means}": {value:.2f}  # said {len(there)}, mention right {right}, name {sum(x.name for x in there)}')
    total = sum(bool(label["speakers"]) for label in labels)
    for threshold in (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        said, right = figures(judged, rate, threshold)
        print(f"{threshold}: p {right / said:.3f} r {right / total:.3f} f1 {2 * right / (said + total):.3f}")
    print(f"lowest threshold for {WANTED}: {lowest(judged, rate):.2f}")
    said = right = 0
    for fold in range(FOLDS):
        rest = [each for each in judged if each.article % FOLDS != fold]
        unseen = [each for each in judged if each.article % FOLDS == fold]
        more, good = figures(unseen, rates(rest), lowest(rest, rates(rest)))
        said, right = said + more, right + good
    print(f"so chosen and tried on other articles: p {right / said:.3f} r {right / total:.3f}")


def main(path: Path) -> None:
    """Learn without the articles read, then judge them."""
    readings = [[json.loads(line) for line in each.read_text("utf-8").splitlines()] for each in READINGS]
    wanted = {label["article"] for labels in readings for label in labels}
    rows = read(path)
    learnt = learn_speakers([row for row in rows if row["id"] not in wanted])
    known = {row["id"]: row for row in rows}
    every: list[Judged] = []
    with patch("briefing.quote.rank.weights", lambda _: learnt):
        for labels in readings:
            judged: list[Judged] = []
            for name in dict.fromkeys(label["article"] for label in labels):
                own = [label for label in labels if label["article"] == name]
                judged += judge(article(known[name]), known[name], own, len(every) + len(judged))
            said, right = figures(judged, RELIABLE, ABSTAIN_BELOW)
            total = sum(bool(label["speakers"]) for label in labels)
            f1 = 2 * right / (said + total)
            print(f"{len(labels)} quotations as shipped: p {right / said:.3f} r {right / total:.3f} f1 {f1:.3f}")
            every += judged
    report(every, [label for labels in readings for label in labels])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
