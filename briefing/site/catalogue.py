"""Catalogue: which page stands at an address; all of them, for whoever writes a whole site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.briefing import briefing_page
from briefing.site.pages.event import event_page
from briefing.site.pages.events import event_pages
from briefing.site.pages.home import home_page, year_pages
from briefing.site.pages.outlets import all_records, outlet_page, outlet_pages, outlets_page
from briefing.site.pages.people import people_page, people_pages, person_pages
from briefing.site.pages.pieces import Page
from briefing.site.pages.search import search_page
from briefing.site.pages.story import stories_page, story_page, story_pages

Maker = Callable[[], Page | None]
APART = "--"  # between a person's piece of an address and the number of a further page


def pages(holdings: Holdings) -> Iterator[Page]:
    """All pages of the site."""
    yield home_page(holdings)
    yield search_page(holdings)
    yield from year_pages(holdings)
    for edition in holdings.editions:
        yield briefing_page(edition, holdings)
    yield from event_pages(holdings)
    for event in holdings.events:
        if holdings.members(event):
            yield event_page(event, holdings)
    yield from story_pages(holdings)
    yield from people_pages(holdings)
    yield from outlet_pages(holdings)


def page_at(path: str, holdings: Holdings) -> Page | None:
    """The page at an address of the site; None where there is none."""
    folder, slash, _ = path.partition("/")
    maker = singles(holdings).get(path) if not slash else FOLDERS.get(folder, _year)(holdings, path)
    return maker() if maker else None


def singles(holdings: Holdings) -> Mapping[str, Maker]:
    """The pages that stand at the root."""
    return {addresses.HOME: partial(home_page, holdings), addresses.SEARCH: partial(search_page, holdings)}


def _events(holdings: Holdings, path: str) -> Maker | None:
    for event in holdings.events:
        if addresses.event(event.id) == path:
            return partial(event_page, event, holdings) if holdings.members(event) else None
    return partial(_among, path, event_pages(holdings))


def _stories(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.STORIES:
        return partial(stories_page, holdings)
    found = next((each for each in holdings.stories if addresses.story(each) == path), None)
    return partial(story_page, found, holdings.stories[found], holdings) if found else None


def _people(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.PEOPLE:
        return partial(people_page, holdings)
    for person in holdings.people:
        own = addresses.person(holdings.person_slug[person.name])
        if path == own or path.startswith(own.removesuffix(".html") + APART):
            return partial(_among, path, person_pages(person, holdings))
    return None


def _outlets(holdings: Holdings, path: str) -> Maker | None:
    if path == addresses.OUTLETS:
        return lambda: outlets_page(holdings, all_records(holdings))
    found = next((name for name, slug in holdings.outlet_slug.items() if addresses.outlet(slug) == path), None)
    return (lambda: outlet_page(found, all_records(holdings)[found], holdings)) if found else None


def _year(holdings: Holdings, path: str) -> Maker | None:
    edition = next((each for each in holdings.editions if addresses.briefing(each.window) == path), None)
    return partial(briefing_page, edition, holdings) if edition else partial(_among, path, year_pages(holdings))


def _among(path: str, found: Iterable[Page]) -> Page | None:
    return next((page for page in found if page.path == path), None)


FOLDERS: Mapping[str, Callable[[Holdings, str], Maker | None]] = {
    "events": _events,
    "stories": _stories,
    "people": _people,
    "outlets": _outlets,
}
