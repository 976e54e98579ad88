"""Pieces: what several kinds of pages are made of, in words and in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import Article, Event
from briefing.render import dates, links
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.render.notes import CODE
from briefing.site import addresses
from briefing.site.holdings import Holdings, headline
from briefing.site.sayings import Saying


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a site."""

    path: str  # from the site's root
    template: str  # of the folder templates/site/
    title: str
    view: object  # a frozen dataclass that the template draws from; its repr is all the page depends on


@dataclass(frozen=True, slots=True)
class Way:
    """A link within the site."""

    text: str
    path: str | None  # None: there is no such page
    more: str = ""  # what stands beside it


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An address outside the site as an article states it: the filter `there` tells whether it may be followed."""

    url: str | None
    words: str = ""  # that it is to lead to


@dataclass(frozen=True, slots=True)
class Printer:
    """Who printed some words, and where."""

    text: str
    url: Elsewhere


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list."""

    id: str
    title: str
    url: Elsewhere  # where it can be read
    outlet: Way
    when: str
    day: str  # ISO 8601; empty where undated
    event: str | None = None  # the address of its event's page
    copy_of: str | None = None  # whose text it repeats
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation with its attribution."""

    text: str
    direct: bool
    speaker: Way
    role: str | None
    day: str  # in words
    outlets: tuple[Printer, ...]  # the first is the one it is cited from
    event: Way | None
    language: str | None
    article: str  # the article it is cited from, and where
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in a list."""

    headline: str
    path: str
    dates: str
    day: str  # ISO 8601, the first; empty where undated
    articles: int
    outlets: tuple[str, ...]


def there(place: Elsewhere) -> str | None:
    """Where such an address leads, to its words if it names some; None where it must not be followed."""
    url = links.safe(place.url)
    return links.place(url, place.words) if place.words else url


def shown(text: str) -> str:
    """A text on one line, as a page can hold it."""
    return fit(folded(text))


def language(article: Article) -> str | None:
    """What the words of an article are marked with; None for the page's own language and for what is not known."""
    return article.language if CODE.fullmatch(article.language) and article.language not in ("en", "und") else None


def entry(article: Article, holdings: Holdings, copy_of: str | None = None, *, led: bool = False) -> Entry:
    """An article as a list shows it. led: with the way to its event."""
    day = holdings.days.get(article.id)
    event = holdings.event_of.get(article.id) if led else None
    return Entry(
        id=article.id,
        title=shown(article.title) or "(no headline)",
        url=Elsewhere(article.url),
        outlet=Way(holdings.outlet_name[article.id], holdings.where_outlet(article.outlet)),
        when=dates.when(article, holdings.zone),
        day=day.isoformat() if day else "",
        event=addresses.event(event.id) if event else None,
        copy_of=copy_of,
        language=language(article),
    )


def spoken(saying: Saying, holdings: Holdings) -> Spoken:
    """A quotation as a page shows it."""
    articles = [holdings.articles[each] for each in saying.articles]
    article = articles[0]
    event = holdings.event_of.get(article.id)
    text = shown(saying.text)
    url = {holdings.outlet_name[each.id]: each.url for each in reversed(articles)}
    own = holdings.outlet_name[article.id]
    names = dict.fromkeys(holdings.outlet_name[each.id] for each in articles)
    return Spoken(
        text=text,
        direct=saying.direct,
        speaker=Way(shown(saying.person or "") or "speaker not named", holdings.where_person(saying.person)),
        role=shown(saying.role or "") or None,
        day=dates.day(saying.day) if saying.day else dates.UNDATED,
        outlets=tuple(Printer(name, Elsewhere(url[name], text if name == own else "")) for name in names),
        event=Way(headline_of(event), addresses.event(event.id)) if event else None,
        language=language(article),
        article=article.id,
        start=saying.start,
        end=saying.end,
    )


def happening(event: Event, holdings: Holdings) -> Happening:
    """An event as a list shows it."""
    span = holdings.span(event)
    members = holdings.members(event)
    return Happening(
        headline=headline_of(event),
        path=addresses.event(event.id),
        dates=dates.days(*span) if span else dates.UNDATED,
        day=span[0].isoformat() if span else "",
        articles=len(members),
        outlets=tuple(dict.fromkeys(holdings.outlet_name[article.id] for article in members)),
    )


def headline_of(event: Event) -> str:
    """What an event is called, as a page can hold it."""
    return fit(headline(event))


def standing(members: Sequence[Article], holdings: Holdings) -> str:
    """5 articles, 3 outlets."""
    outlets = len({holdings.outlet_name[article.id] for article in members})
    return f"{count(len(members), 'article')}, {count(outlets, 'outlet')}"


def month_name(month: str) -> str:
    """May 2026, of "2026-05"."""
    year, number = month.split("-")
    return f"{dates.MONTHS[int(number) - 1]} {int(year)}"


def month_of(day: date) -> str:
    """2026-05."""
    return f"{day:%Y-%m}"
