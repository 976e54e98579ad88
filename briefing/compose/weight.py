"""Weight: how much an event matters, by who reports it independently and how new it is."""

from collections.abc import Callable, Mapping, Sequence

from briefing.model import Article, Event, Window
from briefing.text.commentary import is_commentary

# A second text by an outlet that already counts, or a comment, says that the event goes on or is talked about, not that
# it is confirmed: less than another outlet's own report. An editorial choice: four of them weigh as much as one report.
NOT_A_REPORT = 0.25
# The newest event of the window gains as much as one more independent outlet at most: between events of two and of
# three outlets the fresher one may lead, between two and five it may not.
RECENCY = 1.0
# A watch word weighs as much as two more outlets' reports: the reader said that it matters.
WATCHED = 2.0


def weight(event: Event, articles: Mapping[str, Article], window: Window, *, watched: bool = False) -> float:
    """Outlets that report it independently, plus a little for further texts, plus recency in [0, RECENCY].

    watched: whether it has a word that the reader watches for, which adds WATCHED.

    Copies never count: ten reprints of one story are one text. Length never counts either.
    """
    return _weighed(_texts(event, articles), event, window, watched, is_commentary)


def most(event: Event, articles: Mapping[str, Article], window: Window, *, watched: bool = False) -> float:
    """The weight it would have if none of its articles were commentary: no less, and told without reading a text."""
    return _weighed(_texts(event, articles), event, window, watched, lambda _: False)


def _texts(event: Event, articles: Mapping[str, Article]) -> list[Article]:
    """The event's articles that are no copies."""
    copies = {copy.article_id for copy in event.copies}
    return [articles[article_id] for article_id in event.article_ids if article_id not in copies]


def _weighed(
    texts: Sequence[Article], event: Event, window: Window, watched: bool, comments: Callable[[Article], bool]
) -> float:
    reports: set[str] = set()
    for article in texts:  # who is known to report is not asked again: of thousands of texts some hundreds are read
        name = article.outlet or article.id
        if name not in reports and not comments(article):
            reports.add(name)
    bonus = WATCHED * watched
    return bonus + len(reports) + NOT_A_REPORT * (len(texts) - len(reports)) + RECENCY * recency(event, window)


def recency(event: Event, window: Window) -> float:
    """Where in the window the event was last reported: 0 at its start, 1 at its end."""
    if event.last is None:
        return 0.0
    share = (event.last - window.start) / (window.end - window.start)
    return min(1.0, max(0.0, share))
