"""The labelled sets that grouping is judged by, loaded for the scripts that vary it; not run by itself.

Two files whose rows have their "event", and three stretches of news, labelled in `group_events.tsv` beside this script
(weeks, article, event; an article of those weeks that is not listed tells an event alone), by reading titles and
openings before anything was changed. Backgrounds are of the news of other months, so that none knows what it weighs.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.group_background import TOPICS, background_of
from benchmarks.group_levels import labelled
from briefing import rows
from briefing.group.background import Background
from briefing.model import Article

LABELS = Path(__file__).with_name("group_events.tsv")
EARLY, LATE = 17, 16  # weeks of 2020: up to the one and from the other on, to make backgrounds that know other times


@dataclass(frozen=True, slots=True)
class Labelled:
    """Articles, the event of each, and what tells how common words are."""

    name: str
    articles: Sequence[Article]
    events: dict[str, str]  # by article id
    background: Background

    def variants(self) -> Iterator["Labelled"]:
        """As it is, and without titles and dates."""
        yield self
        yield replace(self, articles=[replace(article, title="", published=None) for article in self.articles])


def labelled_sets(news_path: Path, files: Sequence[Path]) -> list[Labelled]:
    """The three stretches of the news and the files."""
    with gzip.open(news_path, "rt", encoding="utf-8") as lines:
        news = [replace(rows.article(json.loads(line)), language="en") for line in lines]
    late = background_of([article for article in news if week_of(article) >= LATE], TOPICS, 2)
    early = background_of([article for article in news if week_of(article) <= EARLY], TOPICS, 2)
    found = list(_stretches(news, late, early))
    for path in files:
        articles, events = labelled(path)
        told = {article.id: event for article, event in zip(articles, events, strict=True)}
        found.append(Labelled(path.name, articles, told, early))
    return found


def _stretches(news: Sequence[Article], late: Background, early: Background) -> Iterator[Labelled]:
    labels = [line.split("\t") for line in LABELS.read_text("utf-8").splitlines()]
    for stretch in sorted({name for name, _, _ in labels}):
        weeks = {int(part[1:]) for part in stretch.split("-")[1:]}
        event = {article_id: of for name, article_id, of in labels if name == stretch}
        articles = [article for article in news if week_of(article) in weeks]
        events = {article.id: event.get(article.id, article.id) for article in articles}
        yield Labelled(stretch, articles, events, late if min(weeks) < LATE else early)


def week_of(article: Article) -> int:
    """The ISO week."""
    return date.fromisoformat(str(article.published)[:10]).isocalendar().week
