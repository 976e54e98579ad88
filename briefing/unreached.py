"""Unreached: what the coverage note says of feeds and pages: how many were asked, and which had nothing to give."""

from briefing.config import Config
from briefing.database import Address
from briefing.model import Problem


def unreached(config: Config, library: Address) -> tuple[int, tuple[Problem, ...]]:
    """How many of the configuration's feeds and pages were ever asked, and a `Problem` for each that failed last time.

    `library` was opened before.
    """
    urls = (*config.feeds, *config.pages)
    if not urls:
        return 0, ()
    from briefing.read.web.address import without_password
    from briefing.store.visits import Visits

    with Visits(library) as visits:
        found = visits.visited(urls)
    failed = [found[url] for url in urls if url in found and found[url].problem]
    return len(found), tuple(Problem("read", without_password(visit.url), visit.problem) for visit in failed)
