"""Fetch: all of `brief fetch`, and of `brief add` for what is not a file: from addresses to articles in the library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing import pipeline
from briefing.config import Config
from briefing.engine import engine_named
from briefing.read.web.client import Client, Outside
from briefing.read.web.harvest import harvest
from briefing.recheck import recheck
from briefing.store import open_library
from briefing.store.visits import Visits


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking some addresses."""

    asked: int  # feeds and pages
    unchanged: int  # of these, how many had nothing new
    feeds: tuple[str, ...]  # of these, those that are feeds and answered with one
    taken: pipeline.Taken


def fetch(
    urls: Sequence[str],
    config: Config,
    now: datetime,
    progress: pipeline.Progress = pipeline.silent,
    outside: Outside | None = None,
) -> Fetched:
    """Ask each address for what is new, and keep it in the library.

    Pages that briefings cited of late are read again, too, for what was changed in them since.
    What servers said is remembered only when the articles are safe, so that a run that breaks off loses none.
    """
    with (
        open_library(config.library) as library,
        Visits(config.library) as visits,
        Client(config.fetch, outside) as client,
        engine_named(config.engine, config.processes) as engine,
    ):
        brought = harvest(
            urls, visits.visited, client, config.fetch, now, lambda answers: progress("fetching", answers)
        )
        taken = pipeline.take_forms(brought.documents, library, config.library, now, progress, engine)
        visits.remember(brought.visits, at=now)
        changed = recheck(library, config.library, visits, client, urls, now)
    taken = replace(taken, changed=(*taken.changed, *changed))
    taken = replace(taken, problems=(*brought.problems, *taken.problems))
    return Fetched(len(set(urls)), brought.unchanged, brought.feeds, taken)
