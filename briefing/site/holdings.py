"""Holdings: what pages are drawn from, all of a library or what a page needs, with what leads from one to another.

Everything here is read once and never changes; the page functions are pure functions of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from briefing.ledger import Line, Person
from briefing.model import Article, Edition, Event, Told
from briefing.render import dates, links
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.site import addresses

UNKNOWN = "outlet not known"


@dataclass(frozen=True)  # without slots: what leads from one to another is worked out when it is first asked for
class Holdings:
    """The library, as far as it is needed."""

    title: str  # of the site
    timezone: str  # IANA name of the reader's
    editions: tuple[Edition, ...]  # the latest first
    events: tuple[Event, ...]  # by first time, undated last
    articles: Mapping[str, Article]  # by id; those that a briefing told of with their text
    lines: tuple[Line, ...]  # quotations, by person, the latest first
    people: tuple[Person, ...]  # whoever said most first
    bodies: Mapping[str, str]  # address of a briefing → its HTML as it stands in the archive
    beside: Mapping[str, tuple[str, ...]]  # address of a briefing → its other formats in the archive

    @cached_property
    def zone(self) -> ZoneInfo:
        """The reader's time zone."""
        return dates.zone(self.timezone)

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def stories(self) -> Mapping[str, tuple[Event, ...]]:
        """Story id → its events, by time; a story is of two events at least."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            if event.story_id and event.article_ids:
                found[event.story_id].append(event)
        return {story: tuple(events) for story, events in found.items() if len(events) > 1}

    @cached_property
    def telling(self) -> Mapping[str, tuple[tuple[Edition, Told], ...]]:
        """Event id → the briefings that told it, the latest first."""
        found: defaultdict[str, list[tuple[Edition, Told]]] = defaultdict(list)
        for edition in self.editions:
            for told in edition.told:
                found[told.event_id].append((edition, told))
        return {event: tuple(pairs) for event, pairs in found.items()}

    @cached_property
    def said_in(self) -> Mapping[str, tuple[int, ...]]:
        """Article id → the numbers of the lines whose quotations are printed in it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.lines):
            for article_id in dict.fromkeys(article.id for article in line.articles):
                found[article_id].append(number)
        return {article: tuple(numbers) for article, numbers in found.items()}

    @cached_property
    def said_by(self) -> Mapping[str, tuple[int, ...]]:
        """Person's name → the numbers of that person's lines, the latest first."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.lines):
            if line.person is not None:
                found[line.person].append(number)
        return {person: tuple(numbers) for person, numbers in found.items()}

    @cached_property
    def event_of(self) -> Mapping[str, Event]:
        """Article id → the event it is in."""
        return {article: event for event in self.events for article in event.article_ids}

    @cached_property
    def outlets(self) -> Mapping[str, tuple[Article, ...]]:
        """Outlet → its articles, by time, undated last; only those whose outlet is known."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.articles.values():
            if article.outlet:
                found[article.outlet].append(article)
        return {name: tuple(sorted(found[name], key=by_time)) for name in sorted(found)}

    @cached_property
    def outlet_slug(self) -> Mapping[str, str]:
        """Outlet → its piece of an address."""
        return addresses.slugs(self.outlets)

    @cached_property
    def person_slug(self) -> Mapping[str, str]:
        """Person's name → her or his piece of an address."""
        return addresses.slugs(sorted(person.name for person in self.people))

    @cached_property
    def outlet_name(self) -> Mapping[str, str]:
        """Article id → who published it, as far as that can be told."""
        return {article.id: publisher(article) for article in self.articles.values()}

    @cached_property
    def quoted(self) -> dict[int, Any]:
        """Room for what pages make of lines, so that two pages of one quotation make it once."""
        return {}

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        """Article id → the day it is from, in the reader's time zone."""
        return {article.id: dates.local_day(article, self.zone) for article in self.articles.values()}

    def members(self, event: Event) -> tuple[Article, ...]:
        """An event's articles, in the event's order."""
        return tuple(self.articles[each] for each in event.article_ids if each in self.articles)

    def span(self, event: Event) -> tuple[date, date] | None:
        """The first and the last day of an event; None where all is undated."""
        return reach(self.days.get(each) for each in event.article_ids)

    def where_person(self, name: str | None) -> str | None:
        """The address of a person's page, if there is one."""
        slug = self.person_slug.get(name) if name else None
        return addresses.person(slug) if slug else None

    def where_outlet(self, name: str | None) -> str | None:
        """The address of an outlet's page, if there is one."""
        slug = self.outlet_slug.get(name) if name else None
        return addresses.outlet(slug) if slug else None


def reach(days: Iterable[date | None]) -> tuple[date, date] | None:
    """The first and the last of some days; None where none is known."""
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else None


def publisher(article: Article) -> str:
    """Who published an article, as a page can hold it."""
    name = fit(folded(article.outlet or ""))
    return name or links.host(links.safe(article.url)) or fit(folded(article.source)) or UNKNOWN


def by_time(article: Article) -> tuple[bool, str, str]:
    """What articles are ordered by: time, undated last, then id."""
    return article.published is None, article.published.isoformat() if article.published else "", article.id


def headline(event: Event) -> str:
    """What an event is called."""
    return " ".join(event.headline.split()) or "(no headline)"
