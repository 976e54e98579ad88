"""Holdings: what pages are drawn from, all of a library or what a page needs, with what leads from one to another.

Everything here is read once and never changes; the page functions are pure functions of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from briefing.ledger import Person
from briefing.model import Article, Edition, Event, Span, Told
from briefing.render import dates, links
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.site import addresses
from briefing.site.sayings import Saying

UNKNOWN = "outlet not known"
UNDATED = "undated"  # in place of a month
TITLES = {"day": "Daily briefing", "week": "Weekly briefing", "month": "Monthly briefing", "range": "Briefing"}

Source = TypeVar("Source")
Value = TypeVar("Value")


class Derived(Mapping[str, Value], Generic[Source, Value]):
    """A mapping made of another one, each value when it is first asked for."""

    def __init__(self, source: Mapping[str, Source], make: Callable[[Source], Value]) -> None:
        """source: what the values are made of; with the same keys."""
        self._source = source
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        try:
            return self._made[key]
        except KeyError:
            found = self._made[key] = self._make(self._source[key])
            return found

    def __contains__(self, key: object) -> bool:
        return key in self._source

    def __iter__(self) -> Iterator[str]:
        return iter(self._source)

    def __len__(self) -> int:
        return len(self._source)


@dataclass(frozen=True)  # without slots: what leads from one to another is worked out when it is first asked for
class Holdings:
    """The library, as far as it is needed."""

    title: str  # of the site
    timezone: str  # IANA name of the reader's
    editions: tuple[Edition, ...]  # the latest first
    events: tuple[Event, ...]  # by first time, undated last
    articles: Mapping[str, Article]  # by id, without their texts
    texts: Mapping[str, str]  # article id → its text; of those that a briefing told of
    sayings: tuple[Saying, ...]  # quotations, by person, the latest first
    people: tuple[Person, ...]  # whoever said most first
    bodies: Mapping[str, str]  # address of a briefing → its HTML as it stands in the archive
    titles: Mapping[str, str]  # address of a briefing → what stands at its top; empty where nothing does
    struck: Mapping[str, tuple[Span, ...]]  # article id → sentences of it that are to be printed no more
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
        """Story id → its events, by time: two at least, or one that more than one briefing told of."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            if event.story_id and event.article_ids:
                found[event.story_id].append(event)
        return {
            story: tuple(events)
            for story, events in found.items()
            if len(events) > 1 or len(self.telling.get(events[0].id, ())) > 1
        }

    @cached_property
    def telling(self) -> Mapping[str, tuple[tuple[Edition, Told], ...]]:
        """Event id → the briefings that told it, the latest first."""
        found: defaultdict[str, list[tuple[Edition, Told]]] = defaultdict(list)
        for edition in self.editions:
            for told in edition.told:
                found[told.event_id].append((edition, told))
        return {event: tuple(pairs) for event, pairs in found.items()}

    @cached_property
    def edition(self) -> Mapping[str, Edition]:
        """Briefings by address."""
        return {addresses.briefing(each.window): each for each in reversed(self.editions)}

    @cached_property
    def turns(self) -> Mapping[str, tuple[Edition | None, Edition | None]]:
        """Address of a briefing → the ones before and after it, of its kind and topic."""
        series: defaultdict[tuple[str, str], list[Edition]] = defaultdict(list)
        for each in self.editions:
            series[each.window.kind, each.topic].append(each)
        found: dict[str, tuple[Edition | None, Edition | None]] = {}
        for listed in series.values():
            for each, earlier, later in zip(listed, [*listed[1:], None], [None, *listed[:-1]], strict=True):
                found[addresses.briefing(each.window)] = (earlier, later)
        return found

    @cached_property
    def months(self) -> Mapping[str, tuple[Event, ...]]:
        """Month ("2026-05") → the events that began in it, the latest first; undated ones last."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            if any(each in self.articles for each in event.article_ids):
                span = self.span(event)
                found[f"{span[0]:%Y-%m}" if span else UNDATED].append(event)
        dated = sorted((month for month in found if month != UNDATED), reverse=True)
        return {month: tuple(found[month]) for month in (*dated, *([UNDATED] if UNDATED in found else []))}

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Saying, ...]]:
        """Article id → the quotations that are printed in it."""
        found: defaultdict[str, list[Saying]] = defaultdict(list)
        for saying in self.sayings:
            for article_id in dict.fromkeys(saying.articles):
                found[article_id].append(saying)
        return {article: tuple(said) for article, said in found.items()}

    @cached_property
    def said_by(self) -> Mapping[str, tuple[Saying, ...]]:
        """Person's name → that person's quotations, the latest first."""
        found: defaultdict[str, list[Saying]] = defaultdict(list)
        for saying in self.sayings:
            if saying.person is not None:
                found[saying.person].append(saying)
        return {person: tuple(said) for person, said in found.items()}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by name."""
        return {person.name: person for person in self.people}

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
        return Derived(self.articles, publisher)

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        """Article id → the day it is from, in the reader's time zone."""
        return Derived(self.articles, lambda article: dates.local_day(article, self.zone))

    def members(self, event: Event) -> tuple[Article, ...]:
        """An event's articles, in the event's order."""
        return tuple(self.articles[each] for each in event.article_ids if each in self.articles)

    def span(self, event: Event) -> tuple[date, date] | None:
        """The first and the last day of an event; None where all is undated."""
        return reach(self.days.get(each) for each in event.article_ids)

    def called(self, edition: Edition) -> str:
        """What a briefing is called: by what stands at its top, else by how long a time it covers, and its topic."""
        title = self.titles.get(addresses.briefing(edition.window)) or TITLES[edition.window.kind]
        topic = fit(folded(edition.topic))
        return f"{title}: {topic}" if topic and not title.endswith(topic) else title

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
