"""Make the table of document frequencies that the group stage ships, from JSON Lines files of articles.

    python benchmarks/group_background.py --out briefing/group/background.tsv.gz FILE.jsonl[.gz]…

A row is an article with "text" and perhaps "title", or an event with its "articles". An article given twice (same "id"
and text) counts once. Only figures leave this script: a stem is listed where at least `--least` articles share it.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing import rows
from briefing.group.background import NO_BACKGROUND, dump
from briefing.group.tokens import tokens
from briefing.group.vectors import BODY_WORDS
from briefing.model import Article

LEAST = 2  # articles; a stem seen once tells no more than one never seen, and would triple the table


def articles_of(path: Path) -> Iterator[Article]:
    """The articles of one file; an event's row gives all of its articles."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row: dict[str, Any] = json.loads(line)
            for part, inner in enumerate(row.get("articles", [row])):
                yield rows.article({"id": f"{path.name}-{number}-{part}", **inner})


def stems_of(article: Article) -> set[str]:
    """The stems that the group stage would read of an article, in English."""
    found = tokens([replace(article, language="en")])
    numbers = {*found.titles.flat.tolist(), *found.texts.first(BODY_WORDS).flat.tolist()}
    return {found.stems[number] for number in numbers}


def main() -> None:
    """Read the files, count, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--least", type=int, default=LEAST)
    arguments = parser.parse_args()
    unique = {article.sha256: article for path in arguments.files for article in articles_of(path)}
    background = NO_BACKGROUND.plus(stems_of(unique[key]) for key in sorted(unique))
    arguments.out.write_bytes(dump(background, arguments.least))
    kept = sum(count >= arguments.least for count in background.frequencies.values())
    print(f"{background.articles} articles, {kept} stems, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
