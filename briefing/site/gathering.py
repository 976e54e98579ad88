"""Gathering: the holdings of a library, read; and before that, whether anything of them is new."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefing.config import Config
from briefing.errors import StoreError
from briefing.group.corrections import dropped
from briefing.ledger import Person
from briefing.ledger.finding import fill, method
from briefing.ledger.naming import named_by_user
from briefing.ledger.who import spellings
from briefing.model import Article, Correction, Edition, Event
from briefing.pipeline import Progress, day_of, silent
from briefing.quote.witnesses import known_as
from briefing.render import FORMATS
from briefing.site import addresses
from briefing.site.digest import digest, of_bytes
from briefing.site.embedding import main, title
from briefing.site.holdings import Derived, Holdings
from briefing.site.sayings import Row, Saying, unpacked
from briefing.site.silencing import struck_sentences
from briefing.site.voices import Known, voices
from briefing.store import Library, open_library
from briefing.store.identities import Identities
from briefing.store.inventory import Inventory, Rows, head
from briefing.store.remembered import Remembered

BESIDE = tuple(kind for kind in FORMATS if kind != "html")

Ledger = tuple[tuple[Saying, ...], tuple[Person, ...]]


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the archive that is on the site."""

    path: Path
    digest: str


def gather(config: Config, progress: Progress = silent) -> Holdings:
    """All of the library that `config` names; quotations nobody has looked for yet are looked for.

    Raises StoreError where there is no library.
    """
    with stand(config, progress) as found:
        return found.holdings(found.ledger({})[0], found.told_texts())


def ledger(config: Config, known: Known) -> tuple[Ledger, Known]:
    """Every quotation that is sure of its speaker, and everybody who speaks; and what is to be known next time."""
    with stand(config) as found:
        return found.ledger(known)


def gathered(config: Config, known: Ledger) -> Holdings:
    """The library as it is now, with a ledger that was read before: correcting events changes nothing in that."""
    with stand(config) as found:
        return found.holdings(known, found.told_texts())


@contextmanager
def stand(config: Config, progress: Progress = silent) -> Iterator["Stand"]:
    """How a library stands; quotations nobody has looked for yet are looked for. Raises StoreError where it is none."""
    path = config.library
    if not path.exists():
        raise StoreError(f"there is no library {path}: name the one to use with --library, or make a briefing first")
    with open_library(path, create=False) as library:
        fill(library, path, progress)
        with Inventory(path) as inventory:
            yield Stand(config, library, inventory, inventory.rows(method()))


