"""Make: all of `brief make`, from sources to files in the archive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from briefing import kept, pipeline
from briefing.compose import EDITIONS, edition
from briefing.config import SOURCES, TITLE, Config
from briefing.database import Address
from briefing.deliver.archive import write
from briefing.deliver.year import keep_year
from briefing.editions import numbered, remember
from briefing.engine import HERE, Engine, engine_named
from briefing.errors import ConfigError
from briefing.model import Brief, Topic, Window
from briefing.render import render_all
from briefing.render.checksum import is_intact, stamp
from briefing.store import Library, open_library
from briefing.store.editions import Editions
from briefing.store.identities import Identities
from briefing.store.remembered import Remembered
from briefing.store.scratch import scratch_copy
from briefing.summarise.registry import method_named
from briefing.unreached import unreached
from briefing.window import time_zone

EVERYTHING = ""  # the topic of a briefing that has none
TITLES = {"day": "Daily briefing", "week": "Weekly briefing", "month": "Monthly briefing"}


class Order(NamedTuple):
    """One call of `brief make`."""

    config: Config  # brief.toml with the command line's own words over it
    window: Window
    only_sources: bool  # brief nothing that the library knows from elsewhere
    force: bool  # replace files edited by hand
    dry_run: bool  # change nothing
    topic: Topic | None = None  # what it is to be about; None: everything


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it."""

    brief: Brief
    files: Mapping[str, bytes]  # by format
    written: tuple[Path, ...]  # the files in the archive, none for a dry run or when there was nothing to say
    weeks: Mapping[str, int]  # ISO week → articles there are, in order of time
    kept: Path | None = None  # the year's page, where it was edited by hand and so not brought up to date

    @property
    def unread(self) -> bool:
        """Whether some input could not be read."""
        return bool(self.brief.coverage.problems)

    @property
    def empty(self) -> bool:
        """Whether there is neither an article nor a failure to tell of."""
        return not self.brief.coverage.articles and not self.unread


def make(order: Order, now: datetime, progress: pipeline.Progress = pipeline.silent) -> Made:
    """Read the sources into the library, brief the window, write the files."""
    method_named(order.config.method)  # a misspelt name is known before an hour's reading, not after it
    with engine_named(order.config.engine, order.config.processes) as engine:
        if not order.dry_run:
            return _make(order, order.config.library, now, progress, engine)
        with scratch_copy(order.config.library) as copy:
            return _make(order, copy, now, progress, engine)


def _make(order: Order, library_path: Address, now: datetime, progress: pipeline.Progress, engine: Engine) -> Made:
    config = order.config
    if not order.only_sources:
        config = replace(config, sources=present(config.sources, library_path))
    topic = order.topic.name if order.topic else EVERYTHING
    window = replace(order.window, id=f"{order.window.id}-{topic}") if topic else order.window
    wish = pipeline.Wish(
        window, title(order), config.words, config.method, config.timezone, order.topic, config.watch,
        () if topic else config.parts,
    )  # fmt: skip
    with open_library(library_path) as library:
        taken = pipeline.take(config.sources, library, library_path, now, progress, engine)
        if not order.only_sources:
            asked, failed = unreached(config, library_path)
            taken = replace(taken, sources=taken.sources + asked, problems=(*taken.problems, *failed))
        told = kept.digest(wish, taken, library_path, only_taken=order.only_sources)
        known = kept.known(wish, topic, told, library_path)
        made = plain = known or composed(
            wish, library, taken, library_path, only_taken=order.only_sources, progress=progress, engine=engine
        )
        if not order.only_sources:  # a choice of sources corrects nothing
            made = numbered(made, topic, library, library_path)
        weeks = library.calendar(time_zone(config.timezone), only=taken.ids if order.only_sources else None)
    files = render_all(made, config.formats, templates=config.templates)
    result = Made(made, files, (), weeks)
    if order.dry_run or result.empty:
        return result
    written = write(config.archive, window, files, is_intact=is_intact, force=order.force)
    with Editions(library_path) as editions:
        editions.remember(edition(made, topic, pipeline.day_of(config.timezone)))
    if not order.only_sources:
        remember(made, topic, library_path, now)
    if known is None:
        told = kept.digest(wish, taken, library_path, only_taken=order.only_sources)  # with what this run remembered
        kept.keep(plain, wish, topic, told, library_path)
    year = keep_year(written[0].parent, stamp=stamp, is_intact=is_intact, force=order.force) if written else None
    return Made(made, files, written, weeks, year)


def composed(
    wish: pipeline.Wish,
    library: Library,
    taken: pipeline.Taken,
    library_path: Address,
    *,
    only_taken: bool,
    progress: pipeline.Progress,
    engine: Engine = HERE,
) -> Brief:
    """The briefing out of the library, with what the user said of people and what earlier editions told."""
    from briefing.ledger.finding import quoted  # late: a knock with nothing to do stays light
    from briefing.picked import picked_in
    from briefing.reading import forget, kept_in

    topic = wish.topic.name if wish.topic else EVERYTHING
    with Editions(library_path) as editions:
        before = editions.before(wish.window, topic, EDITIONS)
    with Identities(library_path) as identities:
        people = [(each.kind, each.names) for each in identities.said()]
    forget(library_path, wish.window.start)
    with Remembered(library_path) as known:
        return pipeline.brief(
            wish, library, taken, only_taken=only_taken, known=known, before=before,
            quoted=lambda articles: quoted(articles, library_path, engine), people=people, progress=progress,
            engine=engine, reading=kept_in(library_path),
            picking=picked_in(library_path, wish.window, topic, wish.method, engine),
        )  # fmt: skip


def title(order: Order) -> str:
    """What stands at the top: the operator's own title, else one that says how long a stretch of time it covers."""
    named = order.config.title
    name = named if named != TITLE else TITLES.get(order.window.kind, TITLE)
    return f"{name}: {order.topic.name}" if order.topic else name


def present(sources: tuple[Path, ...], library_path: Address) -> tuple[Path, ...]:
    """The sources that nobody named on the command line; ConfigError where one is not there.

    But for the samples, which are read where nothing else is said: who has added articles to a library needs none.
    """
    missing = [source for source in sources if not source.exists()]
    if [source.name for source in missing] == [SOURCES] == [source.name for source in sources] and holds(library_path):
        return ()
    for source in missing:
        raise ConfigError(f"there is no {source} here: name what to read with --source, or in brief.toml")
    return sources


def holds(library_path: Address) -> bool:
    """Whether there is a library with dated articles."""
    if isinstance(library_path, Path) and not library_path.exists():
        return False
    with open_library(library_path) as library:
        return bool(library.calendar())
