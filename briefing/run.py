"""Run: all of `brief run`, which the schedule calls: fetch, make, send, whatever is due and not yet done."""

from collections.abc import Callable
from datetime import datetime

from briefing import pipeline
from briefing.config import Config
from briefing.due import due
from briefing.model import Problem
from briefing.send import Order, Sent, mail_of, send


def run(
    config: Config, clock: Callable[[], datetime], progress: pipeline.Progress = pipeline.silent, *, retry: bool = False
) -> tuple[Sent, ...]:
    """Everything that was due by now: its files into the archive, its letters to whoever has not had them.

    Fetches only if there is something to make. What could not be fetched, read or written is in the letters' coverage
    note and in the result. Raises as `briefing.send.send` does.
    """

    def prepare(settled: Config) -> tuple[Problem, ...]:
        urls = (*settled.feeds, *settled.pages)
        if not urls:
            return ()
        from briefing.fetch import fetch

        return fetch(urls, settled, clock(), progress).taken.problems

    if config.recipients:
        mail_of(config)  # said before the work, not after it
    order = Order(config, lambda ledger: due(config, ledger, clock()), retry=retry, scheduled=True, prepare=prepare)
    return send(order, clock, progress)
