"""Catalogue: which page stands at an address; all of them, for whoever writes a whole site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from briefing.ledger import Person
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.index import (
    Document,
    briefing_document,
    event_document,
    outlet_document,
    person_document,
    story_document,
)
from briefing.site.pages.briefing import briefing_page
from briefing.site.pages.event import event_page
from briefing.site.pages.events import event_pages, events_page, month_page
from briefing.site.pages.home import home_page, numbers, year_page, year_pages
from briefing.site.pages.outlets import all_records, outlet_page, outlet_pages, outlets_page
from briefing.site.pages.people import people_page, person_pages
from briefing.site.pages.pieces import Page
from briefing.site.pages.search import search_page
from briefing.site.pages.story import stories_page, story_page

Maker = Callable[[], Page | None]
APART = "--"  # between a person's piece of an address and the number of a further page


@dataclass(frozen=True, slots=True)
class Piece:
    """What is made together: a page or several, and what they are found by."""

    name: str  # unlike that of any other
    pages: Callable[[Holdings], Iterable[Page]]
    document: Callable[[Holdings], Document] | None = None  # None: it is not searched for
    whole: bool = False  # whether it is drawn from nearly everything, so that it is drawn anew with whatever is new


def pieces(holdings: Holdings) -> Iterator[Piece]:
    """All of the site, each piece to be made from the holdings that it is handed."""
    yield Piece("home", lambda held: [home_page(held)], whole=True)
    yield Piece("search", lambda held: [search_page(held)], whole=True)
    for number in numbers(holdings.editions):
        yield Piece(f"year {number}", partial(_one, year_page, number))
    for path in holdings.edition:
        yield Piece(f"briefing {path}", partial(_briefing, path), partial(briefing_document, path))
    yield Piece("events", lambda held: [events_page(held)], whole=True)
    for month in holdings.months:
        yield Piece(f"month {month}", partial(_one, month_page, month))
        for event in holdings.months[month]:
            yield Piece(f"event {event.id}", partial(_event, event.id), partial(_event_document, event.id))
    yield Piece("stories", lambda held: [stories_page(held)], whole=True)
    for story in holdings.stories:
        yield Piece(f"story {story}", partial(_story, story), partial(story_document, story))
    yield Piece("people", lambda held: [people_page(held)], whole=True)
    for person in holdings.people:
        yield Piece(f"person {person.name}", partial(_person, person.name), partial(person_document, person.name))
    yield Piece("outlets", outlet_pages, whole=True)
    for outlet in holdings.outlets:
        yield Piece(f"outlet {outlet}", lambda _: (), partial(outlet_document, outlet))


def pages(holdings: Holdings) -> Iterator[Page]:
    """All pages of the site."""
    for piece in pieces(holdings):
        yield from piece.pages(holdings)


def _one(make: Callable[[Any, Holdings], Page], key: object, holdings: Holdings) -> list[Page]:
    return [make(key, holdings)]


def _briefing(path: str, holdings: Holdings) -> list[Page]:
    return [briefing_page(holdings.edition[path], holdings)]


def _event(event_id: str, holdings: Holdings) -> list[Page]:
    return [event_page(holdings.event[event_id], holdings)]


def _event_document(event_id: str, holdings: Holdings) -> Document:
    return event_document(holdings.event[event_id], holdings)


def _story(story: str, holdings: Holdings) -> list[Page]:
    return [story_page(story, holdings.stories[story], holdings)]


def _person(name: str, holdings: Holdings) -> Iterable[Page]:
    return person_pages(holdings.person[name], holdings)


def page_at(path: str, holdings: Holdings) -> Page | None:
    """The page at an address of the site; None where there is none."""
    folder, slash, _ = path.partition("/")
    maker = singles(holdings).get(path) if not slash else FOLDERS.get(folder, _year_at)(holdings, path)
    return maker() if maker else None


def singles(holdings: Holdings) -> Mapping[str, Maker]:
    """The pages that stand at the root."""
    return {addresses.HOME: partial(home_page, holdings), addresses.SEARCH: partial(search_page, holdings)}


def _events_at(holdings: Holdings, path: str) -> Maker | None:
    for event in holdings.events:
        if addresses.event(event.id) == path:
            return partial(event_page, event, holdings) if holdings.members(event) else None
    return partial(_among, path, event_pages(holdings))


def _stories_at(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.STORIES:
        return partial(stories_page, holdings)
    found = next((each for each in holdings.stories if addresses.story(each) == path), None)
    return partial(story_page, found, holdings.stories[found], holdings) if found else None


def _people_at(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.PEOPLE:
        return partial(people_page, holdings)
    person = person_at(path, holdings)
    return partial(_among, path, person_pages(person, holdings)) if person else None


def person_at(path: str, holdings: Holdings) -> Person | None:
    """Whose page, or one of whose pages, stands at an address."""
    for person in holdings.people:
        own = addresses.person(holdings.person_slug[person.name])
        if path == own or path.startswith(own.removesuffix(".html") + APART):
            return person
    return None


def _outlets_at(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.OUTLETS:
        return lambda: outlets_page(holdings, all_records(holdings))
    found = next((name for name, slug in holdings.outlet_slug.items() if addresses.outlet(slug) == path), None)
    return (lambda: outlet_page(found, all_records(holdings)[found], holdings)) if found else None


def _year_at(holdings: Holdings, path: str) -> Maker | None:
    edition = holdings.edition.get(path)
    return partial(briefing_page, edition, holdings) if edition else partial(_among, path, year_pages(holdings))


def _among(path: str, found: Iterable[Page]) -> Page | None:
    return next((page for page in found if page.path == path), None)


FOLDERS: Mapping[str, Callable[[Holdings, str], Maker | None]] = {
    "events": _events_at,
    "stories": _stories_at,
    "people": _people_at,
    "outlets": _outlets_at,
}
