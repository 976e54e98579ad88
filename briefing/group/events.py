"""Events: articles → groups of articles on one happening, with their copies, headline and a lasting id."""

import hashlib
from collections.abc import Sequence

from briefing.group.background import Background
from briefing.group.boilerplate import boilerplate
from briefing.group.duplicates import adopt_dates, copies_of
from briefing.group.headline import headline
from briefing.group.linkage import linkage
from briefing.group.neighbours import neighbours
from briefing.group.tokens import tokens
from briefing.group.vectors import vectors
from briefing.model import Article, Copy, Event

# Groups join while their members' mean similarity is at least this. 0.145 reads best with a background that knows the
# times, 0.175 with a stale one; chosen by `benchmarks/group_levels.py` on backgrounds without the articles under test.
LEVEL = 0.16
ID_DIGITS = 12


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
    found = [_event([ordered[row] for row in group], copies) for group in groups]
    return tuple(sorted(found, key=lambda event: (event.first is None, event.first or 0, event.id)))


def _unique(articles: Sequence[Article]) -> list[Article]:
    """The articles by id, each id once: what order they came in leaves no trace."""
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (article.id, article.sha256)):
        by_id.setdefault(article.id, article)
    return list(by_id.values())


def _event(articles: Sequence[Article], copies: Sequence[Copy]) -> Event:
    members = sorted(articles, key=_by_time)
    ids = tuple(article.id for article in members)
    within = frozenset(ids)
    own_copies = tuple(copy for copy in copies if copy.article_id in within)
    times = [article.published for article in members if article.published is not None]
    return Event(
        id=event_id(members[0]),
        article_ids=ids,
        headline=headline(members, frozenset(copy.article_id for copy in own_copies)),
        first=min(times, default=None),
        last=max(times, default=None),
        copies=own_copies,
        story_id=None,
    )


def event_id(earliest: Article) -> str:
    """An event's id, of its earliest article's: what is reported later does not change it."""
    return "e" + hashlib.sha256(earliest.id.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def _by_time(article: Article) -> tuple[bool, float, str]:
    return article.published is None, article.published.timestamp() if article.published else 0.0, article.id
