"""Group: which articles are copies of one text, which tell one event. Articles → `Event`s."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from briefing.model import Article, Event

if TYPE_CHECKING:
    from briefing.group.background import NO_BACKGROUND, Background
    from briefing.group.duplicates import adopt_dates, copies
    from briefing.group.explanation import Reason
    from briefing.group.over import Over
    from briefing.group.tokens import Reading

# Imported when they are asked for: who only wants a module beside them need not wait for NumPy and SciPy.
HOMES = {
    "NO_BACKGROUND": "background",
    "Background": "background",
    "Reason": "explanation",
    "adopt_dates": "duplicates",
    "copies": "duplicates",
}

__all__ = ["NO_BACKGROUND", "Background", "Reason", "adopt_dates", "copies", "explain", "group"]


def __getattr__(name: str) -> object:
    """The names of `HOMES`, from their modules (PEP 562)."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def group(
    articles: Sequence[Article],
    *,
    background: "Background | None" = None,
    recent: Sequence[Article] = (),
    over: "Over" = map,
    reading: "Reading | None" = None,
) -> tuple[Event, ...]:
    """The events of these articles; each article is in exactly one, whatever order they came in.

    An event's id comes from its earliest article, so it stays when later articles join. `background`: how common terms
    are elsewhere; None takes what ships with the package. `recent`: articles that came before, which tell how common
    terms are at the time and are grouped with nothing. `over`: maps what is done article by article, as the builtin
    `map` does; the events are the same with any. `reading`: where the words of articles are had from; None: they are
    read now. Never raises on any text.
    """
    from briefing.group.background import shipped
    from briefing.group.events import events_of
    from briefing.group.recent import with_recent
    from briefing.group.tokens import read_now

    words = reading or read_now
    known = with_recent(shipped() if background is None else background, recent, over, words)
    return events_of(articles, known, over, words)


def explain(
    articles: Sequence[Article],
    event: Event,
    *,
    background: "Background | None" = None,
    recent: Sequence[Article] = (),
) -> "tuple[Reason, ...]":
    """Why the articles of an event are together: for each its nearest companion and the words they share, by id.

    `articles` are those the event was grouped among, `recent` what came before them. An event of one article needs no
    reason.
    """
    from briefing.group.background import shipped
    from briefing.group.explanation import reasons
    from briefing.group.recent import with_recent

    known = with_recent(shipped() if background is None else background, recent)
    return reasons(articles, frozenset(event.article_ids), known)
