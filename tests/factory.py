"""Small makers of the nouns, so that a test names only what it is about."""

from datetime import UTC, date, datetime, timedelta

from briefing.model import Article, Copy, Event, Extract, Quote, Span, Window
from briefing.rows import digest

MONDAY = datetime(2026, 5, 11, tzinfo=UTC)
WEEK = Window("2026-W20", "week", MONDAY, MONDAY + timedelta(days=7), date(2026, 5, 11), date(2026, 5, 17))


def article(
    article_id: str = "a00000000001",
    text: str = "The mayor of Harnby opened the bridge on Monday.",
    *,
    title: str = "Harnby bridge opens",
    outlet: str | None = "Harnby Courier",
    published: datetime | None = MONDAY,
) -> Article:
    """An article about which only what is given matters."""
    return Article(
        id=article_id,
        title=title,
        text=text,
        url=None,
        outlet=outlet,
        authors=(),
        published=published,
        published_precision="second" if published else "none",
        utc_offset=None,
        partial_date=None,
        dated_by="stated" if published else "none",
        language="en",
        origin=None,
        sha256=digest(title, text),
        source=f"{article_id}.txt",
        removed=(),
    )


def event(*articles: Article, event_id: str = "e00000000001", copies: tuple[Copy, ...] = ()) -> Event:
    """An event of these articles."""
    times = [each.published for each in articles if each.published]
    return Event(
        id=event_id,
        article_ids=tuple(each.id for each in articles),
        headline=articles[0].title,
        first=min(times, default=None),
        last=max(times, default=None),
        copies=copies,
        story_id=None,
    )


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def quote(source: Article, words: str, speaker: str | None = "Mira Solen", *, confidence: float = 0.99) -> Quote:
    """A direct quotation of these words."""
    return Quote(source.id, "direct", span(source.text, words), speaker, None, None, "said", confidence)


def extract(source: Article, words: str, *, rank: int = 0) -> Extract:
    """A key sentence of these words."""
    return Extract(source.id, span(source.text, words), 1.0, rank)
