"""Events: articles → groups of articles on one happening, with their copies, headline and a lasting id."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.group.background import Background
from briefing.group.identity import new_id
from briefing.group.lasting import event_of, in_order, origins_of
from briefing.group.linkage import linkage
from briefing.group.passes import passes
from briefing.model import Article, Event


def events_of(articles: Sequence[Article], background: Background) -> tuple[Event, ...]:
    """The events of these articles, by first time (undated last), then id."""
    ordered = _unique(articles)
    if not ordered:
        return ()
    compared = passes(ordered, background)
    groups = linkage(compared.near, compared.level, compared.together)
    origins = origins_of(compared.copies)
    found = (event_of([ordered[row] for row in group], origins) for group in groups)
    return in_order(replace(event, id=new_id(event.article_ids[0])) for event in found)


def _unique(articles: Sequence[Article]) -> list[Article]:
    """The articles by id, each id once: what order they came in leaves no trace."""
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (article.id, article.sha256)):
        by_id.setdefault(article.id, article)
    return list(by_id.values())
