"""Stories: events that follow from one another over days and weeks, found as they come (topic tracking, Allan 2002).

Events are taken in the order of time. Each goes on with the story one of whose latest events it is most like, if it is
like enough; else it may be the first of another. Only the latest are asked, so that a story may move on. What is
commentary alone is of no story: it says nothing that happened. What was once told to be of a story stays of it.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy import sparse

from briefing.group.background import Background, shipped
from briefing.group.identity import STORY, new_id
from briefing.group.nearest import products
from briefing.group.over import Over
from briefing.group.rarity import rarity
from briefing.group.similarity_join import alike
from briefing.group.tokens import Reading, Runs, Tokens, read_now, tokens
from briefing.group.vectors import BODY_WORDS
from briefing.model import Article, Event
from briefing.text.commentary import is_commentary

# How like one of the story's latest events an event must be, and how like their titles and first words at least, which
# tell what an event is about: what one says last, of another matter, makes no story. 226 pairs of events of eight weeks
# of 2020 were labelled by reading: of 60 that are both, 56 are right; 44 of 47 from 0.28 on by the first alone. On the
# samples' labelled stories all 8 pairs of events are found and none besides (benchmarks/group_stories.py).
LEVEL = 0.26
HEAD_LEVEL, HEAD_WORDS = 0.1, 40
LATEST = 3  # events of a story that the next is held against; 5 reads the same
TITLE_SHARE = 0.2  # of titles in the likeness of events, the rest is of bodies; without, other stories come closer
# What is left of a likeness after so many days of silence: FLOOR + (1 - FLOOR) · exp(-days / SCALE). Weekly figures and
# hearings a fortnight later are stories, the same topic a month later mostly is not.
FLOOR, SCALE = 0.6, 14.0
SILENCE = 28.0  # days after which a story is over
EVENT_ARTICLES = 4  # of an event, the first that are no copies: more of them say the same
# Of the events that use a term so many may be of one story, and do not make it common; beyond them it counts as common
# as it is among the events at hand: "police" in weeks of protests. 10 to 40 read alike; 5 loses two labelled pairs.
OWN_EVENTS = 10
SECONDS_A_DAY = 86400

Likeness = Mapping[tuple[int, int], float]


@dataclass(slots=True)
class _Thread:
    """A story, or an event that may be the first of one."""

    id: str | None
    rows: list[int]


def stories(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    known: Mapping[str, str],
    *,
    background: Background | None = None,
    over: Over = map,
    reading: Reading = read_now,
) -> dict[str, str]:
    """Event id → story id, of the events that are in a story; undated events never are.

    `articles` by id hold at least one of each event's. `known`: event id → story id, as told before; it stays, for
    these and for any others. `over` maps the reading of words, `reading` tells where they are had from. Cost: that of
    reading `EVENT_ARTICLES` of each event.
    """
    ordered = sorted(
        (event for event in events if event.first is not None), key=lambda event: (event.first or 0, event.id)
    )
    texts = [_texts(event, articles) for event in ordered]
    read = partial(tokens, over=over, reading=reading)
    alike = _likeness(texts, shipped() if background is None else background, read)
    # Telling commentary takes whole texts, so it is asked only of events that are like some other.
    argue = {row for row in sorted({row for pair in alike for row in pair}) if all(map(is_commentary, texts[row]))}
    alike = {pair: likeness for pair, likeness in alike.items() if argue.isdisjoint(pair)}
    like = _earlier(alike)
    threads: list[_Thread] = []
    of_row: list[int] = []  # for each event the number of its thread
    of_story: dict[str, int] = {}
    for row, event in enumerate(ordered):
        told = known.get(event.id)
        asked = {of_row[other] for other in like.get(row, ())}
        number = of_story.get(told) if told else _followed(row, ordered, threads, asked, alike)
        if number is None:
            number = len(threads)
            threads.append(_Thread(told, []))
        thread = threads[number]
        thread.rows.append(row)
        if thread.id is None and len(thread.rows) > 1:
            thread.id = new_id(ordered[thread.rows[0]].id, STORY)
        if thread.id is not None:
            of_story.setdefault(thread.id, number)
        of_row.append(number)
    return {ordered[row].id: thread.id for thread in threads if thread.id for row in thread.rows}


def _earlier(alike: Likeness) -> Mapping[int, Sequence[int]]:
    """For each event those before it that it is like: all that need be asked, as most are like hardly any."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row, other in alike:
        found[row].append(other)
    return found


