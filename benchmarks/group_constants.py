"""Vary each constant of grouping by itself: what events and copies read at other values than the chosen.

    python -m benchmarks.group_constants --news NEWS.jsonl.gz EVENTS.jsonl EVENTS-2020.jsonl

The sets are those of `group_sets.py`, as they are and without titles and dates, and copies are judged as by
`group_copies.py` on all files. A line a value: the change of the mean of B-cubed and pair F1, each averaged over five
levels, from what the chosen constants read; on how many of the ten it rises and falls by more than 0.002; or, for
copies, precision and recall.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from benchmarks.group_copies import LABELS, articles_of, closed
from benchmarks.group_levels import score
from benchmarks.group_sets import Labelled, labelled_sets
from briefing.group import boilerplate, closeness, copies, crowding, duplicates, neighbours, overlap, rarity, vectors
from briefing.group.crowding import LEVEL
from briefing.group.linkage import linkage
from briefing.group.ordering import in_content_order
from briefing.group.passes import passes
from briefing.model import Article

Values = Sequence[Mapping[str, float]]  # what is changed together
AROUND = (-0.02, -0.01, 0.0, 0.01, 0.02)  # of the level
WORTH = 0.002
OF_EVENTS: Sequence[tuple[ModuleType, Values]] = (
    (crowding, [{"FROM": 10, "TO": 40}, {"FROM": 30}, {"FROM_SHARE": 0.2}, {"FROM_SHARE": 0.4}]),
    (crowding, [{"OWN_EVENT": 0.25}, {"OWN_EVENT": 0.4}]),
    (neighbours, [{"TITLE_SHARE": 0.1, "BODY_SHARE": 0.65}, {"TITLE_SHARE": 0.2, "BODY_SHARE": 0.55}]),
    (neighbours, [{"LEAD_SHARE": 0.15, "BODY_SHARE": 0.7}, {"LEAD_SHARE": 0.35, "BODY_SHARE": 0.5}]),
    (neighbours, [{"SAME_OUTLET": 0.65}, {"SAME_OUTLET": 1.0}, {"NEAREST": 40}, {"NEAREST": 100}]),
    (neighbours, [{"BEYOND": 0.3}, {"BEYOND": 0.7}, {"LEAST_SIMILARITY": 0.0}, {"LEAST_SIMILARITY": 0.05}]),
    (closeness, [{"FLOOR": 0.6}, {"FLOOR": 0.7}, {"WIDTH": 1.0}, {"WIDTH": 1.25}, {"WIDTH": 2.0}, {"WIDTH": 3.0}]),
    (closeness, [{"STATED_FLOOR": 0.3}, {"STATED_FLOOR": 0.7}, {"STATED_SCALE": 10.0}, {"UNKNOWN_GAP": 7.0}]),
    (rarity, [{"FREE_GROUPS": 0}, {"FREE_GROUPS": 4}, {"BACKGROUND_SHARE": 0.1}, {"BACKGROUND_SHARE": 1.0}]),
    (rarity, [{"SMOOTHING": 3}, {"SMOOTHING": 12}, {"TOPIC_SHARE": 0.0}, {"TOPIC_SHARE": 1.0}]),
    (rarity, [{"TOPIC_SHARPNESS": 12.0}, {"TOPIC_SHARPNESS": 30.0}, {"TOPIC_SMOOTHING": 30}]),
    (vectors, [{"LEAD_WORDS": 100}, {"LEAD_WORDS": 220}, {"BODY_WORDS": 700}, {"BODY_WORDS": 2500}]),
    (boilerplate, [{"REPEATED": 2}, {"REPEATED": 5}, {"LEAST_OWN": 0.1}, {"LEAST_OWN": 0.5}]),
)
OF_COPIES: Sequence[tuple[ModuleType, Values]] = (
    (duplicates, [{"LEAST_CONTAINMENT": 0.4}, {"LEAST_CONTAINMENT": 0.6}, {"LEAST_EDITED": 0.25}]),
    (duplicates, [{"LEAST_ELSEWHERE": 0.08}, {"LEAST_ELSEWHERE": 0.25}, {"LEAST_OF_LONGER": 0.1}]),
    (duplicates, [{"LEAST_OF_LONGER": 0.3}, {"LEAST_SHINGLES": 10}]),
    (overlap, [{"WIDELY_SHARED": 50}]),
    (boilerplate, [{"REPEATED": 2}, {"REPEATED": 5}, {"LEAST_OWN": 0.1}, {"LEAST_OWN": 0.5}]),
)


def read(sets: Sequence[Labelled]) -> npt.NDArray[np.float64]:
    """The mean of both figures, for each set as it is and bare."""
    figures = []
    for each in sets:
        for variant in each.variants():
            ordered = in_content_order(variant.articles)
            compared = passes(ordered, variant.background)
            events = [variant.events[article.id] for article in ordered]
            groups = [linkage(compared.near, LEVEL + step, compared.together) for step in AROUND]
            figures.append(float(np.mean([score(events, found) for found in groups])))
    return np.array(figures)


def copied(articles: Sequence[Article]) -> str:
    """Precision and recall of copies against the labels."""
    ids = {article.id for article in articles}
    lines = [line.split("\t") for line in LABELS.read_text("utf-8").splitlines()]
    gold, unsure = (
        closed((one, other) for one, other, kind in lines if kind in kinds and {one, other} <= ids)
        for kinds in (("copy",), ("copy", "unsure"))
    )
    found = closed((copy.article_id, copy.origin_id) for copy in copies(articles)) - (unsure - gold)
    right = len(found & gold)
    return f"copies: precision {right / max(1, len(found)):.3f} recall {right / max(1, len(gold)):.3f}"


def main() -> None:
    """Read, vary, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    arguments = parser.parse_args()
    sets = labelled_sets(arguments.news, arguments.files)
    chosen = read(sets)
    print(f"as chosen {chosen.mean():.4f}", flush=True)
    for module, values in OF_EVENTS:
        for changed in values:
            with patch.multiple(module, **dict[str, Any](changed)):
                change = read(sets) - chosen
            print(f"{changed} {change.mean():+.4f} +{(change > WORTH).sum()} -{(change < -WORTH).sum()}", flush=True)
    everything = list({a.id: a for path in (arguments.news, *arguments.files) for a in articles_of(path)}.values())
    print(f"as chosen {copied(everything)}")
    for module, values in OF_COPIES:
        for changed in values:
            with patch.multiple(module, **dict[str, Any](changed)):
                print(f"{changed} {copied(everything)}", flush=True)


if __name__ == "__main__":
    main()
