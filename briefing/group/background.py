"""How common each term is in news outside the batch at hand, over all and topic by topic.

A batch of a few hundred articles is too small to tell a common word from a telling one; a few thousand older articles
can. What ships is a table of figures only: a stem, and in how many articles of each topic it occurs. The topics are
clusters of the background's articles and have no names. `benchmarks/group_background.py` made the table.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

TABLE = "background.tsv.gz"


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of articles, one a topic, for each stem."""

    sizes: tuple[int, ...]  # how many articles each topic has
    counts: Mapping[str, tuple[int, ...]]  # stem → in how many of each topic's articles; absent: too rare to list
    recent: Mapping[str, int] = field(default_factory=dict)  # stem → in how many of the articles just before the batch
    recent_articles: int = 0  # how many those are

    @property
    def articles(self) -> int:
        """How many articles the topics' figures are of."""
        return sum(self.sizes)


NO_BACKGROUND = Background((), {})


def dump(background: Background) -> bytes:
    """A background as the compressed table `parse` reads: the topics' sizes, then a line a stem."""
    lines = [" ".join(map(str, background.sizes))]
    lines += [f"{stem}\t{' '.join(map(str, counts))}" for stem, counts in sorted(background.counts.items())]
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def parse(table: bytes) -> Background:
    """The background a compressed table holds."""
    sizes, *lines = gzip.decompress(table).decode().split("\n")
    rows = (line.split("\t") for line in lines)
    return Background(_numbers(sizes), {stem: _numbers(counts) for stem, counts in rows})


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


@cache
def shipped() -> Background:
    """The background that comes with the package: English-language news."""
    return parse(files("briefing.group").joinpath(TABLE).read_bytes())
