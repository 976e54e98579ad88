"""Crossing: outlets by events, who reported which; to be drawn where a line under each headline does not show it."""

from collections import Counter

from briefing.model import Brief
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.view import Row

# An outlet with one event stands under that event's headline; what a picture shows is who reports on several. Of two
# weeks of 56 and 55 outlets ten and eleven are left, and half of a fortnight's seven.
EVENTS_MIN = 2
ROWS_MAX = 12  # more would be a page of its own; those with most events stay


def crossing(brief: Brief) -> tuple[Row, ...]:
    """The outlets that report on two events or more, those with most first; empty where fewer than two do."""
    found: dict[str, Counter[int]] = {}
    articles = {article.id: article for article in brief.articles}
    for number, section in enumerate(brief.sections):
        for article_id in section.event.article_ids:
            name = folded(articles[article_id].outlet or "") if article_id in articles else ""
            if name:
                found.setdefault(name, Counter())[number] += 1
    several = [(name, told) for name, told in found.items() if len(told) >= EVENTS_MIN]
    several.sort(key=lambda row: (-len(row[1]), -row[1].total(), row[0].casefold()))
    rows = [_row(name, told, len(brief.sections)) for name, told in several[:ROWS_MAX]]
    return tuple(rows) if len(rows) >= EVENTS_MIN else ()


def _row(name: str, told: Counter[int], events: int) -> Row:
    words = [f"{count(told[number], 'article')} on event {number + 1}" for number in range(events) if told[number]]
    return Row(name, tuple(told[number] for number in range(events)), ", ".join(words))
