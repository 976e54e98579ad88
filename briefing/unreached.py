"""Unreached: the feeds and pages that had nothing to give when they were asked last, for the coverage note."""

from pathlib import Path

from briefing.config import Config
from briefing.model import Problem


def unreached(config: Config, library: Path) -> tuple[Problem, ...]:
    """One `Problem` for each of the configuration's feeds and pages that failed; `library` was opened before."""
    urls = (*config.feeds, *config.pages)
    if not urls:
        return ()
    from briefing.store.visits import Visits

    with Visits(library) as visits:
        found = visits.visited(urls)
    return tuple(Problem("read", url, found[url].problem) for url in urls if url in found and found[url].problem)
