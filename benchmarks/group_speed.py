"""Time the grouping of a generated year of news, beside a plain product of all pairs.

    python benchmarks/group_speed.py [--sizes 1000 10000] [--seed 1]

The articles are made of invented words, drawn by Zipf's law: 3 in 10 of an article's words come from its event's own
vocabulary, 2 in 10 from its topic's, the rest from the whole. Events have 1 to some dozens of articles within days of
each other; one article in twelve reprints another with a few words changed. The reference is `sparse_dot_topn` on the
bodies' vectors alone, 20 nearest: what finding neighbours costs without anything else.
"""

import argparse
import resource
import time
from datetime import UTC, datetime, timedelta

import numpy as np
import numpy.typing as npt
from sparse_dot_topn import sp_matmul_topn

from briefing import rows
from briefing.group import group
from briefing.group.background import shipped
from briefing.group.tokens import tokens
from briefing.group.vectors import counted, vectors
from briefing.model import Article

WORDS, TOPICS = 60_000, 40  # the size of a year's vocabulary; how many running topics
TOPIC_WORDS, EVENT_WORDS = 400, 60  # words a topic and an event have as their own
ZIPF = 1.05  # the exponent; English news is near 1
REPRINTED, OUTLETS = 1 / 12, 60  # the share of reprints; how many outlets
MEAN_SIZE = 3.0  # articles an event
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "te", "vu", "zan", "gor", "lin", "mer", "tas")
START = datetime(2025, 1, 1, tzinfo=UTC)


def vocabulary() -> list[str]:
    """Invented words, the frequent ones first and shorter."""
    base = len(SYLLABLES)
    return ["".join(SYLLABLES[n // base**k % base] for k in range(4)) + SYLLABLES[n % 7] for n in range(WORDS)]


def generated(count: int, seed: int) -> list[Article]:
    """So many articles of one year."""
    rng = np.random.default_rng(seed)
    words = np.array(vocabulary(), dtype=object)
    chances = np.cumsum(np.arange(1, WORDS + 1) ** -ZIPF)
    topics = rng.integers(300, WORDS, (TOPICS, TOPIC_WORDS))
    articles: list[Article] = []
    while len(articles) < count:
        topic, own = topics[rng.integers(TOPICS)], rng.integers(300, WORDS, EVENT_WORDS)
        moment = START + timedelta(days=float(rng.uniform(0, 365)))
        for _ in range(min(count - len(articles), int(rng.geometric(1 / MEAN_SIZE)))):
            when = moment + timedelta(hours=float(rng.exponential(20)))
            drawn = _drawn(rng, chances, topic, own)
            text = [str(word) for word in words[drawn]]
            if articles and rng.random() < REPRINTED:
                text = _reprinted(rng, articles[-1].text.split(), text[0])
            articles.append(_article(len(articles), text, when, int(rng.integers(OUTLETS))))
    return articles


def _drawn(
    rng: np.random.Generator, chances: npt.NDArray[np.float64], topic: npt.NDArray[np.int64], own: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """The numbers of an article's words."""
    length = int(np.clip(rng.lognormal(6.2, 0.6), 80, 4000))
    drawn = np.searchsorted(chances, rng.uniform(0, chances[-1], length))
    kind = rng.random(length)
    drawn = np.where(kind < 0.2, topic[rng.integers(0, len(topic), length)], drawn)
    return np.where(kind > 0.7, own[np.minimum(rng.geometric(0.08, length), len(own)) - 1], drawn)


def _reprinted(rng: np.random.Generator, text: list[str], other: str) -> list[str]:
    """The same text with one word in a hundred changed."""
    changed = set(rng.integers(0, len(text), 1 + len(text) // 100).tolist())
    return [other if place in changed else word for place, word in enumerate(text)]


def _article(number: int, drawn: list[str], when: datetime, outlet: int) -> Article:
    row = {"id": f"{number:06d}", "title": " ".join(drawn[:9]), "text": " ".join(drawn), "published": when.isoformat()}
    return rows.article(row | {"outlet": f"Outlet {outlet}"})


def main() -> None:
    """Generate, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    shipped()
    for size in arguments.sizes:
        articles = generated(size, arguments.seed)
        start, busy = time.perf_counter(), time.process_time()
        events = group(articles)
        taken, busy = time.perf_counter() - start, time.process_time() - busy
        read = tokens(articles)
        bodies = vectors(counted(read, np.zeros(len(read.texts.flat), dtype=bool)), shipped()).bodies
        start = time.perf_counter()
        sp_matmul_topn(bodies, bodies.T.tocsr(), top_n=20, threshold=0.03)
        plain = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        copies = sum(len(event.copies) for event in events)
        print(
            f"{size} articles: {taken:.1f} s ({busy:.1f} s of processor), {len(events)} events, {copies} copies; "
            f"all pairs by sparse_dot_topn alone {plain:.1f} s; {memory:.0f} MB at most"
        )


if __name__ == "__main__":
    main()
