"""What each constant of the stage is worth: ROUGE-1 and -2 recall with one value changed at a time.

    python -m benchmarks.summarise_tune SUMMARIES.jsonl EVENTS.jsonl

SUMMARIES.jsonl: one event a line with "articles" (rows of articles) and "references" (texts). EVENTS.jsonl: one
article a line with its "event"; of each a third is held out in turn as references (`summarise_recipe.py`). Every line
printed shows the figures of the people's summaries at 250 and 100 words, and of the stand-ins at 100; a constant is
well chosen where its neighbours read nearly the same on both. Differences under half a point are noise on either.
"""

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np

from benchmarks.summarise_recipe import Set, scores, stand_ins, summaries
from briefing.model import Article
from briefing.summarise import (
    anchors,
    doubts,
    pool,
    selection,
    standing,
    summarise,
    summary,
    superseded,
    target,
)
from briefing.summarise.candidates import candidates
from briefing.summarise.methods import position
from briefing.summarise.registry import OWN

TRIED: Sequence[tuple[Any, str, Sequence[float]]] = (
    (target, "PAIR_SHARE", (0.15, 0.45, 0.8)),
    (target, "SPREAD_POWER", (0.0, 0.4, 0.7)),
    (target, "ARTICLE_POWER", (0.5, 0.65, 0.9)),
    (target, "LEAST_SHARE", (0.0, 0.06, 0.1)),
    (target, "FORECAST_RARITY", (0.0, 0.15, 0.5)),
    (target, "TITLE_SHARE", (0.0, 0.3, 0.5)),
    (target, "FEWEST_ARTICLES_OF_A_PAIR", (1, 3)),
    (pool, "SAME_FACT", (0.45, 0.65, 1.1)),
    (pool, "FEWEST_SHARED", (5, 9)),
    (pool, "SAME_WORDS", (0.55, 0.8)),
    (selection, "POOL", (50, 200, 400)),
    (selection, "HANDICAP", (0.0, 0.0025, 0.01)),
    (selection, "ROOM_LEFT", (0.0, 0.1, 0.5)),
    (selection, "LOSS_BORNE", (0.0, 0.02, 0.1)),
    (selection, "MOST_EXCHANGES", (0, 1, 4)),
    (summary, "REACH_ARTICLES", (1, 5, 20)),
    (summary, "REACH_WORDS", (50, 200, 1000)),
    (selection, "ENOUGH", (0.0, 0.25, 0.75)),
    (standing, "FEWEST_WORDS", (4, 8)),
    (standing, "MOST_WORDS", (45, 80)),
    (doubts, "MISLEADS", (0, 2, 8)),
    (doubts, "JUDGES", (0, 6)),
    (doubts, "THIN", (0, 6)),
    (doubts, "ELSEWHERE", (0, 4)),
    (doubts, "FEW_WORDS", (7, 12)),
    (standing, "ABOUT_NOBODY", (1, 3, 6, 15)),
    (anchors, "FAMILIAR", (0.2, 0.5, 0.75, 1.1)),
    (anchors, "FEWEST_FOLLOWERS", (2, 4, 6)),
    (superseded, "SHARED", (0.25, 0.6, 1.1)),
)
RANK_SHARES = (0.0, 0.2, 0.3, 0.5)
DECAYS = (0.6, 0.8, 1.25, 1.6)


def figures(people: Sequence[Set], others: Sequence[Set], method: str) -> str:
    """ROUGE-1/-2 recall in per cent of each kind of set and budget."""

    def how(articles: Sequence[Article], words: int) -> str:
        texts = {article.id: article.text for article in articles}
        found = summarise(articles, words=words, method=method)
        return " ".join(extract.span.of(texts[extract.article_id]) for extract in found)

    found = ((name, words, scores(sets, words, how)) for name, sets, words in (
        ("summaries", people, 250), ("summaries", people, 100), ("stand-ins", others, 100)))  # fmt: skip
    return "  ".join(
        f"{name} {words}: {r1:.2f} {r2:.2f}" for name, words, each in found for r1, r2 in [np.mean(each, 0)]
    )


def main() -> None:
    """Print the methods, then the default with each constant changed."""
    people, others = list(summaries(Path(sys.argv[1]))), list(stand_ins(Path(sys.argv[2])))
    split, stage = cache(candidates), cast(Any, summary)
    stage.candidates = lambda articles: split(tuple(articles))  # no constant tried changes how texts are split
    for method in sorted(OWN):
        print(f"{method:28} {figures(people, others, method)}", flush=True)
    for module, name, values in TRIED:
        kept = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            print(f"{name + ' ' + str(value):28} {figures(people, others, 'brief')}", flush=True)
        setattr(module, name, kept)
    kept_share = position.RANK_SHARE
    for share in RANK_SHARES:
        position.RANK_SHARE = share
        for method in ("textrank", "lsa"):
            print(f"{f'RANK_SHARE {share} {method}':28} {figures(people, others, method)}", flush=True)
    position.RANK_SHARE = kept_share
    for decay in DECAYS:
        OWN["brief"] = lambda corpus, decay=decay: position.position_weights(corpus, decay)  # type: ignore[misc] # mypy cannot infer a lambda with a default
        print(f"{'DECAY ' + str(decay):28} {figures(people, others, 'brief')}", flush=True)


if __name__ == "__main__":
    main()
