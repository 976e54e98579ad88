"""What each constant of the stage is worth: ROUGE-1 and -2 recall with one value changed at a time.

    python benchmarks/summarise_tune.py SUMMARIES.jsonl

SUMMARIES.jsonl: one event a line with "articles" (rows of articles) and "references" (texts). Every line printed shows
the figures at 250, 170 and 100 words; a constant is well chosen where its neighbours read nearly the same.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rouge_score import rouge_scorer

from briefing import rows
from briefing.model import Article
from briefing.summarise import selection, summarise, summary, target
from briefing.summarise.methods import position
from briefing.summarise.registry import OWN

BUDGETS = (250, 170, 100)
TRIED: Sequence[tuple[Any, str, Sequence[float]]] = (
    (target, "PAIR_SHARE", (0.15, 0.4, 0.5, 0.8)),
    (target, "SPREAD_POWER", (0.0, 0.4, 0.7)),
    (target, "ARTICLE_POWER", (0.5, 0.9, 1.0)),
    (target, "LEAST_SHARE", (0.0, 0.06, 0.1)),
    (target, "FORECAST_RARITY", (0.0, 0.15, 0.5)),
    (target, "TITLE_SHARE", (0.0, 0.3, 0.5)),
    (selection, "SAME_FACT", (0.5, 0.6, 0.8, 1.1)),
    (selection, "FEWEST_SHARED", (4, 6, 8)),
    (selection, "SAME_WORDS", (0.55, 0.8)),
    (selection, "HANDICAP", (0.0, 0.0025, 0.01, 0.02)),
    (selection, "ROOM_LEFT", (0.0, 0.1, 0.5)),
    (selection, "LOSS_BORNE", (0.0, 0.02, 0.1)),
    (selection, "STARTS", (0, 2, 8)),
    (selection, "MOST_EXCHANGES", (0, 1, 8)),
    (selection, "POOL", (100, 400)),
    (summary, "REACH_ARTICLES", (1, 5, 20)),
    (summary, "REACH_WORDS", (50, 200, 1000)),
)
Topic = tuple[list[Article], list[str]]


def figures(topics: Sequence[Topic], method: str) -> str:
    """ROUGE-1/-2 recall in per cent at each budget."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    found = []
    for budget in BUDGETS:
        totals = [0.0, 0.0]
        for articles, references in topics:
            texts = {article.id: article.text for article in articles}
            extracts = summarise(articles, words=budget, method=method)
            chosen = " ".join(extract.span.of(texts[extract.article_id]) for extract in extracts)
            for reference in references:
                scores = scorer.score(" ".join(reference.split()[:budget]), chosen)
                for i, name in enumerate(("rouge1", "rouge2")):
                    totals[i] += scores[name].recall / len(references) / len(topics)
        found.append(f"{budget}: {100 * totals[0]:.2f} {100 * totals[1]:.2f}")
    return "  ".join(found)


def main() -> None:
    """Print the methods, then the default with each constant changed."""
    topics = []
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        topic = json.loads(line)
        topics.append(([rows.article(row) for row in topic["articles"]], topic["references"]))
    for method in sorted(OWN):
        print(f"{method:28} {figures(topics, method)}", flush=True)
    for module, name, values in TRIED:
        kept = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            print(f"{name + ' ' + str(value):28} {figures(topics, 'brief')}", flush=True)
        setattr(module, name, kept)
    kept_share = position.RANK_SHARE
    for share in (0.0, 0.2, 0.3, 0.5):
        position.RANK_SHARE = share
        for method in ("textrank", "lsa"):
            print(f"{f'RANK_SHARE {share} {method}':28} {figures(topics, method)}", flush=True)
    position.RANK_SHARE = kept_share
    for decay in (0.75, 1.25, 1.5):
        OWN["brief"] = lambda corpus, decay=decay: position.position_weights(corpus, decay)  # type: ignore[misc] # mypy cannot infer a lambda with a default
        print(f"{'DECAY ' + str(decay):28} {figures(topics, 'brief')}", flush=True)


if __name__ == "__main__":
    main()
