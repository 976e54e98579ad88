"""The page to search from; the desk answers on it, the static site's own script does."""

from dataclasses import dataclass

from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.home import way
from briefing.site.pages.pieces import Page, Way

BRIEFINGS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: str
    title: str
    path: str | None
    day: str
    text: str  # some of its words


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page shows."""

    query: str
    hits: tuple[Hit, ...] | None  # None: found by the page's own script
    lists: tuple[Way, ...]  # where to look without it


def search_page(holdings: Holdings) -> Page:
    """The page of the static site."""
    lists = (
        Way("Events by month", addresses.EVENTS),
        Way("Stories", addresses.STORIES),
        Way("People", addresses.PEOPLE),
        Way("Outlets", addresses.OUTLETS),
        *(way(each, holdings) for each in holdings.editions[:BRIEFINGS_SHOWN]),
    )
    return Page(addresses.SEARCH, "search.html.j2", "Search", SearchPage("", None, lists))
