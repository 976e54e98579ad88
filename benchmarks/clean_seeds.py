"""What an editor finds in a folder of articles, and what cleaning finds: titles, outlets, authors, dates, text.

The folder holds the articles; the editor's findings stand in its `gold.json` or in the file named second:
{"articles": {FILE or FILE#LINE: {"title", "outlet", "author" or "authors", "published", "partial_date", "url",
"origin"}}, "never_in_the_text": [...], "text": {FILE: [BEGINNING, END]}}. A field that is missing is not asked for.

    python benchmarks/clean_seeds.py FOLDER [GOLD]
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


def misses(article: Article | None, gold: dict[str, Any], never: list[str], ends: list[str]) -> Iterator[str]:
    """What differs from the editor's finding, in words."""
    if article is None:
        yield "no article"
        return
    found = {
        "title": article.title or None,
        "outlet": article.outlet,
        "author": article.authors[0] if article.authors else None,
        "authors": list(article.authors),
        "partial_date": article.partial_date,
        "url": article.url,
        "origin": article.origin,
    }
    for field, value in found.items():
        if field in gold and gold[field] != value:
            yield f"{field} is {value!r}, not {gold[field]!r}"
    if "published" in gold and not same_time(article.published, gold["published"]):
        yield f"published is {article.published}, not {gold['published']}"
    yield from (f"{words!r} is in the text" for words in never if words in article.text)
    if ends and not (article.text.startswith(ends[0]) and article.text.endswith(ends[1])):
        yield f"the text is {article.text[:60]!r} ... {article.text[-60:]!r}"


def same_time(found: datetime | None, gold: str | None) -> bool:
    """Whether two times are one, as far as the editor's goes."""
    if found is None or gold is None:
        return found is None and gold is None
    stated = datetime.fromisoformat(gold)
    return stated.replace(tzinfo=stated.tzinfo or UTC) == found


def main() -> None:
    """Print every miss and the count; exit 1 where there is one."""
    folder = Path(sys.argv[1])
    gold_file = Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "gold.json"
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    total = 0
    for document in read([folder], fetched_at=datetime.now(UTC)):
        if not isinstance(document, RawDocument):
            continue
        name = Path(document.source).name + (f"#{document.part}" if document.part else "")
        if name in gold["articles"]:
            ends = gold.get("text", {}).get(name, [])
            for miss in misses(clean(document)[0], gold["articles"][name], gold["never_in_the_text"], ends):
                print(f"{name}: {miss}")
                total += 1
    print(f"seeds articles={len(gold['articles'])} misses={total}")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
