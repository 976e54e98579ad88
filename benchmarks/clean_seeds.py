"""What an editor finds in a folder of articles, and what cleaning finds: titles, outlets, authors, dates, text.

The folder holds the articles and a `gold.json`: {"articles": {FILE: {"title", "outlet", "author", "published",
"partial_date", "url"}}, "never_in_the_text": [...]}. A field that is missing is not asked for.

    python benchmarks/clean_seeds.py FOLDER
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.clean import clean
from briefing.model import Article, RawDocument
from briefing.read import read


def misses(article: Article | None, gold: dict[str, Any], never: list[str]) -> Iterator[str]:
    """What differs from the editor's finding, in words."""
    if article is None:
        yield "no article"
        return
    found = {
        "title": article.title or None,
        "outlet": article.outlet,
        "author": article.authors[0] if article.authors else None,
        "published": article.published.date().isoformat() if article.published else None,
        "partial_date": article.partial_date,
        "url": article.url,
    }
    for field, value in found.items():
        if field in gold and gold[field] != value:
            yield f"{field} is {value!r}, not {gold[field]!r}"
    for words in never:
        if words in article.text:
            yield f"{words!r} is in the text"


def main() -> None:
    """Print every miss and the count; exit 1 where there is one."""
    folder = Path(sys.argv[1])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    total = 0
    for name, expected in gold["articles"].items():
        for document in read([folder / name], fetched_at=datetime.now(UTC)):
            article = clean(document)[0] if isinstance(document, RawDocument) else None
            for miss in misses(article, expected, gold["never_in_the_text"]):
                print(f"{name}: {miss}")
                total += 1
    print(f"seeds articles={len(gold['articles'])} misses={total}")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
