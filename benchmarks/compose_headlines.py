"""Which headline a section has, by the bounds of `briefing/compose/headline.py`: what each neighbour would change.

    python -m benchmarks.compose_headlines BRIEFING.json ...

Takes briefings as `brief make --format json` writes them. For each bound and each of its neighbours it prints how many
sections' headlines differ from those the shipped bounds give, and each of them, to be read.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from briefing.compose import headline as module
from briefing.group.headline import headline
from briefing.model import Article, Event
from briefing.rows import article

FIELDS = ("id", "title", "text", "url", "outlet", "published", "language")
NEIGHBOURS: Mapping[str, tuple[float, ...]] = {
    "KEPT": (0.3, 0.5), "BETTER": (0.5, 0.7), "LOUD": (0.5, 1.5, 2.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One section: its event, its articles and its key sentences."""

    event: Event
    members: tuple[Article, ...]
    sentences: tuple[str, ...]


def main() -> None:
    """Print what each neighbour changes."""
    told = [each for name in sys.argv[1:] for each in sections(json.loads(Path(name).read_text("utf-8")))]
    shipped = headlines(told)
    print(f"{len(told)} sections of two articles and more")
    for bound, values in NEIGHBOURS.items():
        for value in values:
            with patch.object(module, bound, value):
                other = headlines(told)
            changed = [(old, new) for old, new in zip(shipped, other, strict=True) if old != new]
            print(f"{bound} {value}: {len(changed)} others")
            for old, new in changed:
                print(f"    {old}\n    → {new}")


def sections(briefing: Mapping[str, Any]) -> Iterator[Told]:
    """The sections of a briefing that have a headline to choose."""
    rows = {row["id"]: row for row in briefing["articles"]}
    for section in briefing["sections"]:
        event = section["event"]
        members = tuple(article({key: rows[each][key] for key in FIELDS}) for each in event["article_ids"])
        last = datetime.fromisoformat(event["last"]) if event["last"] else None
        if len(members) > 1:
            sentences = tuple(each["place"]["text"] for each in section["sentences"])
            first = headline(members, frozenset(copy["article_id"] for copy in event["copies"]))
            told = Event(event["id"], tuple(event["article_ids"]), first, last, last, (), None)
            yield Told(told, members, sentences)


def headlines(told: list[Told]) -> list[str]:
    """The headline of each section."""
    return [module.borne_out(each.event, each.members, each.sentences) for each in told]


if __name__ == "__main__":
    main()
