"""Stories: how many pairs of labelled events are found to be of one story, and the stories of some weeks, to be read.

usage: group_stories.py GOLD.json SEEDS [ARTICLES.jsonl[.gz] FIRST LAST] [--labels NEWS.jsonl.gz]

GOLD and SEEDS are the labels of the sample articles and the samples. With ARTICLES, as `brief pipe group` takes them,
the stories of those from the day FIRST to the day before LAST are printed, the longest first. With --labels, of the
pairs of events in `group_stories.tsv` beside this script (whether the later follows from the earlier, by reading; their
articles in NEWS), how many of either kind are as like each other as each level asks.
"""

import gzip
import json
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing import rows
from briefing.clean import clean
from briefing.group import group, stories
from briefing.group.background import shipped
from briefing.group.lasting import event_of
from briefing.group.stories import stories as stories_of
from briefing.group.tokens import tokens
from briefing.model import Article, Event, RawDocument
from briefing.read import read

NOW = datetime(2030, 1, 1, tzinfo=UTC)
LEVELS = (0.22, 0.24, 0.26, 0.28, 0.30, 0.33)


def labelled(gold_path: Path, seeds: Path) -> tuple[list[Event], dict[str, Article], dict[str, int]]:
    """The labelled events, their articles by id, and the number of the story that each event is of."""
    gold = json.loads(gold_path.read_text("utf-8"))
    known: dict[str, Article] = {}
    for document in read([seeds], fetched_at=NOW):
        if isinstance(document, RawDocument):
            article, _ = clean(document)
            if article:
                name = Path(document.path or "").name
                known[name] = known[f"{name}#{document.part}"] = article
    story = {name: number for number, names in enumerate(gold["stories"]) for name in names}
    events = []
    of_story = {}
    for number, names in enumerate(gold["events"]):
        event = replace(event_of([known[name] for name in names], {}), id=f"e{number:03}")
        events.append(event)
        if names[0] in story:
            of_story[event.id] = story[names[0]]
    return events, {article.id: article for article in known.values()}, of_story


def pairs(homes: dict[str, str] | dict[str, int]) -> set[tuple[str, str]]:
    """The pairs of what is in one home."""
    return {(one, other) for one in homes for other in homes if one < other and homes[one] == homes[other]}


def shown(path: Path, first: str, last: str) -> None:
    """Print the stories of some weeks."""
    lines = (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8")
    with lines:
        batch = [rows.article(row) for row in map(json.loads, lines) if first <= str(row["published"]) < last]
    events = {event.id: event for event in group(batch)}
    found: dict[str, list[Event]] = {}
    for event_id, story_id in stories_of(list(events.values()), {a.id: a for a in batch}, {}).items():
        found.setdefault(story_id, []).append(events[event_id])
    for story in sorted(found.values(), key=lambda story: -len(story)):
        print(f"-- {len(story)} events")
        for event in story:
            print(f"   {event.first:%Y-%m-%d} {len(event.article_ids):3} {event.headline}")


def judged(news: Path) -> None:
    """Print how the labelled pairs of events lie on either side of the levels."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        known = {each.id: each for each in (replace(rows.article(json.loads(line)), language="en") for line in lines)}
    pairs = [line.split("\t") for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()]
    events = {ids: event_of([known[each] for each in ids.split()], {}) for _, *both in pairs for ids in both}
    ordered = sorted(events, key=lambda ids: (str(events[ids].first), ids))
    row_of = {ids: row for row, ids in enumerate(ordered)}
    texts = [stories._texts(events[ids], known) for ids in ordered]
    stories.LEVEL = min(LEVELS)
    alike = stories._likeness(texts, shipped(), tokens)
    for level in LEVELS:
        found = Counter(
            kind
            for kind, one, other in pairs
            if (likeness := alike.get((max(row_of[one], row_of[other]), min(row_of[one], row_of[other])), 0.0))
            and likeness * stories._left(events[one], events[other]) >= level
        )
        print(f"level {level:.2f}: {dict(found)} of {dict(Counter(kind for kind, _, _ in pairs))}")


def main() -> None:
    """Print what was asked for."""
    events, articles, of_story = labelled(Path(sys.argv[1]), Path(sys.argv[2]))
    gold = pairs(of_story)
    for level in LEVELS:
        stories.LEVEL = level
        found = pairs(stories_of(events, articles, {}))
        print(f"level {level:.2f}: {len(found & gold)} of {len(gold)} pairs right, {len(found - gold)} wrong")
    stories.LEVEL = 0.26
    if "--labels" in sys.argv:
        judged(Path(sys.argv[-1]))
    elif len(sys.argv) > 3:
        shown(Path(sys.argv[3]), sys.argv[4], sys.argv[5])


if __name__ == "__main__":
    main()
