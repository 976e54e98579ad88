"""Generated news: weeks of articles on invented events, as many as one likes, each with the event it tells.

    python benchmarks/generated_news.py ARTICLES FILE.jsonl [--weeks N] [--seed N]

For measuring cost where real news of that number may not be had. What costs is the shape of news, so that is what is
imitated: the vocabulary and how often each topic uses each word are those of the background table that ships with the
package (figures of stems, no text); people and places have invented names; lengths, sentences, paragraphs, quotations
and the share of copies are those counted in real weeks. Sizes of events follow Zipf's law. It reads like nothing.

The same arguments give the same bytes. An article is made from its own number alone, so a file of any length is
written in the memory of a few articles.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from briefing.group.background import shipped

Floats = npt.NDArray[np.float64]
Rng = np.random.Generator

FIRST_MONDAY = datetime(2025, 1, 6, tzinfo=UTC)  # of 2025-W02: a year of weeks stays in what is past
# Words an article has: lognormal, as in 3,947 articles of 2020 (median 850, mean 1,050).
LENGTH_MEAN, LENGTH_SPREAD, LENGTH_MIN, LENGTH_MAX = 6.77, 0.59, 60, 9_000
# An event's size s has chance ~ s^-2, which is Zipf's law by rank; the largest has this share of all articles. Then
# three in ten articles are alone with their event.
SIZE_EXPONENT, LARGEST_SHARE = 2.0, 0.02
# How an article's words are made up: names of the event, words the event is about, the topic's words.
# With these two articles of one event are as similar to `brief` as in the real weeks: half of such pairs above 0.2.
NAMES_SHARE, OWN_SHARE = 0.024, 0.035
EVENT_NAMES, EVENT_WORDS = 14, 60
KNOWN_NAMES, KNOWN_SHARE = 60, 0.5  # people and places a topic has all year, and their share of an event's names
TITLE_WORDS, SENTENCE_WORDS, PARAGRAPH_SENTENCES = 10, 21, 2
QUOTED_SHARE = 0.16  # of sentences
COPY_SHARE, UPDATE_SHARE = 0.10, 0.04  # of articles that are not their event's first
CHANGED_WORDS = 0.01  # of a copy
UNTITLED_SHARE, UNDATED_SHARE = 0.005, 0.005
OUTLETS = 400
SPREAD_HOURS = 20.0  # reports come so long after the event, on average
SYLLABLES = ("bar", "del", "kin", "lor", "mun", "nar", "pol", "rin", "sal", "ter", "vul", "zan", "gor", "lin", "mer",
             "tas", "hol", "wick", "den", "ash")  # fmt: skip
COMMON = 3.0  # expected times in an article beyond which a word is one any sentence has
WEEK_SECONDS = 7 * 86_400


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the background table and how each topic draws them."""

    words: Any  # array of str
    chances: tuple[Floats, ...]  # one a topic: cumulated, the last is 1
    telling: tuple[npt.NDArray[np.int64], ...]  # one a topic: words fit to be what an event is about
    topics: Floats  # cumulated sizes of topics


@dataclass(frozen=True, slots=True)
class Event:
    """What happens."""

    number: int
    topic: int
    names: Any  # array of str, the first is who speaks
    own: npt.NDArray[np.int64]  # numbers of words
    seconds: float  # into the week


@dataclass(frozen=True, slots=True)
class Planned:
    """An article before it is written."""

    number: int
    event: int
    seconds: float  # into the week
    of: int  # the number of the article it copies or updates; its own where it is new
    updates: bool


@cache
def vocabulary() -> Vocabulary:
    """The shipped background's words."""
    table = shipped()
    words = sorted(word for word in table.counts if word and word.isascii())
    counts = np.array([table.counts[word] for word in words], dtype=np.float64)
    sizes = np.array(table.sizes, dtype=np.float64)
    # A word in a share p of articles is in each -ln(1 - p) times if it comes by chance, and more often if it is common.
    times = -np.log1p(-np.minimum(counts / sizes, 0.999))
    times *= 1 + times
    cumulated = np.cumsum(times, axis=0) / times.sum(axis=0)
    telling = tuple(np.flatnonzero((times[:, t] > 0) & (times[:, t] < COMMON)) for t in range(len(sizes)))
    chances = tuple(np.ascontiguousarray(cumulated[:, t]) for t in range(len(sizes)))
    return Vocabulary(np.array(words, dtype=object), chances, telling, np.cumsum(sizes) / sizes.sum())


def name(rng: Rng) -> str:
    """An invented name of a person or a place."""
    parts = rng.integers(0, len(SYLLABLES), int(rng.integers(2, 4)))
    return "".join(SYLLABLES[part] for part in parts).capitalize()


def new_name(rng: Rng, full: bool) -> str:
    """A person's name in full, or a place's."""
    return f"{name(rng)} {name(rng)}" if full else name(rng)


@cache
def known_names(topic: int, seed: int) -> tuple[str, ...]:
    """Who and what is in a topic's news all year."""
    rng = np.random.default_rng((seed, 0, topic))
    return tuple(new_name(rng, place % 2 == 0) for place in range(KNOWN_NAMES))


def happened(week: int, number: int, seed: int) -> Event:
    """The event of that number in that week."""
    rng = np.random.default_rng((seed, 1, week, number))
    known = vocabulary()
    topic = int(np.searchsorted(known.topics, rng.random()))
    running = known_names(topic, seed)
    chosen = [
        running[int(rng.integers(KNOWN_NAMES))] if rng.random() < KNOWN_SHARE else new_name(rng, n % 2 == 0)
        for n in range(EVENT_NAMES)
    ]
    names = np.array(chosen, dtype=object)
    own = known.telling[topic][rng.integers(0, len(known.telling[topic]), EVENT_WORDS)]
    return Event(number, topic, names, own, float(rng.uniform(0, 0.9 * WEEK_SECONDS)))


