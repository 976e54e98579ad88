"""How common each term is in news outside the batch at hand, over all and topic by topic.

A batch of a few hundred articles is too small to tell a common word from a telling one; a few thousand older articles
can. What ships is a table of figures only: a stem, and in how many articles of each topic it occurs. The topics are
clusters of the background's articles and have no names. `benchmarks/group_background.py` made the table.
"""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import repeat

import numpy as np
import numpy.typing as npt

TABLE = "background.gz"
COUNT = np.dtype("<u4")  # of the articles of a topic that have a stem


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

    def of(self, stems: Sequence[str]) -> npt.NDArray[np.float32]:
        """The counts of stems, a row each, a column a topic; noughts where they are not known."""
        if isinstance(self.counts, Counts):
            return self.counts.of(stems)
        none = (0,) * len(self.sizes)
        found = [self.counts.get(stem, none) for stem in stems]
        return np.array(found, dtype=np.float32).reshape(len(stems), len(self.sizes))


class Counts(Mapping[str, tuple[int, ...]]):
    """Counts by stem, read from a table at once: twenty thousand rows one by one take a tenth of a small briefing."""

    def __init__(self, stems: Sequence[str], table: npt.NDArray[np.uint32]) -> None:
        """stems: what the rows of `table` are of."""
        self._rows = dict(zip(stems, range(len(stems)), strict=True))
        self._table = table
        self._and_none = np.zeros((len(stems) + 1, table.shape[1]), np.float32)  # the last is nobody's
        self._and_none[:-1] = table

    def __getitem__(self, stem: str) -> tuple[int, ...]:
        return tuple(self._table[self._rows[stem]].tolist())

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, stems: Sequence[str]) -> npt.NDArray[np.float32]:
        """The rows of stems, noughts where there is none."""
        none = len(self._rows)
        places = np.fromiter(map(self._rows.get, stems, repeat(none)), np.int64, len(stems))
        found: npt.NDArray[np.float32] = self._and_none[places]
        return found


NO_BACKGROUND = Background((), {})


def dump(background: Background) -> bytes:
    """A background as the compressed table `parse` reads: the topics' sizes, a line a stem, none, then all counts.

    The counts are whole numbers of four bytes, the lowest first, as half a million in words take 20 ms to read.
    """
    stems = sorted(background.counts)
    lines = "\n".join((" ".join(map(str, background.sizes)), *stems, "", ""))
    counts = np.array([background.counts[stem] for stem in stems], COUNT)
    return gzip.compress(lines.encode() + counts.tobytes(), mtime=0)


def parse(table: bytes) -> Background:
    """The background a compressed table holds."""
    lines, _, counts = gzip.decompress(table).partition(b"\n\n")
    first, *stems = lines.decode().split("\n")
    sizes = tuple(map(int, first.split()))
    return Background(sizes, Counts(stems, np.frombuffer(counts, COUNT).reshape(len(stems), len(sizes))))


@cache
def shipped() -> Background:
    """The background that comes with the package: English-language news."""
    return parse(files("briefing.group").joinpath(TABLE).read_bytes())
