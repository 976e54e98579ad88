"""An event's page: what was told of it, who said what, which articles it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Article, Edition, Event, Told
from briefing.render import dates
from briefing.render.counting import count
from briefing.render.standing import independent
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import (
    Elsewhere,
    Entry,
    Page,
    Spoken,
    Way,
    entry,
    headline_of,
    language,
    shown,
    spoken,
    standing,
)
from briefing.site.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence that a briefing told, with where it is from."""

    text: str
    outlet: str | None  # None: the articles no longer hold it
    when: str
    url: Elsewhere
    language: str | None
    article: str = ""  # where it stands; empty where it does not
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class EventPage:
    """What the page shows."""

    id: str
    headline: str
    dates: str
    standing: str
    origins: str | None
    outlets: tuple[Way, ...]
    story: Way | None
    timeline: Timeline | None
    told_in: tuple[Way, ...]  # the briefings, the latest first
    sentences: tuple[Cited, ...]  # as the latest of them told it
    said: tuple[Spoken, ...]
    entries: tuple[Entry, ...]


def event_page(event: Event, holdings: Holdings) -> Page:
    """The page of an event."""
    members = holdings.members(event)
    span = holdings.span(event)
    telling = holdings.telling.get(event.id, ())
    title = headline_of(event)
    view = EventPage(
        id=event.id,
        headline=title,
        dates=dates.days(*span) if span else dates.UNDATED,
        standing=standing(members, holdings),
        origins=independent(members, event.copies),
        outlets=tuple(
            Way(name, holdings.where_outlet(article.outlet))
            for name, article in {holdings.outlet_name[article.id]: article for article in members}.items()
        ),
        story=_story(event, holdings),
        timeline=_timeline(members, holdings),
        told_in=tuple(_told_in(edition, told) for edition, told in telling),
        sentences=_sentences([told for _, told in telling], holdings),
        said=_said(event, holdings),
        entries=_entries(event, holdings),
    )
    return Page(addresses.event(event.id), "event.html.j2", title, view)


def _story(event: Event, holdings: Holdings) -> Way | None:
    course = holdings.stories.get(event.story_id or "")
    if not course or len(course) < 2:  # an event that is a story by itself is told where it was told
        return None
    return Way(headline_of(course[0]), addresses.story(event.story_id or ""), count(len(course), "event"))


def _timeline(members: Sequence[Article], holdings: Holdings) -> Timeline | None:
    counts = Counter(day for article in members if (day := holdings.days.get(article.id)))
    points = sorted(counts.items())
    return timeline([(day, number, f"{count(number, 'article')} on {dates.day(day)}", None) for day, number in points])


def _told_in(edition: Edition, told: Told) -> Way:
    window = edition.window
    text = dates.days(window.first_day, window.last_day)
    more = "" if told.sentences else "in a line"
    return Way(text, addresses.briefing(window), ", ".join(each for each in (edition.topic, more) if each))


def _sentences(telling: Sequence[Told], holdings: Holdings) -> tuple[Cited, ...]:
    """The sentences of the latest briefing that told more than a line."""
    latest = next((told for told in telling if told.sentences), None)
    return tuple(cited(sentence, latest, holdings) for sentence in latest.sentences) if latest else ()


def cited(sentence: str, told: Told, holdings: Holdings) -> Cited:
    """A sentence with the first of the event's articles in which it stands."""
    for article_id in told.article_ids:
        article = holdings.articles.get(article_id)
        start = holdings.texts.get(article_id, "").find(sentence) if article else -1
        if article and start >= 0:
            url = Elsewhere(article.url, sentence)
            place = (article_id, start, start + len(sentence))
            when = dates.when(article, holdings.zone)
            return Cited(shown(sentence), holdings.outlet_name[article.id], when, url, language(article), *place)
    return Cited(shown(sentence), None, "", Elsewhere(None), None)


def _said(event: Event, holdings: Holdings) -> tuple[Spoken, ...]:
    """What is quoted in the event's articles, one speaker's words together, in the order of the articles."""
    sayings = dict.fromkeys(each for article in event.article_ids for each in holdings.said_in.get(article, ()))
    said = [spoken(saying, holdings) for saying in sayings]
    speakers = list(dict.fromkeys(each.speaker.text for each in said))
    return tuple(sorted(said, key=lambda each: (not each.direct, speakers.index(each.speaker.text))))


def _entries(event: Event, holdings: Holdings) -> tuple[Entry, ...]:
    origin = {copy.article_id: copy.origin_id for copy in event.copies}
    found = []
    for article in holdings.members(event):
        source = holdings.articles.get(origin.get(article.id, ""))
        found.append(entry(article, holdings, holdings.outlet_name[source.id] if source else None))
    return tuple(found)
