"""Looking: the desk's pages, painted: the site's own with an editor's tools, and those only the desk has."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.deliver.archive import location
from briefing.desk import deeds, marking, tools
from briefing.desk.jobs import Job
from briefing.desk.room import DESK, Room
from briefing.ledger.finding import method
from briefing.model import Event, Place, Span
from briefing.pipeline import GENERATOR
from briefing.quote import PRINT_CONFIDENCE
from briefing.render import dates
from briefing.render.fit import fit
from briefing.search import KINDS, Hit, Kind, Search, Wanted, search_all
from briefing.site import addresses
from briefing.site.catalogue import page_at, person_at
from briefing.site.feed import feed
from briefing.site.pages.briefing import BriefingPage
from briefing.site.pages.event import EventPage
from briefing.site.pages.people import PersonPage
from briefing.site.pages.pieces import Page, Way, shown
from briefing.store.identities import Identities, KeptIdentity
from briefing.store.remembered import Kept, Remembered
from briefing.store.stock import Stock
from briefing.window import time_zone

FOUND = 15  # results of a kind
QUERY_MAX = 300  # characters that are looked for
LATEST = 12  # briefings on the desk
NAMES: Mapping[Kind, str] = {
    "briefing": "Briefings",
    "event": "Events",
    "article": "Articles",
    "quotation": "Quotations",
}
TYPES = {"md": "text/plain; charset=utf-8", "pdf": "application/pdf", "json": "application/json"}
ARTICLE = re.compile(r"articles/([A-Za-z0-9._-]{1,130})\.html")
DEEDS_TOLD = {"make": "Making again", "preview": "Preview", "dry-send": "Letters, not sent", "send": "Sending"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What was just done."""

    text: str
    undo: int | None  # the number of the correction to take back
    deed: str = "undo"  # what takes it back


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found."""

    title: str
    path: str | None
    beside: str
    pieces: tuple[tuple[str, bool], ...]  # words, and whether they were looked for


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The page of results."""

    query: str
    groups: tuple[tuple[str, int, tuple[Result, ...]], ...]  # kind, how many there are, the best


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The desk's own page."""

    briefings: tuple[Way, ...]
    said: tuple[tools.Said, ...]
    jobs: tuple[Job, ...]
    mails: bool  # whether anybody gets mail
    login: bool


