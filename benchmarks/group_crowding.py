"""Choose how much surroundings count and the level at which groups join, each labelled set left out in turn.

    python benchmarks/group_crowding.py --news NEWS.jsonl.gz EVENTS.jsonl EVENTS-2020.jsonl

The sets: the two files, whose rows have their "event"; and three stretches of NEWS, labelled in `group_events.tsv`
beside this script (weeks, article, event; an article of those weeks that is not listed tells an event alone), by
reading titles and openings before anything was changed. Each is grouped as it is and without titles and dates, with a
background of the articles of NEWS from other months. Printed is the mean of B-cubed and pair F1, averaged over the
level's two neighbours on either side: for all sets, and for each set by what is best on the others.
"""

import argparse
import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.group_background import TOPICS, background_of
from benchmarks.group_levels import labelled, score
from briefing import rows
from briefing.group import crowding
from briefing.group.background import Background
from briefing.group.linkage import linkage
from briefing.group.ordering import in_content_order
from briefing.group.passes import passes
from briefing.model import Article

LABELS = Path(__file__).with_name("group_events.tsv")
SHARES = (0.0, 0.3, 0.45, 0.6, 0.75, 0.9)
LEVELS = np.arange(0.085, 0.19, 0.01)
EARLY, LATE = 17, 16  # weeks of 2020: up to the one and from the other on, to make backgrounds that know other times
Set = tuple[str, list[Article], dict[str, str], Background]


def week_of(article: Article) -> int:
    """The ISO week."""
    return date.fromisoformat(str(article.published)[:10]).isocalendar().week


def news_sets(news: list[Article], late: Background, early: Background) -> list[Set]:
    """The labelled stretches."""
    labels = [line.split("\t") for line in LABELS.read_text("utf-8").splitlines()]
    found: list[Set] = []
    for stretch in sorted({name for name, _, _ in labels}):
        weeks = {int(part[1:]) for part in stretch.split("-")[1:]}
        event = {article_id: of for name, article_id, of in labels if name == stretch}
        articles = [article for article in news if week_of(article) in weeks]
        events = {article.id: event.get(article.id, article.id) for article in articles}
        found.append((stretch, articles, events, late if min(weeks) < LATE else early))
    return found


def table(articles: list[Article], events: dict[str, str], background: Background) -> list[list[float]]:
    """For each share of the surroundings and each level, the mean of the two figures."""
    ordered = in_content_order(articles)
    gold = [events[article.id] for article in ordered]
    figures = []
    for share in SHARES:
        with patch.object(crowding, "SHARE", share):
            compared = passes(ordered, background)
        figures.append([sum(score(gold, linkage(compared.near, at, compared.together))) / 2 for at in LEVELS])
    return figures


def main() -> None:
    """Read, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    arguments = parser.parse_args()
    with gzip.open(arguments.news, "rt", encoding="utf-8") as lines:
        news = [replace(rows.article(json.loads(line)), language="en") for line in lines]
    late = background_of([article for article in news if week_of(article) >= LATE], TOPICS, 2)
    early = background_of([article for article in news if week_of(article) <= EARLY], TOPICS, 2)
    sets = news_sets(news, late, early)
    for path in arguments.files:
        articles, events = labelled(path)
        sets.append((path.name, articles, {a.id: e for a, e in zip(articles, events, strict=True)}, early))
    smooth = np.array([0.25, 0.5, 0.25])
    figures: dict[str, list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]] = {}
    for name, articles, gold, background in sets:
        bare = [replace(article, title="", published=None) for article in articles]
        for variant in (articles, bare):
            found = np.array(table(variant, gold, background))
            figures.setdefault(name, []).append(np.apply_along_axis(np.convolve, 1, found, smooth, "valid"))
    means = {name: np.mean(parts, axis=0) for name, parts in figures.items()}
    levels = LEVELS[1:-1]
    print("share" + "".join(f"{at:8.3f}" for at in levels))
    for share, line in zip(SHARES, np.mean(list(means.values()), axis=0), strict=True):
        print(f"{share:5}" + "".join(f"{value:8.4f}" for value in line))
    for name, own in means.items():
        others = np.mean([value for other, value in means.items() if other != name], axis=0)
        at = np.unravel_index(others.argmax(), others.shape)
        chosen = f"share {SHARES[at[0]]} level {levels[at[1]]:.3f}"
        print(f"{name}: by the others {chosen} reads {own[at]:.4f}, its best {own.max():.4f}")


if __name__ == "__main__":
    main()
