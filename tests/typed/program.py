"""From files to a verified page by the stages' public functions alone: `python program.py FOLDER`."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.group import copies, group
from briefing.model import Article, Copy, Event, Extract, Problem, Quote, RawDocument
from briefing.quote import PRINT_CONFIDENCE, quote
from briefing.read import read
from briefing.summarise import summarise


def articles_in(folder: Path, now: datetime) -> tuple[list[Article], list[Problem]]:
    """What can be read in a folder, and what cannot."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in read([folder], fetched_at=now):
        if isinstance(found, RawDocument):
            article, faults = clean(found)
            problems.extend(faults)
            if article is not None:
                articles.append(article)
        else:
            problems.append(found)
    return articles, problems


def told(event: Event, articles: Mapping[str, Article]) -> str:
    """An event in a headline, a sentence and a quotation."""
    own = [articles[each] for each in event.article_ids]
    repeated: tuple[Copy, ...] = event.copies
    chosen: tuple[Extract, ...] = summarise(own, words=40, copies=repeated)
    said: list[Quote] = [each for article in own for each in quote(article) if each.confidence >= PRINT_CONFIDENCE]
    lines = [event.headline, *(each.span.of(articles[each.article_id].text) for each in chosen)]
    lines += [f"{each.speaker}: {each.span.of(articles[each.article_id].text)}" for each in said[:1]]
    return "\n".join(lines)


def main(folder: Path) -> int:
    """Print every event; how many inputs could not be read."""
    articles, problems = articles_in(folder, datetime.now(UTC))
    by_id = {article.id: article for article in articles}
    for event in group(articles):
        sys.stdout.write(told(event, by_id) + "\n\n")
    sys.stdout.write(f"{len(articles)} articles, {len(copies(articles))} copies\n")
    return len(problems)


if __name__ == "__main__":
    sys.exit(min(1, main(Path(sys.argv[1]))))
