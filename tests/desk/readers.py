"""Many readers at once, and how long each page takes to come."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

CHANGE = 7  # readers' steps differ, so that they do not all ask for the same page at the same time


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it."""

    seconds: tuple[float, ...]  # of each answer
    faults: tuple[str, ...]  # answers that were none

    def line(self) -> str:
        """The figures in a line."""
        figures = (self.percentile(50), self.percentile(95), max(self.seconds))
        shown = "median {:.0f} ms, p95 {:.0f} ms, slowest {:.0f} ms".format(*(each * 1000 for each in figures))
        return f"{len(self.seconds)} answers, {len(self.faults)} faults: {shown}"

    def percentile(self, share: int) -> float:
        """How long the answer took that so many of a hundred were quicker than."""
        return statistics.quantiles(self.seconds, n=100)[share - 1]


def read(root: str, paths: Sequence[str], *, readers: int, pages: int, pause: float) -> Told:
    """So many readers side by side, each reading so many pages with a pause after each, in seconds."""
    return asyncio.run(_read(root, paths, readers, pages, pause))


async def _read(root: str, paths: Sequence[str], readers: int, pages: int, pause: float) -> Told:
    seconds: list[float] = []
    faults: list[str] = []

    async def reader(number: int, client: httpx.AsyncClient) -> None:
        await asyncio.sleep(pause * number / readers)
        for step in range(pages):
            path = paths[(number * CHANGE + step) % len(paths)]
            started = time.perf_counter()
            try:
                answer = await client.get(f"{root}/{path}")
                if answer.status_code != httpx.codes.OK:
                    faults.append(f"{path}: {answer.status_code}")
            except httpx.HTTPError as error:
                faults.append(f"{path}: {error!r}")
            seconds.append(time.perf_counter() - started)
            await asyncio.sleep(pause)

    limits = httpx.Limits(max_connections=readers, max_keepalive_connections=readers)
    async with httpx.AsyncClient(timeout=30, limits=limits) as client:
        await asyncio.gather(*(reader(number, client) for number in range(readers)))
    return Told(tuple(seconds), tuple(faults))
