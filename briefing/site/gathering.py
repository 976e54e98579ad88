"""Gathering: the holdings of a library, read."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from briefing.config import Config
from briefing.errors import StoreError
from briefing.group.corrections import dropped
from briefing.ledger import Line, Person, Wanted, open_shelf
from briefing.ledger.roll import roll
from briefing.model import Edition, Event
from briefing.pipeline import Progress, silent
from briefing.render import FORMATS
from briefing.site import addresses
from briefing.site.embedding import main
from briefing.site.holdings import Holdings
from briefing.store.remembered import Remembered
from briefing.store.stock import Stock

BESIDE = tuple(kind for kind in FORMATS if kind != "html")


Ledger = tuple[tuple[Line, ...], tuple[Person, ...]]


def gather(config: Config, progress: Progress = silent) -> Holdings:
    """All of the library that `config` names; quotations nobody has looked for yet are looked for.

    Raises StoreError where there is no library.
    """
    return gathered(config, ledger(config, progress))


def ledger(config: Config, progress: Progress = silent) -> Ledger:
    """Every quotation that is sure of its speaker, and everybody who speaks."""
    library = config.library
    if not library.exists():
        raise StoreError(f"there is no library {library}: name the one to use with --library, or make a briefing first")
    with open_shelf(library, config.timezone, progress) as shelf:
        lines = shelf.read(Wanted())
        return lines, roll(lines, shelf.spellings())


def gathered(config: Config, known: Ledger) -> Holdings:
    """The library as it is now, with a ledger that was read before: correcting events changes nothing in that."""
    library, (lines, people) = config.library, known
    with Stock(library) as stock, Remembered(library) as remembered:
        gone = dropped(remembered.corrections())
        editions, events = stock.editions(), kept(stock.events(), *gone)
        told = {each for edition in editions for event in edition.told for each in event.article_ids}
        every = stock.every_article(told)
    articles = {each: article for each, article in every.items() if each not in gone[0]}
    standing = tuple(edition for edition in editions if path(config, edition, "html").is_file())
    return Holdings(
        title=config.title,
        timezone=config.timezone,
        editions=standing,
        events=events,
        articles=articles,
        lines=tuple(heard(lines, gone[0])),
        people=people,
        bodies=bodies(config, standing),
        beside=beside(config, standing),
    )


def kept(events: Iterable[Event], articles: Container[str], ids: Container[str]) -> tuple[Event, ...]:
    """The events less those that the user dropped, and less dropped articles."""
    left = (
        replace(event, article_ids=tuple(each for each in event.article_ids if each not in articles))
        for event in events
        if event.id not in ids
    )
    return tuple(event for event in left if event.article_ids)


def heard(lines: Iterable[Line], articles: Container[str]) -> Iterator[Line]:
    """The quotations less those cited from dropped articles."""
    for line in lines:
        if line.articles[0].id not in articles:
            left = tuple(article for article in line.articles if article.id not in articles)
            yield line if len(left) == len(line.articles) else replace(line, articles=left)


def bodies(config: Config, editions: Iterable[Edition]) -> Mapping[str, str]:
    """The address of each briefing → what stands in the main part of its page in the archive."""
    return {
        addresses.briefing(each.window): main(path(config, each, "html").read_text("utf-8", "replace"))
        for each in editions
    }


def beside(config: Config, editions: Iterable[Edition]) -> Mapping[str, tuple[str, ...]]:
    """The address of each briefing → the other formats it stands in."""
    return {
        addresses.briefing(each.window): tuple(kind for kind in BESIDE if path(config, each, kind).is_file())
        for each in editions
    }


def path(config: Config, edition: Edition, kind: str) -> Path:
    """Where a briefing stands in the archive."""
    from briefing.deliver.archive import location

    return location(config.archive, edition.window, kind)
