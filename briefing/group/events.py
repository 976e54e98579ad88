"""Events: articles → groups of articles on one happening, with their copies, headline and a lasting id."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.group.background import Background
from briefing.group.crowding import LEVEL
from briefing.group.identity import new_id
from briefing.group.lasting import event_of, in_order, origins_of
from briefing.group.linkage import linkage
from briefing.group.ordering import in_content_order
from briefing.group.over import Over
from briefing.group.passes import passes
from briefing.group.tokens import Reading, read_now
from briefing.model import Article, Event


def events_of(
    articles: Sequence[Article], background: Background, over: Over = map, reading: Reading = read_now
) -> tuple[Event, ...]:
    """The events of these articles, by first time (undated last), then id.

    `over` maps the work on them, `reading` tells where their words are had from.
    """
    ordered = in_content_order(articles)
    if not ordered:
        return ()
    compared = passes(ordered, background, over, reading)
    groups = linkage(compared.near, LEVEL, compared.together)
    origins = origins_of(compared.copies)
    found = (event_of([ordered[row] for row in group], origins) for group in groups)
    return in_order(replace(event, id=new_id(event.article_ids[0])) for event in found)
