"""The outlets, listed; each one's record: articles, copies, silences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model import Article, Event
from briefing.render import dates
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.bars import Bars, bars
from briefing.site.holdings import Holdings, reach
from briefing.site.pages.pieces import Entry, Happening, Page, entry, happening, shown

# An event is no outlet's silence unless several others told it; three are more than a pair that shares its desk.
WIDELY = 3
NEAR = timedelta(days=1)  # an outlet that the library has nothing of around an event's days cannot be said to be silent
ARTICLES_SHOWN = 100  # the latest; the others stand with their events
SILENCES_SHOWN = 50
COPIES_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Copied:
    """An article that repeats another outlet's text."""

    entry: Entry
    origin: str


@dataclass(frozen=True, slots=True)
class OutletPage:
    """What an outlet's page shows."""

    name: str
    standing: str
    dates: str
    record: tuple[tuple[str, str, str], ...]  # a figure, what it counts, and what that means
    bars: Bars | None
    silences: tuple[Happening, ...]  # the latest first
    silences_more: int
    copies: tuple[Copied, ...]  # the latest first
    copies_more: int
    entries: tuple[Entry, ...]  # the latest first
    entries_more: int


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet in the list."""

    name: str
    path: str
    articles: int
    events: int
    alone: int
    copies: int
    silences: int
    dates: str


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """What the list shows."""

    standing: str
    outlets: tuple[OutletLine, ...]  # by number of articles


@dataclass(frozen=True, slots=True)
class Record:
    """What an outlet did."""

    events: tuple[Event, ...]  # that it told of
    alone: int  # of these nobody else told
    copies: tuple[tuple[Article, Article], ...]  # its articles that repeat another outlet's, with those
    copied: int  # others' articles that repeat its own
    silences: tuple[Event, ...]  # events that WIDELY outlets told and it did not, while it was published


def outlet_pages(holdings: Holdings) -> Iterator[Page]:
    """The list, and every outlet's page."""
    records = all_records(holdings)
    yield outlets_page(holdings, records)
    for name, record in records.items():
        yield outlet_page(name, record, holdings)


def outlets_page(holdings: Holdings, records: Mapping[str, Record]) -> Page:
    """The list of outlets."""
    lines = [
        OutletLine(
            name=shown(name),
            path=addresses.outlet(holdings.outlet_slug[name]),
            articles=len(holdings.outlets[name]),
            events=len(record.events),
            alone=record.alone,
            copies=len(record.copies),
            silences=len(record.silences),
            dates=_dates(holdings.outlets[name], holdings),
        )
        for name, record in records.items()
    ]
    lines.sort(key=lambda line: (-line.articles, line.name))
    view = OutletsPage(count(len(lines), "outlet"), tuple(lines))
    return Page(addresses.OUTLETS, "outlets.html.j2", "Outlets", view)


def outlet_page(name: str, record: Record, holdings: Holdings) -> Page:
    """The page of an outlet."""
    articles = holdings.outlets[name]
    latest = tuple(reversed(articles))
    silences = tuple(reversed(record.silences))
    copies = tuple(reversed(record.copies))
    view = OutletPage(
        name=shown(name),
        standing=f"{count(len(articles), 'article')}, {count(len(record.events), 'event')}",
        dates=_dates(articles, holdings),
        record=(
            (f"{len(articles):,}", "Articles", "in the library"),
            (f"{len(record.events):,}", "Events", "it told of"),
            (f"{record.alone:,}", "Alone", "that nobody else told"),
            (f"{len(record.copies):,}", "Copies", "of other outlets’ texts"),
            (f"{record.copied:,}", "Copied", "of its texts by others"),
            (f"{len(record.silences):,}", "Silences", f"on events of {WIDELY} or more outlets"),
        ),
        bars=bars((holdings.days[each.id] for each in articles), "article"),
        silences=tuple(happening(event, holdings) for event in silences[:SILENCES_SHOWN]),
        silences_more=max(0, len(silences) - SILENCES_SHOWN),
        copies=tuple(
            Copied(entry(each, holdings, led=True), holdings.outlet_name[origin.id])
            for each, origin in copies[:COPIES_SHOWN]
        ),
        copies_more=max(0, len(copies) - COPIES_SHOWN),
        entries=tuple(entry(each, holdings, led=True) for each in latest[:ARTICLES_SHOWN]),
        entries_more=max(0, len(latest) - ARTICLES_SHOWN),
    )
    return Page(addresses.outlet(holdings.outlet_slug[name]), "outlet.html.j2", shown(name), view)


def all_records(holdings: Holdings) -> dict[str, Record]:
    """Every outlet's record, by its name."""
    told: dict[str, list[Event]] = {name: [] for name in holdings.outlets}
    alone: Counter[str] = Counter()
    copied: Counter[str] = Counter()
    copies: dict[str, list[tuple[Article, Article]]] = {name: [] for name in holdings.outlets}
    wide: list[tuple[Event, frozenset[str], tuple[date, date]]] = []
    for event in holdings.events:
        names = frozenset(each.outlet for each in holdings.members(event) if each.outlet)
        for name in sorted(names):
            told[name].append(event)
            alone[name] += len(names) == 1
        for article, origin in _copies(event, holdings):
            copies[article.outlet or ""].append((article, origin))
            copied[origin.outlet or ""] += 1
        span = holdings.span(event)
        if len(names) >= WIDELY and span:
            wide.append((event, names, span))
    return {
        name: Record(tuple(told[name]), alone[name], tuple(copies[name]), copied[name], _silences(name, wide, holdings))
        for name in holdings.outlets
    }


def _copies(event: Event, holdings: Holdings) -> Iterator[tuple[Article, Article]]:
    """The event's articles that repeat the text of another outlet, each with that one's."""
    for copy in event.copies:
        article, origin = holdings.articles.get(copy.article_id), holdings.articles.get(copy.origin_id)
        if article and origin and article.outlet and origin.outlet and article.outlet != origin.outlet:
            yield article, origin


def _silences(
    name: str, wide: Sequence[tuple[Event, frozenset[str], tuple[date, date]]], holdings: Holdings
) -> tuple[Event, ...]:
    days = {day for article in holdings.outlets[name] if (day := holdings.days[article.id])}
    around = days | {day + NEAR for day in days} | {day - NEAR for day in days}
    return tuple(event for event, names, span in wide if name not in names and (span[0] in around or span[1] in around))


def _dates(articles: Sequence[Article], holdings: Holdings) -> str:
    span = reach(holdings.days[article.id] for article in articles)
    return dates.days(*span) if span else dates.UNDATED
