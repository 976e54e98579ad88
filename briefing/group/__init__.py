"""Group: which articles are copies of one text, which tell one event. Articles → `Event`s."""

from collections.abc import Sequence

from briefing.model import Article, Event


def group(articles: Sequence[Article]) -> tuple[Event, ...]:
    """The events of these articles; each article is in exactly one, whatever order they came in."""
    raise NotImplementedError
