"""Plan: which events get a section, which a line, and how many words each may take."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from briefing.compose.topics import topic_of, watched
from briefing.compose.weight import most, weight
from briefing.model import Article, Event, Topic, Window
from briefing.text.commentary import is_commentary

# A section of fewer words holds one sentence at best, and a reader would rather have a line under "Also".
SECTION_WORDS_MIN = 50
# Beyond it a section no longer reads in half a minute (at 240 words a minute).
SECTION_WORDS_MAX = 130
# Ten minutes of reading hold no more, with quotations and notes.
SECTIONS_MAX = 10
# An event of one outlet alone gets a section only while the briefing has fewer than this: a quiet week is not padded,
# but neither is a reader with one source left with headlines.
SECTIONS_ALONE_MAX = 3
# One line each; more would be a list nobody reads. What is left over is counted in the coverage note.
LINES_MAX = 12


class Planned(NamedTuple):
    """An event that gets a section."""

    event: Event
    weight: float
    words: int  # the section's budget for key sentences
    topic: str = ""  # the part of the briefing it belongs to
    watched: bool = False  # whether a watch word stands in it


class Plan(NamedTuple):
    """What the briefing will hold, before a sentence is picked."""

    sections: tuple[Planned, ...]  # by weight, the strongest first
    lines: tuple[Planned, ...]  # by weight; a line has a headline only, so 0 words
    omitted: tuple[Event, ...]  # no room; in the order of the events


def plan(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    window: Window,
    *,
    words: int,
    watch: Sequence[str] = (),
    parts: Sequence[Topic] = (),
    pinned: Collection[str] = (),
) -> Plan:
    """Share `words` out among the events that matter most.

    Budgets go by the square root of the weight: what ten outlets report is worth more room than what two do, but not
    five times more. watch: words whose events get a section before all others, and a line before all others where
    there is no room. parts: the topics that sections and lines are told by. pinned: ids of events of which the
    user pinned words: they get their room as those do, but no more weight.
    """
    looked_for = {event.id for event in events if watched(event, articles, watch)}
    heeded = looked_for.union(pinned)
    room = min(SECTIONS_MAX, max(1, words // SECTION_WORDS_MIN))
    chosen: list[tuple[float, Event]] = []
    rest: list[tuple[float, Event]] = []
    ranked = by_weight(events, articles, window, looked_for, heeded)
    reported = any(not is_commentary(article) for article in articles.values())
    for each in ranked:
        event = each[1]
        alone = len(outlets(event, articles)) < 2 and event.id not in heeded
        if reported and event.id not in heeded and all(is_commentary(articles[one]) for one in event.article_ids):
            rest.append(each)  # what some think of it is no account of it
            continue
        full = len(chosen) >= (min(room, SECTIONS_ALONE_MAX) if alone else room)
        (rest if full else chosen).append(each)
        if len(chosen) == room and len(rest) >= LINES_MAX:
            break
    placed = {event.id for _, event in chosen}.union(event.id for _, event in rest[:LINES_MAX])
    chosen.sort(key=lambda pair: (-pair[0], pair[1].id))
    total = sum(value**0.5 for value, _ in chosen)

    def planned(value: float, event: Event, budget: int) -> Planned:
        return Planned(event, value, budget, topic_of(event, articles, parts), event.id in looked_for)

    sections = tuple(
        planned(value, event, min(SECTION_WORDS_MAX, int(words * value**0.5 / total))) for value, event in chosen
    )
    lines = tuple(planned(value, event, 0) for value, event in rest[:LINES_MAX])
    return Plan(sections, lines, tuple(event for event in events if event.id not in placed))


def by_weight(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    window: Window,
    watched: Collection[str],
    heeded: Collection[str],
) -> Iterator[tuple[float, Event]]:
    """The events with their weights, those that are heeded first, then the heaviest.

    Telling commentary takes reading, so an event is weighed only when its turn may have come by the most it can weigh:
    of a week of a hundred thousand articles some dozens are.
    """
    by_id = {event.id: event for event in events}
    waiting = [
        (event.id not in heeded, -most(event, articles, window, watched=event.id in watched), event.id, False)
        for event in events
    ]
    heapify(waiting)
    while waiting:
        last, negative, event_id, weighed = heappop(waiting)
        event = by_id[event_id]
        if weighed:
            yield -negative, event
        else:
            exact = weight(event, articles, window, watched=event_id in watched)
            heappush(waiting, (last, -exact, event_id, True))


def outlets(event: Event, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Who reports the event, each named once, by time; articles of unknown outlets name nobody."""
    names = (articles[article_id].outlet for article_id in event.article_ids)
    return tuple(dict.fromkeys(name for name in names if name))


def reports(members: Sequence[Article]) -> tuple[Article, ...]:
    """The articles a section's key sentences may come from: those that report, or all where none does.

    What somebody thinks of an event is no fact of it; the comment is still listed, and quoted from.
    """
    return tuple(article for article in members if not is_commentary(article)) or tuple(members)
