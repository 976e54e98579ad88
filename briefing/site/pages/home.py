"""The first page: the latest briefing, what goes on, and the archive by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Edition
from briefing.render import dates, links
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.embedding import cover
from briefing.site.holdings import Holdings, reach
from briefing.site.pages.pieces import Page, Way, shown
from briefing.site.pages.story import StoryLine, latest_first, story_line

FURTHER = 9  # events of the latest briefing that are named after those of its cover
LATEST = 8  # briefings named before the years
STORIES = 5
VOICES = 6


@dataclass(frozen=True, slots=True)
class Led:
    """An event of the latest briefing."""

    headline: str
    path: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest briefing."""

    title: str
    dates: str
    path: str
    leading: tuple[Led, ...]
    further: tuple[Led, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the page shows."""

    title: str
    standing: str
    latest: Latest | None
    briefings: tuple[Way, ...]  # the next latest
    years: tuple[Way, ...]  # the latest first
    stories: tuple[StoryLine, ...]
    voices: tuple[Way, ...]
    doors: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class MonthOfBriefings:
    """The briefings that end in one month."""

    name: str
    briefings: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year's briefings."""

    year: str
    standing: str
    months: tuple[MonthOfBriefings, ...]  # the latest first
    years: tuple[Way, ...]  # all there are


def home_page(holdings: Holdings) -> Page:
    """The first page."""
    latest = next((each for each in holdings.editions if not each.topic), next(iter(holdings.editions), None))
    others = [each for each in holdings.editions if each is not latest][:LATEST]
    title = shown(holdings.title)
    view = HomePage(
        title=title,
        standing=_standing(holdings),
        latest=_latest(latest, holdings) if latest else None,
        briefings=tuple(way(each, holdings) for each in others),
        years=_years(holdings.editions),
        stories=tuple(story_line(story, events, holdings) for story, events in latest_first(holdings)[:STORIES]),
        voices=tuple(
            Way(shown(person.name), holdings.where_person(person.name), count(person.sure, "quotation"))
            for person in holdings.people[:VOICES]
        ),
        doors=_doors(holdings),
    )
    return Page(addresses.HOME, "home.html.j2", title, view)


def year_pages(holdings: Holdings) -> Iterator[Page]:
    """A page a year."""
    for number in numbers(holdings.editions):
        yield year_page(number, holdings)


def year_page(number: int, holdings: Holdings) -> Page:
    """The briefings of a year."""
    ours = [each for each in holdings.editions if links.year(each.window) == number]
    by_month: dict[str, list[Way]] = {}
    for edition in ours:
        day = edition.window.last_day
        name = dates.MONTHS[day.month - 1] if day.year == number else f"{dates.MONTHS[day.month - 1]} {day.year}"
        by_month.setdefault(name, []).append(way(edition, holdings))
    months = tuple(MonthOfBriefings(name, tuple(ways)) for name, ways in by_month.items())
    view = YearPage(str(number), count(len(ours), "briefing"), months, _years(holdings.editions))
    return Page(addresses.year(number), "year.html.j2", f"Briefings of {number}", view)


def way(edition: Edition, holdings: Holdings) -> Way:
    """The way to a briefing."""
    window = edition.window
    return Way(dates.days(window.first_day, window.last_day), addresses.briefing(window), holdings.called(edition))


def _latest(edition: Edition, holdings: Holdings) -> Latest:
    window = edition.window
    led = {
        shown(told.headline): Led(
            shown(told.headline) or "(no headline)",
            addresses.event(told.event_id) if told.event_id in holdings.event else None,
            None,
        )
        for told in edition.told
    }
    lines = cover(holdings.bodies[addresses.briefing(window)])
    nobody = Led("", None, None)
    leading = [replace(led.get(headline or "", nobody), sentence=sentence) for sentence, headline in lines]
    covered = {headline for _, headline in lines}
    further = [each for headline, each in led.items() if headline not in covered]
    return Latest(
        holdings.called(edition),
        dates.days(window.first_day, window.last_day),
        addresses.briefing(window),
        tuple(leading),
        tuple(further[:FURTHER]),
    )


def numbers(editions: Sequence[Edition]) -> list[int]:
    """The years there are, the latest first."""
    return sorted({links.year(each.window) for each in editions}, reverse=True)


def _years(editions: Sequence[Edition]) -> tuple[Way, ...]:
    return tuple(
        Way(
            str(number),
            addresses.year(number),
            count(sum(links.year(each.window) == number for each in editions), "briefing"),
        )
        for number in numbers(editions)
    )


def _standing(holdings: Holdings) -> str:
    span = reach(holdings.days.values())
    parts = [count(len(holdings.articles), "article"), count(len(holdings.outlets), "outlet")]
    return ", ".join(parts) + (f", {dates.days(*span)}" if span else "")


def _doors(holdings: Holdings) -> tuple[Way, ...]:
    """The lists, with how much is in each."""
    told = sum(1 for event in holdings.events if event.article_ids)
    return (
        Way("Events", addresses.EVENTS, f"{told:,}"),
        Way("Stories", addresses.STORIES, f"{len(holdings.stories):,}"),
        Way("People", addresses.PEOPLE, f"{len(holdings.people):,}"),
        Way("Outlets", addresses.OUTLETS, f"{len(holdings.outlets):,}"),
    )
