"""Document frequencies of a background of news: how common each term is outside the batch at hand.

A batch of a few hundred articles is too small to tell a common word from a telling one; a few thousand older articles
can. What ships is a table of figures only: a stem, and in how many articles of the background it occurs.
`benchmarks/group_background.py` made it.
"""

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TABLE = "background.tsv.gz"


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `articles` articles each stem occurs."""

    articles: int  # how many articles the figures are of
    frequencies: Mapping[str, int]  # stem → number of articles with it, at most `articles`; absent: too rare to list

    def plus(self, documents: Iterable[Iterable[str]]) -> "Background":
        """This background with further articles in it, each given by its stems: how a library extends what ships."""
        counts, articles = Counter(self.frequencies), self.articles
        for stems in documents:
            counts.update(set(stems))
            articles += 1
        return Background(articles, counts)


NO_BACKGROUND = Background(0, {})


def dump(background: Background, least: int) -> bytes:
    """A background as the compressed table `parse` reads: the number of articles, then the stems that `least` share."""
    kept = sorted((stem, count) for stem, count in background.frequencies.items() if count >= least)
    lines = [str(background.articles), *(f"{stem}\t{count}" for stem, count in kept)]
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def parse(table: bytes) -> Background:
    """The background a compressed table holds."""
    articles, *rows = gzip.decompress(table).decode().split("\n")
    pairs = (row.split("\t") for row in rows)
    return Background(int(articles), {stem: int(count) for stem, count in pairs})


@cache
def shipped() -> Background:
    """The background that comes with the package: English-language news."""
    return parse(files("briefing.group").joinpath(TABLE).read_bytes())