@dataclass(frozen=True)  # without slots: most of it is worked out only where something is new
class Stand:
    """A library and its archive as they stand."""

    config: Config
    library: Library
    inventory: Inventory
    rows: Rows

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """A digest of each article, by id."""
        return {row[0]: digest(row) for row in self.rows.heads}

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """What the user said of events and words."""
        with Remembered(self.config.library) as remembered:
            return remembered.corrections()

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The briefings that stand in the archive as HTML, the latest first."""
        return tuple(each for each in self.rows.editions() if addresses.briefing(each.window) in self.pages)

    @cached_property
    def pages(self) -> Mapping[str, bytes]:
        """The address of each briefing → its page in the archive."""
        found = {}
        for edition in self.rows.editions():
            content = read(filed(self.config, edition, "html"))
            if content is not None:
                found[addresses.briefing(edition.window)] = content
        return found

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """The address of each briefing → a digest of its page in the archive."""
        return {address: of_bytes(content) for address, content in self.pages.items()}

    @cached_property
    def files(self) -> Mapping[str, Filed]:
        """Address → file, of the briefings in other formats."""
        found = {}
        for edition in self.editions:
            for kind in BESIDE:
                path = filed(self.config, edition, kind)
                content = read(path)
                if content is not None:
                    found[addresses.briefing(edition.window, kind)] = Filed(path, of_bytes(content))
        return found

    def stamp(self) -> str:
        """A digest of it all: the same one, the same site."""
        rows = (self.rows.printed, self.rows.told, self.rows.members, self.rows.quotations, self.rows.said)
        files = [(address, file.digest) for address, file in self.files.items()]
        return digest((list(self.marks.items()), *map(digest, rows), list(self.bodies.items()), files))

    def ledger(self, known: Known) -> tuple[Ledger, Known]:
        """Every quotation that is sure of its speaker, and everybody who speaks; and what is to be known next time."""
        path = self.config.library
        quotes = named_by_user(self.rows.quotes(), self.library, path)
        events = {row[3]: row[0] for row in self.rows.members}
        with Identities(path) as identities:
            said = [(each.kind, each.names) for each in identities.said()]
        people = known_as(quotes, self.library.get, events=events, said=said)
        found, persons, kept = voices(
            quotes, people, spellings(people), self.marks, day_of(self.config.timezone), self._read, known
        )
        return (found, persons), {key: row for key, row in kept.items() if not self._tells_of_dropped(row)}

    def holdings(self, known: Ledger, texts: Mapping[str, str] | None = None) -> Holdings:
        """What pages are drawn from. texts: of articles; None: each read when it is asked for."""
        gone = dropped(self.corrections)
        sayings, people = known
        rows = {each: row for each, row in self.rows.articles().items() if each not in gone[0]}
        return Holdings(
            title=self.config.title,
            timezone=self.config.timezone,
            editions=self.editions,
            events=kept(self.rows.events(), *gone),
            articles=Derived(rows, head),
            texts=Derived(dict(zip(rows, rows, strict=True)), self._text) if texts is None else texts,
            sayings=tuple(heard(sayings, gone[0])),
            people=people,
            bodies=Derived(self.pages, lambda content: main(content.decode("utf-8", "replace"))),
            titles=Derived(self.pages, lambda content: title(content.decode("utf-8", "replace"))),
            struck=struck_sentences(self.corrections, self.library),
            beside={address: self._beside(address) for address in self.pages},
        )

    def told_texts(self) -> Mapping[str, str]:
        """The texts of all articles that a briefing told of."""
        return self.inventory.texts(
            each for edition in self.editions for told in edition.told for each in told.article_ids
        )

    def _read(self, ids: Iterable[str]) -> dict[str, Article]:
        return {article.id: article for article in self.library.get(ids)}

    def _text(self, article_id: str) -> str:
        return self.inventory.texts([article_id]).get(article_id, "")

    def _tells_of_dropped(self, row: Row) -> bool:
        """Whether any of a speaker's quotations stands in a dropped article, which nothing kept may tell of."""
        articles, _ = dropped(self.corrections)
        return bool(articles) and any(not articles.isdisjoint(unpacked(each, None).articles) for each in row[0])

    def _beside(self, address: str) -> tuple[str, ...]:
        stem = address.removesuffix("html")
        return tuple(kind for kind in BESIDE if f"{stem}{kind}" in self.files)


def kept(events: Iterable[Event], articles: Container[str], ids: Container[str]) -> tuple[Event, ...]:
    """The events less those that the user dropped, and less dropped articles."""
    left = (
        replace(event, article_ids=tuple(each for each in event.article_ids if each not in articles))
        if any(each in articles for each in event.article_ids)
        else event
        for event in events
        if event.id not in ids
    )
    return tuple(event for event in left if event.article_ids)


def heard(sayings: Iterable[Saying], articles: Container[str]) -> Iterator[Saying]:
    """The quotations less those cited from dropped articles."""
    for saying in sayings:
        if saying.articles[0] not in articles:
            left = tuple(each for each in saying.articles if each not in articles)
            yield saying if len(left) == len(saying.articles) else replace(saying, articles=left)


def filed(config: Config, edition: Edition, kind: str) -> Path:
    """Where a briefing stands in the archive."""
    from briefing.deliver.archive import location

    return location(config.archive, edition.window, kind)


def read(path: Path) -> bytes | None:
    """What stands in a file; None where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return None
