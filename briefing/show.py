"""Show: all of `brief show`: what the library has under a name that `brief list` and `brief search` print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.config import Config
from briefing.correct import meant
from briefing.database import Address
from briefing.errors import DeliverError, EventError
from briefing.model import Article, Event, Span
from briefing.store import Library, open_library
from briefing.store.names import Names
from briefing.store.remembered import Remembered
from briefing.verify.places import parse_place

BRIEFING = re.compile(r"[0-9]{4}-[0-9W][0-9A-Za-z._-]{1,100}")


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as it stands in the archive, by hand or not."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its former versions."""

    article: Article
    former: tuple[Article, ...]  # oldest first
    span: Span | None = None  # of the words that were asked for


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its articles, in its order."""

    event: Event
    articles: tuple[Article, ...]


def show(name: str, config: Config) -> Briefing | Told | Happening:
    """What is called that: a briefing ("2026-W20"), an article, an event, or words ("30d7df55476b:1499-1570").

    Articles and events may be named by the beginnings of their ids. Raises EventError where nothing is called so or
    several things are, StoreError where there is no library, DeliverError where a briefing's file cannot be read.
    """
    if BRIEFING.fullmatch(name):
        return archived(name, config.archive)
    with open_library(config.library, create=False) as library:
        place = parse_place(name)
        with Names(config.library) as named:
            kinds = named.all()
        found = one_of(place.article_id if place else name, kinds)
        if kinds[found] == "event":
            return happening(found, library, config.library)
        *former, article = library.versions(found)
        if place and not place.span.start < min(place.span.end, len(article.text)):
            raise EventError(f"article {found} has no words at that place: it has {len(article.text)} characters")
        return Told(article, tuple(former), place.span if place else None)


def archived(name: str, archive: Path) -> Briefing:
    """The briefing of that name; in whichever year it stands."""
    found = sorted(archive.glob(f"*/{name}.md"))
    if not found:
        raise EventError(f"there is no briefing {name} in {archive}: brief list shows those there are")
    try:
        return Briefing(found[0], found[0].read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DeliverError(f"{found[0]} cannot be read: {error}") from None


def happening(event_id: str, library: Library, path: Address) -> Happening:
    """The event of that id."""
    with Remembered(path) as remembered:
        event = next(each for each in remembered.events() if each.id == event_id)
    return Happening(event, library.get(event.article_ids))


def one_of(name: str, ids: Iterable[str]) -> str:
    """The one id that is `name`, or begins with it."""
    return meant(name, ids, f'nothing here is called "{name}": brief search and brief list show what there is')
