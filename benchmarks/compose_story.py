"""How alike events of two windows are: what `briefing.compose.story.SAME_STORY` was chosen by.

usage: compose_story.py FIRST.jsonl SECOND.jsonl [--gold GOLD.json SEEDS]

Articles as `brief pipe group` takes them; prints each event of the second window with its likest of the first, likest
first. With --gold the labelled stories of the seeds are told from other pairs.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.compose.story import cosine, vectors
from briefing.group import group
from briefing.model import Article, RawDocument
from briefing.read import read

NOW = datetime(2030, 1, 1, tzinfo=UTC)
SHOWN = 60


def articles(path: Path) -> list[Article]:
    """The articles in a file or folder, cleaned."""
    documents = [each for each in read([path], fetched_at=NOW) if isinstance(each, RawDocument)]
    return [article for article, _ in map(clean, documents) if article]


def labelled(path: Path, seeds: Path) -> None:
    """Print how alike labelled events of the seeds' two weeks are."""
    gold = json.loads(path.read_text("utf-8"))
    known = {}
    for each in read([seeds], fetched_at=NOW):
        if isinstance(each, RawDocument):
            article, _ = clean(each)
            name = Path(each.path or "").name + (f"#{each.part}" if each.part else "")
            if article:
                known[name] = article
    events = [[known[name] for name in names if name in known] for names in gold["events"]]
    days = [min((a.published for a in event if a.published), default=None) for event in events]
    stories = {name: number for number, names in enumerate(gold["stories"]) for name in names}
    made = vectors(events)
    middle = datetime(2026, 5, 18, tzinfo=UTC)
    rows = []
    for i, names in enumerate(gold["events"]):
        for j, others in enumerate(gold["events"]):
            early, late = days[i], days[j]
            if early and late and early < middle <= late:
                same = stories.get(names[0], -1) == stories.get(others[0], -2)
                rows.append((cosine(made[i], made[j]), same, names[0], others[0]))
    for value, same, one, other in sorted(rows, reverse=True)[:25]:
        print(f"{value:.2f} {'STORY' if same else '     '} {one} / {other}")


def main() -> None:
    """Print what was asked for."""
    if "--gold" in sys.argv:
        at = sys.argv.index("--gold")
        labelled(Path(sys.argv[at + 1]), Path(sys.argv[at + 2]))
    if len(sys.argv) < 3 or sys.argv[1].startswith("--"):
        return
    weeks = [articles(Path(name)) for name in sys.argv[1:3]]
    events = [group(week) for week in weeks]
    known = {article.id: article for week in weeks for article in week}
    made = vectors([[known[i] for i in event.article_ids] for found in events for event in found])
    early, late = made[: len(events[0])], made[len(events[0]) :]
    rows = []
    for event, vector in zip(events[1], late, strict=True):
        value, index = max((cosine(vector, other), number) for number, other in enumerate(early))
        rows.append((value, event.headline, events[0][index].headline))
    for value, ours, theirs in sorted(rows, reverse=True)[:SHOWN]:
        print(f"{value:.2f} {ours}\n     {theirs}")


main()
