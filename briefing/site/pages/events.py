"""The events, listed by month; the list of months."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Event
from briefing.render import dates
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import Happening, Page, Way, happening, month_name, month_of

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class DayOfEvents:
    """The events that began on one day."""

    day: str
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """The events that began in one month."""

    name: str
    standing: str
    days: tuple[DayOfEvents, ...]  # the latest first
    earlier: Way | None
    later: Way | None


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Where to look for an event."""

    standing: str
    months: tuple[Way, ...]  # the latest first
    latest: tuple[DayOfEvents, ...]
    stories: Way | None


LATEST_DAYS = 7  # on the list of months: a week's events fill two screens


def event_pages(holdings: Holdings) -> Iterator[Page]:
    """The list of months, and a page a month."""
    by_month: defaultdict[str, list[Event]] = defaultdict(list)
    for event in holdings.events:
        span = holdings.span(event)
        if holdings.members(event):
            by_month[month_of(span[0]) if span else UNDATED].append(event)
    months = sorted((month for month in by_month if month != UNDATED), reverse=True)
    named = [*months, *([UNDATED] if UNDATED in by_month else [])]
    ways = [Way(called(each), addresses.events_of(each), count(len(by_month[each]), "event")) for each in named]
    total = sum(map(len, by_month.values()))
    stories = Way(f"{count(len(holdings.stories), 'story').replace('storys', 'stories')}", addresses.STORIES)
    latest = _days(by_month[months[0]], holdings)[:LATEST_DAYS] if months else ()
    view = EventsPage(count(total, "event"), tuple(ways), latest, stories if holdings.stories else None)
    yield Page(addresses.EVENTS, "events.html.j2", "Events", view)
    for number, month in enumerate(named):
        yield Page(
            addresses.events_of(month),
            "month.html.j2",
            f"Events, {called(month)}",
            MonthPage(
                called(month),
                count(len(by_month[month]), "event"),
                _days(by_month[month], holdings),
                ways[number + 1] if number + 1 < len(ways) else None,
                ways[number - 1] if number else None,
            ),
        )


def called(month: str) -> str:
    """What a month is called."""
    return "Undated" if month == UNDATED else month_name(month)


def _days(events: list[Event], holdings: Holdings) -> tuple[DayOfEvents, ...]:
    """Events by the day they began, the latest day first; within a day what most articles tell."""
    by_day: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        span = holdings.span(event)
        by_day[span[0].isoformat() if span else ""].append(event)
    found = []
    for day in sorted(by_day, reverse=True):
        ordered = sorted(by_day[day], key=lambda event: (-len(event.article_ids), event.id))
        span = holdings.span(ordered[0])
        name = dates.day(span[0]) if span else dates.UNDATED
        found.append(DayOfEvents(name, tuple(happening(event, holdings) for event in ordered)))
    return tuple(found)
