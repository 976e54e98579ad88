"""A story's page, its events on a line of days; and the list of stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Event
from briefing.render import dates
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.holdings import Holdings, reach
from briefing.site.pages.pieces import Happening, Page, happening, headline_of, shown, standing
from briefing.site.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of a story, with the first sentence that a briefing told of it."""

    event: Happening
    sentence: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the page shows."""

    headline: str
    dates: str
    standing: str
    timeline: Timeline | None
    chapters: tuple[Chapter, ...]  # in order of time


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in the list."""

    headline: str
    path: str
    dates: str
    events: str
    latest: str  # the headline of its latest event


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """What the list shows."""

    standing: str
    stories: tuple[StoryLine, ...]  # the latest first


def story_page(story: str, events: Sequence[Event], holdings: Holdings) -> Page:
    """The page of a story with these events."""
    members = [article for event in events for article in holdings.members(event)]
    title = headline_of(events[0])
    view = StoryPage(
        headline=title,
        dates=_dates(events, holdings),
        standing=f"{count(len(events), 'event')}, {standing(members, holdings)}",
        timeline=_timeline(events, holdings),
        chapters=tuple(Chapter(happening(event, holdings), _sentence(event, holdings)) for event in events),
    )
    return Page(addresses.story(story), "story.html.j2", title, view)


def stories_page(holdings: Holdings) -> Page:
    """The list of stories."""
    lines = tuple(story_line(story, events, holdings) for story, events in latest_first(holdings))
    number = f"{len(lines):,} running {'story' if len(lines) == 1 else 'stories'}"
    return Page(addresses.STORIES, "stories.html.j2", "Stories", StoriesPage(number, lines))


def latest_first(holdings: Holdings) -> list[tuple[str, tuple[Event, ...]]]:
    """The stories with their events, that of the latest event first, undated ones last."""
    return sorted(holdings.stories.items(), key=_last, reverse=True)


def _last(story: tuple[str, tuple[Event, ...]]) -> tuple[str, str]:
    last = max((event.last for event in story[1] if event.last), default=None)
    return last.isoformat() if last else "", story[0]


def story_line(story: str, events: Sequence[Event], holdings: Holdings) -> StoryLine:
    """A story as a list shows it."""
    latest = headline_of(events[-1])
    return StoryLine(
        headline_of(events[0]), addresses.story(story), _dates(events, holdings), count(len(events), "event"), latest
    )


def story_pages(holdings: Holdings) -> Iterator[Page]:
    """Every story, and the list of them."""
    yield stories_page(holdings)
    for story, events in holdings.stories.items():
        yield story_page(story, events, holdings)


def _dates(events: Sequence[Event], holdings: Holdings) -> str:
    span = reach(day for event in events for day in holdings.span(event) or ())
    return dates.days(*span) if span else dates.UNDATED


def _timeline(events: Sequence[Event], holdings: Holdings) -> Timeline | None:
    points = []
    for event in events:
        span, number = holdings.span(event), len(holdings.members(event))
        if span:
            label = f"{dates.day(span[0])}: {headline_of(event)}, {count(number, 'article')}"
            points.append((span[0], number, label, addresses.event(event.id)))
    return timeline(points)


def _sentence(event: Event, holdings: Holdings) -> str | None:
    told = next((told for _, told in holdings.telling.get(event.id, ()) if told.sentences), None)
    return shown(told.sentences[0]) if told else None
