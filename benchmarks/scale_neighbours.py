"""The search for neighbours in one week of up to a million articles: time, memory, candidates an article.

    python benchmarks/scale_neighbours.py [--sizes 10000 100000 1000000] [--blocks 5] [--seed 1] [--json FILE]

Articles are drawn as `generated_news.py` draws them (the same events, lengths, words, names and copies), but straight
as numbers of words: no text is written and none is read, which would take the most time and is one article's work after
another's anyway. Weights, fields and the search are `brief`'s own, as in the first of its two passes. The search works
by blocks of 1,000 rows, each held against all rows; `--blocks` of them, spread evenly, are done, and `whole` is what
all blocks would take by them: blocks depend on nothing but the rows, so they may be done anywhere, one by one.

telling     words an article is looked for by
products    pairs of articles and words in common that are multiplied, an article: what the search's time goes by
candidates  different articles an article is held against, by these words
neighbours  pairs that are kept an article
sent        megabytes that every worker needs once, and for each block, there and back
"""

import argparse
import json
import pickle
import resource
import time
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from benchmarks import generated_news as news
from briefing.group.background import shipped
from briefing.group.candidates import BLOCK, NEAREST, Among, Block, nearest_of, telling_of, uncommon
from briefing.group.neighbours import _side_by_side
from briefing.group.rarity import rarity
from briefing.group.vectors import BODY_WORDS, LEAD_WORDS, Vectors, _weighted

TOGETHER = 1000  # articles drawn at once
SAMPLED = 100  # rows of a block whose candidates are counted
MEGABYTES = 1e6

Integers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Cost:
    """What the search took for so many articles."""

    articles: int
    rows_cpu: float  # seconds of processor until the rows were ready
    blocks: int  # done
    whole_cpu: float  # seconds all blocks would take
    memory: float  # megabytes, at most
    telling: float
    products: float
    candidates: float
    neighbours: float
    sent_once: float
    sent_block: float
    sent_back: float


class Words:
    """Numbers of words: those of the background first, then names as they come."""

    def __init__(self) -> None:
        self.known = len(news.vocabulary().words)
        self.names: dict[str, int] = {}

    def of(self, name: str) -> list[int]:
        """A name of one or two words."""
        return [self.names.setdefault(part, self.known + len(self.names)) for part in name.lower().split()]

    def stems(self) -> tuple[str, ...]:
        """All of them."""
        return (*news.vocabulary().words.tolist(), *self.names)


@lru_cache(maxsize=1 << 16)
def happened(event: int, seed: int) -> news.Event:
    """As `generated_news.happened`, in the one week there is."""
    return news.happened(0, event, seed)


def drawn(event: news.Event, rng: news.Rng, length: int, words: Words) -> Integers:
    """As `generated_news.text` draws them: the numbers of words."""
    known = news.vocabulary()
    chosen = np.searchsorted(known.chances[event.topic], rng.random(length))
    kind = rng.random(length)
    own = event.own[np.minimum(rng.geometric(0.06, length), news.EVENT_WORDS) - 1]
    found = np.minimum(np.where(kind < news.OWN_SHARE, own, chosen), len(known.words) - 1)
    names = np.flatnonzero(kind > 1 - news.NAMES_SHARE)
    which = np.minimum(rng.geometric(0.2, len(names)), news.EVENT_NAMES) - 1
    named = [words.of(event.names[number]) for number in which.tolist()]
    found[names] = [each[0] for each in named]
    more = [
        each[1] for each in named if len(each) > 1
    ]  # second words of names go to the end: their place tells nothing
    return np.concatenate([found, more]).astype(np.int32)


def article(plan: news.Planned, seed: int, words: Words) -> tuple[Integers, Integers]:
    """The words of its title and of its text."""
    event = happened(plan.event, seed)
    rng = np.random.default_rng((seed, 3, 0, plan.of))
    length = int(np.clip(rng.lognormal(news.LENGTH_MEAN, news.LENGTH_SPREAD), news.LENGTH_MIN, news.LENGTH_MAX))
    text = drawn(event, rng, length, words)
    if plan.of != plan.number and plan.updates:
        own = np.random.default_rng((seed, 4, 0, plan.number))
        text = np.concatenate([drawn(event, own, length // 5 + 20, words), text])
    return drawn(event, rng, news.TITLE_WORDS, words), text


def counts(parts: list[Integers], columns: int) -> Any:
    """How often each word is in each of some texts."""
    starts = np.concatenate(([0], np.cumsum([len(part) for part in parts])))
    flat = np.concatenate(parts)
    found = sparse.csr_matrix((np.ones(len(flat), np.float32), flat, starts), shape=(len(parts), columns))
    found.sum_duplicates()
    return found


def rows_of(size: int, seed: int) -> Any:
    """The articles as the search has them: the three fields of each side by side, weighed."""
    words = Words()
    for topic in range(len(news.vocabulary().topics)):
        for name in news.known_names(topic, seed):
            words.of(name)
    planned = news.planned(0, size, seed)
    columns = words.known + 2 * len(news.SYLLABLES) ** 3  # more than there are names
    weigh = shipped()
    blocks = []
    for at in range(0, size, TOGETHER):
        some = [article(plan, seed, words) for plan in planned[at : at + TOGETHER]]
        titles = counts([title for title, _ in some], columns)
        leads = titles + counts([text[:LEAD_WORDS] for _, text in some], columns)
        bodies = titles + counts([text[:BODY_WORDS] for _, text in some], columns)
        stems = (*words.stems(), *("",) * (columns - words.known - len(words.names)))
        telling = rarity(stems, bodies, weigh)
        vectors = Vectors(_weighted(titles, telling), _weighted(leads, telling), _weighted(bodies, telling), stems)
        blocks.append(_side_by_side(vectors, np.ones(len(some), dtype=bool)))
    return sparse.vstack(blocks, format="csr")


def measured(size: int, blocks: int, seed: int) -> Cost:
    """Draw, search, count."""
    begun = time.process_time()
    rows = rows_of(size, seed)
    ready = time.process_time() - begun
    wanted, used = uncommon(rows)
    del rows
    among = Among(wanted.T.tocsr(), None, NEAREST + 1)
    starts = np.unique(np.linspace(0, (size - 1) // BLOCK, blocks).astype(int)) * BLOCK
    spent, candidates, neighbours, back, there, done, telling, multiplied = 0.0, [], 0, 0, 0, 0, 0, 0
    for start in starts.tolist():
        some = telling_of(wanted[start : start + BLOCK], used)
        block = Block(np.arange(start, start + some.shape[0]), some, None)
        begun = time.process_time()
        found = nearest_of(among, block)
        spent += time.process_time() - begun
        done += some.shape[0]
        telling += some.nnz
        multiplied += int(used[some.indices].sum())
        neighbours += len(found.rows)
        there, back = max(there, len(pickle.dumps(block))), max(back, len(pickle.dumps(found)))
        candidates.append(np.diff((some[:SAMPLED] @ among.whole).indptr).mean())
    return Cost(
        size, ready, len(starts), spent * size / done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        telling / done, multiplied / done, float(np.mean(candidates)), neighbours / done,
        len(pickle.dumps(among)) / MEGABYTES, there / MEGABYTES, back / MEGABYTES,
    )  # fmt: skip


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[10_000, 100_000])
    parser.add_argument("--blocks", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    costs = []
    for size in arguments.sizes:
        costs.append(asdict(measured(size, arguments.blocks, arguments.seed)))
        print("  ".join(f"{name} {value:,.1f}" for name, value in costs[-1].items()), flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(costs, indent=1) + "\n")


if __name__ == "__main__":
    main()