def planned(week: int, count: int, seed: int) -> list[Planned]:
    """Which articles a week has, by time."""
    rng = np.random.default_rng((seed, 2, week, count))
    sizes = np.arange(1, max(2, int(LARGEST_SHARE * count)) + 1)
    chances = np.cumsum(sizes**-SIZE_EXPONENT)
    found: list[Planned] = []
    event = 0
    while len(found) < count:
        size = int(sizes[np.searchsorted(chances, rng.uniform(0, chances[-1]))])
        start = happened(week, event, seed).seconds
        first = len(found)
        for number in range(first, min(count, first + size)):
            seconds = min(WEEK_SECONDS - 1, start + float(rng.exponential(SPREAD_HOURS)) * 3600)
            kind = rng.random() if number > first else 1.0
            of = int(rng.integers(first, number)) if kind < COPY_SHARE + UPDATE_SHARE else number
            found.append(Planned(number, event, seconds, found[of].of if of < number else number, kind < UPDATE_SHARE))
        event += 1
    return sorted(found, key=lambda plan: (plan.seconds, plan.number))


def text(event: Event, rng: Rng, length: int) -> list[list[str]]:
    """Sentences of words."""
    known = vocabulary()
    drawn = np.searchsorted(known.chances[event.topic], rng.random(length))
    kind = rng.random(length)
    # The earlier of the event's own words and names come more often.
    own = event.own[np.minimum(rng.geometric(0.06, length), EVENT_WORDS) - 1]
    words = known.words[np.minimum(np.where(kind < OWN_SHARE, own, drawn), len(known.words) - 1)]
    names = event.names[np.minimum(rng.geometric(0.2, length), EVENT_NAMES) - 1]
    spelt = np.where(kind > 1 - NAMES_SHARE, names, words).tolist()
    ends = np.cumsum(np.clip(rng.normal(SENTENCE_WORDS, 8, length // 8 + 1), 5, 60)).astype(int)
    cuts = [0, *ends[ends < length].tolist(), length]
    return [spelt[start:end] for start, end in pairwise(cuts) if end > start]


def composed(sentences: list[list[str]], rng: Rng) -> str:
    """Sentences as a text of paragraphs, some of them said by somebody."""
    quoted = (rng.random(len(sentences)) < QUOTED_SHARE).tolist()
    parts = []
    for place, sentence in enumerate(sentences):
        plain = " ".join(sentence)
        plain = plain[0].upper() + plain[1:]
        if quoted[place]:
            speaker = next((word for word in sentence if " " in word), "the minister")
            plain = f"“{plain},” {speaker} said"
        parts.append(plain + (".\n\n" if place % PARAGRAPH_SENTENCES else ". "))
    return "".join(parts).strip()


def written(plan: Planned, week: int, seed: int) -> dict[str, object]:
    """The article as a row."""
    event = happened(week, plan.event, seed)
    rng = np.random.default_rng((seed, 3, week, plan.of))
    length = int(np.clip(rng.lognormal(LENGTH_MEAN, LENGTH_SPREAD), LENGTH_MIN, LENGTH_MAX))
    sentences = text(event, rng, length)
    title = text(event, rng, TITLE_WORDS)[0]
    body = composed(sentences, rng)
    own = np.random.default_rng((seed, 4, week, plan.number))
    outlet = int(OUTLETS * own.random() ** 2)  # some outlets print far more than others
    if plan.of != plan.number and plan.updates:
        body = f"{composed(text(event, own, length // 5 + 20), own)}\n\n{body}"
    elif plan.of != plan.number:
        words = body.split(" ")
        for place in own.integers(0, len(words), 1 + int(CHANGED_WORDS * len(words))).tolist():
            words[place] = words[0]
        body, title = " ".join(words), text(event, own, TITLE_WORDS)[0]
    when = FIRST_MONDAY + timedelta(days=7 * week, seconds=int(plan.seconds))
    return {
        "id": f"w{week:02}-{plan.number:06}",
        "title": "" if own.random() < UNTITLED_SHARE else " ".join(title).capitalize(),
        "text": body,
        "published": None if own.random() < UNDATED_SHARE else when.isoformat(),
        "source": f"{SYLLABLES[outlet % 20].capitalize()}{SYLLABLES[outlet // 20]} Post",
        "url": f"https://outlet{outlet}.example/{week:02}/{plan.number}",
        "event": f"w{week:02}-{plan.event}",
    }


def rows(count: int, *, weeks: int = 1, seed: int = 1, first_week: int = 0) -> Iterator[dict[str, object]]:
    """So many articles spread evenly over so many weeks, by time."""
    for week in range(first_week, first_week + weeks):
        share = count // weeks + (week - first_week < count % weeks)
        for plan in planned(week, share, seed):
            yield written(plan, week, seed)


def week_id(week: int) -> str:
    """The ISO week, as `brief make --week` takes it."""
    year, number, _ = (FIRST_MONDAY + timedelta(days=7 * week)).isocalendar()
    return f"{year}-W{number:02}"


def write(path: Path, count: int, *, weeks: int = 1, seed: int = 1, first_week: int = 0) -> None:
    """The rows as a file of JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows(count, weeks=weeks, seed=seed, first_week=first_week):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--weeks", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.file, arguments.articles, weeks=arguments.weeks, seed=arguments.seed)


if __name__ == "__main__":
    main()
