"""Add: all of `brief add`: files and folders, pages and feeds into the library, feeds into `brief.toml`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing import pipeline
from briefing.config import Config
from briefing.config.fetch import web_address
from briefing.config.subscribe import subscribe
from briefing.engine import engine_named
from briefing.errors import ConfigError, ReadError
from briefing.fetch import fetch
from briefing.model import Problem
from briefing.read.body import body_of
from briefing.read.naming import source_name
from briefing.read.opml import parse_opml
from briefing.read.web.client import Outside
from briefing.store import open_library

SCHEMES = ("http://", "https://")
LIST = ".opml"
SHOWN = 60  # characters of a wrong address


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding some sources."""

    new: tuple[str, ...]  # ids of articles not known before
    changed: tuple[str, ...]  # ids of articles known with other words
    known: int  # articles that were known as they are
    subscribed: tuple[str, ...]  # feeds that were put into brief.toml
    problems: tuple[Problem, ...]


def add(
    sources: Sequence[str],
    config: Config,
    folder: Path,
    now: datetime,
    *,
    follow: bool = True,
    progress: pipeline.Progress = pipeline.silent,
    outside: Outside | None = None,
) -> Added:
    """Read files, folders and addresses into the library; with `follow`, put feeds into `folder`'s `brief.toml`.

    The feeds of an OPML list are put there (without `follow`: fetched once). Raises ReadError where a path is missing.
    """
    urls = [source for source in sources if source.lower().startswith(SCHEMES)]
    paths = [Path(source) for source in sources if source not in urls]
    lists = [path for path in paths if path.suffix.lower() == LIST]
    listed, problems = _feeds_in(lists)
    if not follow:
        urls += listed
    files = [path for path in paths if path not in lists]
    with open_library(config.library) as library, engine_named(config.engine, config.processes) as engine:
        taken = [pipeline.take(files, library, config.library, now, progress, engine)]
    found: tuple[str, ...] = ()
    if urls:
        fetched = fetch(urls, config, now, progress, outside)
        found = fetched.feeds
        taken.append(fetched.taken)
    return Added(
        new=tuple(id_ for each in taken for id_ in each.new),
        changed=tuple(id_ for each in taken for id_ in each.changed),
        known=sum(each.known for each in taken),
        subscribed=subscribe(folder, (*listed, *found)) if follow and (listed or found) else (),
        problems=problems + tuple(problem for each in taken for problem in each.problems),
    )


def _feeds_in(lists: Sequence[Path]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The addresses of the feeds in OPML lists, and what is wrong with the lists."""
    feeds: list[str] = []
    problems: list[Problem] = []
    for path in lists:
        if not path.exists():
            raise ReadError(f"{source_name(path)} does not exist: name a file or a folder")
        body = body_of(path)
        found = body if isinstance(body, Problem) else parse_opml(body, source_name(path))
        if isinstance(found, Problem):
            problems.append(found)
        else:
            for feed in found:
                try:
                    feeds.append(web_address(feed.url, "it"))
                except ConfigError:
                    problems.append(
                        Problem("read", source_name(path), f"lists what is no address: {feed.url[:SHOWN]!r}")
                    )
    return tuple(feeds), tuple(problems)
