"""What is learnt to be an outlet's furniture, to be read by hand; and how often the background of news is mistaken.


ROWS is JSON Lines of articles (.gz or not). First every paragraph that is learnt is printed, by outlet. Then paragraphs
of news are put, one at a time, into up to nine articles of their outlet that name the same name, as the background of a
running story would be, and those that are learnt nevertheless are counted and printed.

    python benchmarks/clean_learnt.py ROWS
"""

import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.clean.learnt import PARAGRAPH_BREAK, key, learnt
from briefing.model import Article, RawDocument
from briefing.read import read

SEED = 2
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
FEWEST_ARTICLES, FOLLOW_UPS, OTHERS, TRIALS = 30, 9, 30, 40
FEWEST_WORDS, MOST_WORDS = 12, 80
SHOWN = 150


def articles(path: Path) -> dict[str, list[Article]]:
    """By outlet, the articles of a file."""
    by_outlet: dict[str, dict[str, Article]] = defaultdict(dict)
    for document in read([path], fetched_at=datetime.now(UTC)):
        article = clean(document)[0] if isinstance(document, RawDocument) else None
        if article and article.outlet:
            by_outlet[article.outlet][article.id] = article
    return {outlet: list(found.values()) for outlet, found in sorted(by_outlet.items())}


def trials(own: Sequence[Article], chance: random.Random) -> Iterator[tuple[str, list[Article]]]:
    """Paragraphs of news, each with the outlet's articles as they were if it were the background of several."""
    texts = {article.id: f"{article.title}\n{article.text}" for article in own}
    for article in chance.sample(own, len(own)):
        for paragraph in article.text.split(PARAGRAPH_BREAK):
            if not FEWEST_WORDS <= paragraph.count(" ") < MOST_WORDS:
                continue
            naming = ([each for each in own if name in texts[each.id]] for name in NAME.findall(paragraph))
            others = next((found for found in naming if 6 <= len(found) <= 0.4 * len(own)), None)
            if others:
                after = [replace(a, text=f"{a.text}{PARAGRAPH_BREAK}{paragraph}") for a in others if a is not article]
                told = {each.id for each in after[:FOLLOW_UPS]} | {article.id}
                yield paragraph, [*after[:FOLLOW_UPS], article, *[a for a in own if a.id not in told][:OTHERS]]
                break


def main(path: Path) -> None:
    """Print both."""
    outlets = articles(path)
    started, found = time.process_time(), 0
    for outlet, own in outlets.items():
        for phrase in learnt(own):
            found += 1
            print(f"{outlet} | {phrase.shown[:SHOWN]}")
    seconds = time.process_time() - started
    print(f"{found} paragraphs learnt from {sum(map(len, outlets.values()))} articles in {seconds:.1f} s\n")
    chance, tried, mistaken = random.Random(SEED), 0, 0  # noqa: S311 a draw for a measurement, repeated by its seed
    for outlet, own in outlets.items():
        if len(own) >= FEWEST_ARTICLES:
            for _, (paragraph, batch) in zip(range(TRIALS), trials(own, chance), strict=False):
                tried += 1
                if key(paragraph) in {phrase.key for phrase in learnt(batch)}:
                    mistaken += 1
                    print(f"mistaken: {outlet} | {paragraph[:SHOWN]}")
    print(f"{mistaken} of {tried} paragraphs of news were learnt as furniture")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
