"""A year of a fictional newsroom's library and archive, made up by rule: what the site's speed is measured on.

Every day brings ARTICLES articles of OUTLETS outlets on EVENTS events, some of them going on with a story, a quotation
in every second article, and a daily briefing that tells of all events. The same for the same seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefing.compose import edition
from briefing.deliver.archive import location
from briefing.ledger.finding import method
from briefing.model import (
    Article,
    Brief,
    Citation,
    Copy,
    Coverage,
    Event,
    Extract,
    KeySentence,
    Place,
    Quote,
    Section,
    Span,
    Window,
)
from briefing.render import render
from briefing.rows import digest
from briefing.store import open_library
from briefing.store.editions import Editions
from briefing.store.quotations import Quotations
from briefing.store.remembered import Remembered

EVENTS = 10  # a day
ARTICLES = 30  # a day
OUTLETS = ("Harnby Courier", "Port Selby Gazette", "The Valdorian", "Meridian News Agency", "Lindow Evening Post",
           "Kessel Tageblatt", "Estmark Radio", "The Norrin Mail")  # fmt: skip
PLACES = ("Harnby", "Port Selby", "Kessel", "Lindow", "Norrin", "Brackwater", "Tarn Green", "Gull Bank")
DOERS = ("The harbour office", "The county court", "The teachers' union", "The water board", "The health ministry",
         "A fishing fleet", "The railway company", "The city council", "The customs service", "A dairy")  # fmt: skip
DEEDS = (
    "closed",
    "reopened",
    "inspected",
    "sold",
    "repaired",
    "flooded",
    "approved",
    "abandoned",
    "surveyed",
    "leased",
)
THINGS = ("bridge", "ferry", "school", "reservoir", "warehouse", "tram line", "hospital wing", "quarry", "lighthouse",
          "market hall", "archive", "granary", "theatre", "power station", "orchard")  # fmt: skip
FIRST = ("Ada", "Bruno", "Clara", "Dagny", "Edvin", "Freya", "Goran", "Hedda", "Ivo", "Jorun", "Karel", "Lidia")
LAST = ("Wendover", "Brontz", "Talvoss", "Sandholt", "Tollard", "Tarrow", "Kranz", "Fairlie", "Brenn", "Marant",
        "Quill", "Ostrand", "Pellow", "Rask", "Stenmark", "Thorne")  # fmt: skip
GOING_ON = 0.3  # of a day's events go on with a story of the days before


@dataclass(frozen=True, slots=True)
class Day:
    """What one day brings."""

    day: date
    articles: tuple[Article, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]


def days(first: date, count: int, seed: int = 1) -> Iterator[Day]:
    """So many days of news."""
    chance = random.Random(seed)  # noqa: S311 the same news each time, nothing secret
    stories: list[tuple[str, str, str]] = []
    for number in range(count):
        day = first + timedelta(number)
        articles: list[Article] = []
        quotes: list[Quote] = []
        events: list[Event] = []
        for place in range(EVENTS):
            on = chance.random() < GOING_ON and stories
            story, doer, thing = (
                chance.choice(stories[-20:]) if on else ("", chance.choice(DOERS), chance.choice(THINGS))
            )
            size = ARTICLES // EVENTS + chance.choice((-2, -1, 0, 0, 1, 2))
            made = list(telling(chance, day, number * 100 + place * 10, size, doer, thing))
            ids = tuple(article.id for article, _ in made)
            times = [article.published for article, _ in made if article.published]
            name = f"e{number * EVENTS + place:012x}"
            if not story:
                stories.append((name, doer, thing))
            copies = tuple(Copy(each, ids[0]) for each in ids[3:])
            events.append(Event(name, ids, made[0][0].title, min(times), max(times), copies, story or None))
            articles += [article for article, _ in made]
            quotes += [quote for _, quote in made if quote]
        yield Day(day, tuple(articles), tuple(quotes), tuple(events))


def telling(
    chance: random.Random, day: date, number: int, size: int, doer: str, thing: str
) -> Iterator[tuple[Article, Quote | None]]:
    """The articles on one event, every second one with a quotation."""
    deed, where, count = chance.choice(DEEDS), chance.choice(PLACES), chance.randrange(3, 900)
    for at, outlet in enumerate(chance.sample(OUTLETS, max(1, size))):
        said = f"We counted {count + at} visitors at the {thing} before anybody {deed} it"
        speaker = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        text = (
            f"{doer} {deed} the {thing} of {where} on {day:%A}, after {count} people had asked for it in a letter.\n"
            f"The {thing} has stood empty for {1 + count % 40} years, and repairs would cost {count} million crowns.\n"
            f"“{said},” {speaker} told the {outlet}. Neighbours in {chance.choice(PLACES)} were not convinced."
        )
        title = (
            f"{doer} {deed} {where} {thing}"
            if at == 0
            else f"{where} {thing} {deed}, {chance.choice(DOERS).lower()} says"
        )
        time = datetime(day.year, day.month, day.day, 5 + at * 2, chance.randrange(60), tzinfo=UTC)
        article = Article(
            f"{number + at:012x}", title, text, f"https://news.example/{number + at}", outlet, (), time, "second", 0,
            None, "stated", "en", None, digest(title, text), "news.jsonl", (),
        )  # fmt: skip
        start = text.index(said)
        spoken = Quote(article.id, "direct", Span(start, start + len(said)), speaker, None, None, "told", 0.99)
        yield article, spoken if at % 2 == 0 else None


def briefing(day: Day) -> Brief:
    """The daily briefing that tells of every event, in two sentences each."""
    start = datetime(day.day.year, day.day.month, day.day.day, tzinfo=UTC)
    window = Window(day.day.isoformat(), "day", start, start + timedelta(1), day.day, day.day)
    articles = {article.id: article for article in day.articles}
    sections = []
    for event in day.events:
        first = articles[event.article_ids[0]]
        ends = [at + 1 for at, letter in enumerate(first.text) if letter == "\n"]
        spans = (Span(0, ends[0] - 1), Span(ends[0], ends[1] - 1))
        told = tuple(
            KeySentence(Extract(first.id, span, 1.0, rank), Citation(Place(first.id, span), ()))
            for rank, span in enumerate(spans)
        )
        outlets = tuple(dict.fromkeys(articles[each].outlet or "" for each in event.article_ids))
        sections.append(Section(event, 1.0, told, (), outlets))
    covered = Coverage(1, len(articles), len(OUTLETS), len(day.events), (), (), (), ())
    cover = tuple(section.extracts[0] for section in sections[:3])
    return Brief(window.id, "Daily briefing", window, "brief", "UTC", cover, tuple(sections), (), day.articles, covered)


def keep(day: Day, library: Path, archive: Path) -> None:
    """Put a day into a library, and its briefing into an archive."""
    with open_library(library) as opened:
        opened.add(day.articles, seen_at=datetime(2027, 6, 1, tzinfo=UTC))
    said = {quote.article_id: quote for quote in day.quotes}
    with Quotations(library) as quotations:
        found = [(article, [said[article.id]] if article.id in said else []) for article in day.articles]
        quotations.remember(found, method())
    with Remembered(library) as remembered:
        remembered.remember(day.events, {each: event.id for event in day.events for each in event.article_ids})
        remembered.tell_stories({event.story_id: event.story_id for event in day.events if event.story_id})
    made = briefing(day)
    with Editions(library) as editions:
        editions.remember(edition(made, "", lambda article: article.published.date() if article.published else None))
    for kind in ("html", "md"):
        path = location(archive, made.window, kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(made, kind))