class Looking:
    """What may be seen in a room."""

    def __init__(self, room: Room) -> None:
        self.room = room

    def warm(self) -> None:
        """Paint a page of every kind, so that the first reader waits for none of the templates."""
        holdings = self.room.holdings
        paths = [addresses.HOME, addresses.EVENTS, addresses.STORIES, addresses.PEOPLE, addresses.OUTLETS]
        paths += [addresses.event(each.id) for each in holdings.events[-1:]]
        paths += [addresses.story(each) for each in list(holdings.stories)[:1]]
        paths += [addresses.person(each) for each in list(holdings.person_slug.values())[:1]]
        paths += [addresses.outlet(each) for each in list(holdings.outlet_slug.values())[:1]]
        paths += [addresses.briefing(each.window) for each in holdings.editions[:1]]
        paths += [tools.article_path(each) for each in list(holdings.articles)[:1]]
        for path in paths:
            self.page(path)
        self.index((), None)
        self.search({"q": "news"})

    def page(self, path: str, notice: Notice | None = None) -> bytes | None:
        """A page of the site with its tools; None where there is none."""
        holdings = self.room.holdings
        article = ARTICLE.fullmatch(path)
        if article:
            return self.article(article[1], notice)
        page = page_at(path, holdings)
        if page is None:
            return None
        if isinstance(page.view, EventPage):
            return self.event(page, page.view, holdings.event[page.view.id], notice)
        if isinstance(page.view, PersonPage):
            return self.person(page, notice)
        if isinstance(page.view, BriefingPage):
            body = marking.with_forms(page.view.body, f"/{path}", self.room.token)
            page = replace(page, template="desk/briefing.html.j2", view=replace(page.view, body=body))
            return self.room.paint(page, {"notice": notice, "mails": self.mails})
        return self.room.paint(page, {"notice": notice})

    def event(self, page: Page, view: EventPage, event: Event, notice: Notice | None) -> bytes:
        """An event with its tools."""
        places = [Place(each.article, Span(each.start, each.end)) for each in view.sentences if each.article]
        places += [Place(each.article, Span(each.start, each.end)) for each in view.said]
        with Stock(self.room.config.library) as stock:
            articles = stock.articles([*event.article_ids, *(place.article_id for place in places)], whole=True)
        found = tools.event_tools(event, places, self.kept(), articles, self.room.holdings)
        return self.room.paint(replace(page, template="desk/event.html.j2"), {"notice": notice, "tools": found})

    def person(self, page: Page, notice: Notice | None) -> bytes:
        """Somebody who speaks, with what can be said of the names."""
        holdings = self.room.holdings
        person = person_at(page.path, holdings)
        found = tools.person_tools(person, self.names(), holdings) if person else None
        return self.room.paint(replace(page, template="desk/person.html.j2"), {"notice": notice, "tools": found})

    def article(self, name: str, notice: Notice | None) -> bytes | None:
        """An article's own text, to be marked."""
        holdings = self.room.holdings
        if name not in holdings.articles:
            name = next((each for each in holdings.articles if addresses.named(each) == name), "")
        with Stock(self.room.config.library) as stock:
            found = stock.articles([name], whole=True).get(name) if name in holdings.articles else None
        if found is None:
            return None
        view = tools.article_page(found, self.kept(), holdings)
        page = Page(tools.article_path(found.id), "desk/article.html.j2", view.entry.title, view)
        return self.room.paint(page, {"notice": notice})

    def index(self, jobs: Iterable[Job], notice: Notice | None) -> bytes:
        """The desk's own page."""
        holdings, kept = self.room.holdings, self.kept()
        named = [each.correction.subjects[0] for each in kept if each.correction.span]
        with Stock(self.room.config.library) as stock:
            articles = stock.articles(named, whole=True)
        view = DeskPage(
            briefings=tuple(
                Way(f"{holdings.called(each)}, {dates.days(each.window.first_day, each.window.last_day)}",
                    addresses.briefing(each.window))
                for each in holdings.editions[:LATEST]
            ),
            said=tools.latest_first((*tools.listed(kept, articles, holdings), *tools.named(self.names(), holdings))),
            jobs=tuple(jobs),
            mails=self.mails,
            login=False,
        )  # fmt: skip
        return self.room.paint(Page(DESK, "desk/index.html.j2", "Desk", view), {"notice": notice, "names": DEEDS_TOLD})

    def job(self, job: Job) -> bytes:
        """A piece of work."""
        page = Page(f"desk/jobs/{job.id}", "desk/job.html.j2", DEEDS_TOLD[job.what], job)
        return self.room.paint(page, {"name": DEEDS_TOLD[job.what]})

    def login(self, *, wrong: bool) -> bytes:
        """The way in."""
        return self.room.paint(Page("login", "desk/login.html.j2", "Log in", wrong), {"bar": ()})

    def message(self, text: str) -> bytes:
        """A page that says one thing."""
        page = Page("desk/message", "desk/message.html.j2", "Not done", fit(text))
        return self.room.paint(page, {"to": "/{}".format})  # it may stand at any address

    def search(self, asked: Mapping[str, str]) -> bytes:
        """The page of results, of the whole library."""
        query = fit(asked.get("q", ""))[:QUERY_MAX]
        config = self.room.config
        groups: list[tuple[str, int, tuple[Result, ...]]] = []
        if query.strip():
            with Search(config.library, time_zone(config.timezone), method()) as search:
                groups += [
                    (NAMES[found.kind], found.total, tuple(map(self.result, found.hits)))
                    for found in search_all(search, Wanted(query, limit=FOUND), KINDS)
                    if found.hits
                ]
        view = SearchAnswer(query, tuple(groups))
        return self.room.paint(Page(addresses.SEARCH, "desk/search.html.j2", "Search", view), {})

    def result(self, hit: Hit) -> Result:
        """A thing found, as the page shows it."""
        holdings = self.room.holdings
        path = None
        if hit.kind == "briefing":
            edition = next((each for each in holdings.editions if each.window.id == hit.id), None)
            path = addresses.briefing(edition.window) if edition else None
        elif hit.event_id and hit.event_id in holdings.event:
            path = addresses.event(hit.event_id)
        elif hit.article_id and hit.article_id in holdings.articles:
            path = tools.article_path(hit.article_id) + (f"#s-{hit.span.start}" if hit.span else "")
        speaker = hit.speaker if hit.kind == "quotation" and (hit.confidence or 0) >= PRINT_CONFIDENCE else None
        days = dates.days(hit.first, hit.last) if hit.first and hit.last else dates.UNDATED
        beside = ", ".join(shown(each) for each in (speaker or "", *hit.outlets[:3], days) if each)
        pieces = tuple((fit(piece.text), piece.found) for piece in hit.snippet)
        return Result(shown(hit.title) or "(no headline)", path, beside, pieces)

    def feed(self) -> bytes:
        """The feed of the site."""
        return feed(self.room.holdings, None, GENERATOR)

    def file(self, path: str) -> tuple[bytes, str] | None:
        """A briefing of the archive in another format, with its media type; no other file can be asked for."""
        holdings = self.room.holdings
        for edition in holdings.editions:
            for kind in holdings.beside.get(addresses.briefing(edition.window), ()):
                if addresses.briefing(edition.window, kind) == path:
                    return location(self.room.config.archive, edition.window, kind).read_bytes(), TYPES[kind]
        return None

    def notice(self, done: str) -> Notice | None:
        """What to say of what was just done."""
        if done not in deeds.DONE:
            return None
        kept: Sequence[Kept | KeptIdentity] = self.names() if done in deeds.OF_PEOPLE else self.kept()
        back = "undo-names" if done in deeds.OF_PEOPLE else "undo"
        return Notice(deeds.DONE[done], kept[-1].number if kept and done not in deeds.TAKEN_BACK else None, back)

    def names(self) -> Sequence[KeptIdentity]:
        """All that was said of names."""
        with Identities(self.room.config.library) as identities:
            return identities.kept()

    def kept(self) -> Sequence[Kept]:
        """All corrections."""
        with Remembered(self.room.config.library) as remembered:
            return remembered.kept()

    @property
    def mails(self) -> bool:
        """Whether mail is set up."""
        return self.room.config.mail is not None