def _followed(
    row: int, events: Sequence[Event], threads: Sequence[_Thread], numbers: Iterable[int], alike: Likeness
) -> int | None:
    """Which of the threads of these numbers an event goes on with; None where it is like none."""
    found = [
        (likeness, -number)
        for number in numbers
        if (likeness := _most(row, threads[number].rows[-LATEST:], events, alike)) >= LEVEL
    ]
    return -max(found)[1] if found else None


def _most(row: int, latest: Sequence[int], events: Sequence[Event], alike: Likeness) -> float:
    """How like the likest of some earlier events an event is, softened by the days between them."""
    return max(alike.get((row, other), 0.0) * _left(events[other], events[row]) for other in latest)


def _left(earlier: Event, later: Event) -> float:
    """What is left of the likeness of two events after the days between them."""
    if earlier.last is None or later.first is None:
        return 0.0
    days = max(0.0, (later.first - earlier.last).total_seconds() / SECONDS_A_DAY)
    return FLOOR + (1 - FLOOR) * math.exp(-days / SCALE) if days <= SILENCE else 0.0


def _texts(event: Event, articles: Mapping[str, Article]) -> list[Article]:
    """The articles an event is compared by."""
    copied = {copy.article_id for copy in event.copies}
    present = [articles[article_id] for article_id in event.article_ids if article_id in articles]
    return ([each for each in present if each.id not in copied] or present)[:EVENT_ARTICLES]


def _likeness(
    events: Sequence[Sequence[Article]], background: Background, reader: Callable[[Sequence[Article]], Tokens]
) -> Likeness:
    """How like each event is to those before it, 0 to 1, by (row, earlier row); pairs below the level are left out.

    The cosine of the means of their articles' vectors, of titles and of bodies.
    """
    batch = [article for event in events for article in event]
    if not batch:
        return {}
    read = reader(batch)
    titles = _counts(read.titles, len(read.stems))
    heads, bodies = (titles + _counts(read.texts.first(words), len(read.stems)) for words in (HEAD_WORDS, BODY_WORDS))
    owners = np.repeat(np.arange(len(events)), [len(event) for event in events])
    ones = np.ones(len(batch), dtype=np.float32)
    mean = sparse.csr_matrix((ones, (owners, np.arange(len(batch)))), shape=(len(events), len(batch)))
    telling = _capped(rarity(read.stems, bodies, background), (mean @ bodies).tocsc())
    fields = ((TITLE_SHARE, titles), (1 - TITLE_SHARE, bodies))
    weighed = [_unit(mean @ _weighted(field, telling)) * np.float32(math.sqrt(share)) for share, field in fields]
    rows = sparse.hstack(weighed, format="csr", dtype=np.float32)
    one, other, _ = alike(_unit(mean @ _weighted(heads, telling)), HEAD_LEVEL)  # far fewer words than whole texts
    likeness = products(rows, one, other)
    pairs = zip(other.tolist(), one.tolist(), likeness.tolist(), strict=True)
    return {(later, earlier): found for later, earlier, found in pairs if found >= LEVEL}


def _capped(telling: sparse.csr_matrix, used: sparse.csc_matrix) -> sparse.csr_matrix:
    """How telling each term of each article is: at most as much as its use by the events at hand leaves it."""
    events = np.diff(used.indptr)
    common = np.maximum(events - OWN_EVENTS, 0) / max(1, used.shape[0])
    most = -np.log(common, where=common > 0, out=np.full(len(common), -np.inf))
    capped = telling.tocsr().copy()
    capped.data = np.minimum(capped.data, most[capped.indices])
    return capped


def _counts(runs: Runs, columns: int) -> sparse.csr_matrix:
    """How often each stem occurs in each run."""
    ones = np.ones(len(runs.flat), dtype=np.float32)
    counts = sparse.csr_matrix((ones, runs.flat, runs.starts), shape=(len(runs.starts) - 1, columns))
    counts.sum_duplicates()
    return counts


def _weighted(counts: sparse.csr_matrix, telling: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows of (1 + ln tf) times how telling the term is, of unit length."""
    rows = counts.copy()
    rows.data = 1 + np.log(rows.data)
    return _unit(rows.multiply(telling).tocsr())


def _unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows at length 1; empty ones as they are."""
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    length = np.sqrt(squares, where=squares > 0, out=np.ones_like(squares))
    return sparse.diags((1 / length).astype(np.float32)) @ rows.tocsr()
