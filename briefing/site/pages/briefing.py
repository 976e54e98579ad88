"""A briefing's page: what stands in the archive, in the site's frame."""

from dataclasses import dataclass

from briefing.model import Edition
from briefing.render import dates
from briefing.site import addresses
from briefing.site.embedding import led_on
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import Page, Way, shown
from briefing.site.silencing import silenced

NAMES = {"md": "Markdown", "pdf": "PDF", "json": "JSON"}


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """What the page shows."""

    title: str
    dates: str
    counts: str
    body: str  # HTML, as `brief make` wrote it
    beside: tuple[Way, ...]  # the same in other formats
    earlier: Way | None
    later: Way | None
    id: str


def briefing_page(edition: Edition, holdings: Holdings) -> Page:
    """The page of a briefing."""
    window = edition.window
    path = addresses.briefing(window)
    earlier, later = holdings.turns[path]
    events = [
        (shown(told.headline) or "(no headline)", addresses.relative(path, addresses.event(told.event_id)))
        for told in edition.told
        if told.event_id in holdings.event
    ]
    body = silenced(holdings.bodies[path], holdings.struck, lambda each: holdings.texts.get(each, ""))
    title = holdings.called(edition)
    view = BriefingPage(
        title=title,
        dates=dates.days(window.first_day, window.last_day),
        counts=f"{len(edition.told)} events",
        body=led_on(body, events, lambda name: _way(path, holdings.where_person(name))),
        beside=tuple(Way(NAMES[kind], addresses.briefing(window, kind)) for kind in holdings.beside.get(path, ())),
        earlier=_beside(earlier) if earlier else None,
        later=_beside(later) if later else None,
        id=window.id,
    )
    return Page(path, "briefing.html.j2", f"{title}, {view.dates}", view)


def _beside(edition: Edition) -> Way:
    window = edition.window
    return Way(dates.days(window.first_day, window.last_day), addresses.briefing(window))


def _way(page: str, target: str | None) -> str | None:
    return addresses.relative(page, target) if target else None
