"""Events: articles → groups of articles on one happening, with their copies, headline and a lasting id."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.group.background import Background
from briefing.group.boilerplate import boilerplate
from briefing.group.duplicates import adopt_dates, copies_of
from briefing.group.identity import new_id
from briefing.group.lasting import event_of, in_order, origins_of
from briefing.group.linkage import linkage
from briefing.group.neighbours import neighbours
from briefing.group.tokens import tokens
from briefing.group.vectors import vectors
from briefing.model import Article, Event

# Groups join while their members' mean similarity is at least this. 0.145 reads best with a background that knows the
# times, 0.175 with a stale one; chosen by `benchmarks/group_levels.py` on backgrounds without the articles under test.
LEVEL = 0.16


def events_of(articles: Sequence[Article], background: Background) -> tuple[Event, ...]:
    """The events of these articles, by first time (undated last), then id."""
    ordered = _unique(articles)
    if not ordered:
        return ()
    read = tokens(ordered)
    repeated = boilerplate(ordered, read)
    copies = copies_of(ordered, read, repeated)
    row_of = {article.id: row for row, article in enumerate(ordered)}
    together = [(row_of[copy.origin_id], row_of[copy.article_id]) for copy in copies]
    near = neighbours(adopt_dates(ordered, copies), copies, vectors(read, repeated, background))
    groups = linkage(near, LEVEL, together)
    origins = origins_of(copies)
    found = (event_of([ordered[row] for row in group], origins) for group in groups)
    return in_order(replace(event, id=new_id(event.article_ids[0])) for event in found)


def _unique(articles: Sequence[Article]) -> list[Article]:
    """The articles by id, each id once: what order they came in leaves no trace."""
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (article.id, article.sha256)):
        by_id.setdefault(article.id, article)
    return list(by_id.values())
