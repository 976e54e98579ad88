"""What compose's thresholds were read on: pairs of key sentences that may say the same, and figures that may differ.

usage: compose_reading.py BRIEFING.json...      pairs of sentences (`CONTAINED` in briefing/compose/redundancy.py)
       compose_reading.py --figures SOURCE...   figures of every event (`SHARED_…` in briefing/compose/figures.py)

The first prints every pair above SHOWN with its share, in one section or across; the second each difference with the
words around each figure. Both are for reading: there are no labels but those an editor gives.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.compose.figures import differences
from briefing.compose.redundancy import share, statement
from briefing.group import group
from briefing.model import RawDocument
from briefing.read import read

SHOWN = 0.4
AROUND = 60  # characters on either side of a figure
NOW = datetime(2030, 1, 1, tzinfo=UTC)


def pairs(path: Path) -> None:
    """Print pairs of key sentences of a briefing, the likest first."""
    sections = json.loads(path.read_text("utf-8"))["sections"]
    told = [
        (number, line["place"]["text"], statement(line["place"]["text"], "en"))
        for number, section in enumerate(sections)
        for line in section["sentences"]
    ]
    rows = [
        (share(said, other), "in one section" if here == there else "across", text, words)
        for here, text, said in told
        for there, words, other in told
        if text != words and share(said, other) >= SHOWN
    ]
    for value, where, text, words in sorted(rows, reverse=True):
        print(f"{value:.2f} {where}\n     {text}\n     {words}")


def figures(path: Path) -> None:
    """Print the figures that differ, event by event."""
    found = [clean(each)[0] for each in read([path], fetched_at=NOW) if isinstance(each, RawDocument)]
    articles = {each.id: each for each in found if each}
    for event in group(tuple(articles.values())):
        for difference in differences(event, articles):
            print(f"{difference.what}: {event.headline}")
            for place in difference.figures:
                text, span = articles[place.article_id].text, place.span
                around = text[max(0, span.start - AROUND) : span.end + AROUND].replace("\n", " ")
                print(f"     [{span.of(text)}] {around}")


if "--figures" in sys.argv:
    for name in sys.argv[2:]:
        figures(Path(name))
else:
    for name in sys.argv[1:]:
        pairs(Path(name))
