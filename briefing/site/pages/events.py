"""The events, listed by month; the list of months."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Event
from briefing.render import dates
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.holdings import UNDATED, Holdings
from briefing.site.pages.pieces import Happening, Page, Way, happening, month_name


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
    yield events_page(holdings)
    for month in holdings.months:
        yield month_page(month, holdings)


def events_page(holdings: Holdings) -> Page:
    """The list of months."""
    months = list(holdings.months)
    latest = _days(holdings.months[months[0]], holdings)[:LATEST_DAYS] if months and months[0] != UNDATED else ()
    total = sum(len(holdings.months[month]) for month in months)
    stories = Way(f"{count(len(holdings.stories), 'story').replace('storys', 'stories')}", addresses.STORIES)
    ways = tuple(_way(month, holdings) for month in months)
    view = EventsPage(count(total, "event"), ways, latest, stories if holdings.stories else None)
    return Page(addresses.EVENTS, "events.html.j2", "Events", view)


def month_page(month: str, holdings: Holdings) -> Page:
    """The events of a month, or the undated ones."""
    months, events = list(holdings.months), holdings.months[month]
    at = months.index(month)
    view = MonthPage(
        called(month),
        count(len(events), "event"),
        _days(events, holdings),
        _way(months[at + 1], holdings) if at + 1 < len(months) else None,
        _way(months[at - 1], holdings) if at else None,
    )
    return Page(addresses.events_of(month), "month.html.j2", f"Events, {called(month)}", view)


def called(month: str) -> str:
    """What a month is called."""
    return "Undated" if month == UNDATED else month_name(month)


def _way(month: str, holdings: Holdings) -> Way:
    return Way(called(month), addresses.events_of(month), count(len(holdings.months[month]), "event"))


def _days(events: Sequence[Event], holdings: Holdings) -> tuple[DayOfEvents, ...]:
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
