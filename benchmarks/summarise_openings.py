"""How many chosen sentences of real weeks open by leaning on another one, and the sentences themselves to read.

    python benchmarks/summarise_openings.py NEWS.jsonl[.gz] [WORDS] [SHOW]

Articles of one week whose titles share two rare words stand in for events; each gets WORDS words (100). A sentence
counts as dangling when its first words are on a list that is deliberately blunter than the package's own rules, so
that the figure does not merely repeat them. SHOW chosen sentences are printed.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from briefing import rows
from briefing.model import Article
from briefing.summarise import summarise
from briefing.text.words import words

BLUNT = re.compile(
    r"[\"“‘(]*(?:(?:He|She|They|It|His|Her|Their|Its|Him|Them|This|That|These|Those|But|And|Or|So|Yet|Also|However|Meanwhile|"
    r"Then|Thus|Therefore|Still|Instead|Moreover|Furthermore|Nevertheless|Such|Both|Others?|Another)\b"
    r"|The (?:move|decision|announcement|comments?|remarks?|statement|pair|two|latter|former|same)\b)"
)  # "This week" counts too
RARE = 12  # titles of the week at most that a word which joins two articles stands in
SHARED_WORDS = 2
LARGEST = 12  # articles of one stand-in event
BUDGET = 100  # words an event


def read_weeks(path: Path) -> Iterator[list[Article]]:
    """The articles of each ISO week, dated ones only."""
    weeks = defaultdict(list)
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = rows.article(json.loads(line))
            if article.published:
                weeks[article.published.isocalendar()[:2]].append(article)
    yield from (weeks[week] for week in sorted(weeks))


def stand_in_events(articles: list[Article]) -> list[list[Article]]:
    """Articles whose titles share rare words, first come first served."""
    titles = [frozenset(words(article.title)) for article in articles]
    common = Counter(word for title in titles for word in title)
    rare = [frozenset(word for word in title if common[word] <= RARE) for title in titles]
    free = list(range(len(articles)))
    events = []
    while free:
        first = free[0]
        event = [i for i in free if i == first or len(rare[first] & rare[i]) >= SHARED_WORDS][:LARGEST]
        events.append([articles[i] for i in event])
        free = [i for i in free if i not in event]
    return events


def main() -> None:
    """Print the share of dangling openings, and as many sentences as asked."""
    budget = int(sys.argv[2]) if len(sys.argv) > 2 else BUDGET
    show = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    chosen = []
    events = empty = 0
    for week in read_weeks(Path(sys.argv[1])):
        for event in stand_in_events(week):
            texts = {article.id: article.text for article in event}
            extracts = summarise(event, words=budget)
            events, empty = events + 1, empty + (not extracts)
            chosen += [extract.span.of(texts[extract.article_id]) for extract in extracts]
    dangling = [sentence for sentence in chosen if BLUNT.match(sentence)]
    print(f"events={events} empty={empty} sentences={len(chosen)} dangling={len(dangling) / max(1, len(chosen)):.4f}")
    step = max(1, len(chosen) // show) if show else len(chosen) + 1
    print("\n".join(chosen[step - 1 :: step]))
    print("\n".join(f"DANGLING {sentence}" for sentence in dangling[: show // 5]))


if __name__ == "__main__":
    main()
