"""Happenings: the events of a stretch of the library, grouped with what came before it, under ids that last."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.engine import HERE, Engine
from briefing.model import Article, Event, Window

if TYPE_CHECKING:
    from briefing.group.lasting import Settled
    from briefing.group.tokens import Reading
    from briefing.store import Library
    from briefing.store.remembered import Home, Remembered

# An event goes on for days: what came out so long before a window is grouped with it, so that Tuesday's articles find
# Monday's event. What came out after it is not, as a briefing must stay as it is when its week is over.
LOOKING_BACK = timedelta(days=4)
# How common words are at the time tell the articles of so long before those that are looked back at (`group.recent`).
RECENT = timedelta(days=14)
LEAST_BACK = timedelta(hours=1)
# What bounds the cost of finding the story an event goes on with: how many events before the window are looked at, the
# latest of them, and how many articles of each. A month of a desk that reads a hundred articles a day has 2,000 events.
PAST_EVENTS, PAST_ARTICLES = 3_000, 4
SAME_TIME = timedelta(microseconds=1)  # the library's: a window holds no article of the moment it ends


def happenings(
    articles: Sequence[Article],
    window: Window,
    library: "Library",
    remembered: "Remembered",
    only: frozenset[str] | None = None,
    engine: Engine = HERE,
    reading: "Reading | None" = None,
) -> tuple[Event, ...]:
    """The events that `articles`, those of a window, tell of, under lasting ids and as the user corrected them.

    They hold these articles alone, even where they began before. only: ids of the articles to look back at; None: all.
    reading: where words of articles are had from; None: they are read now. What was found of them is remembered.
    """
    from briefing.group.corrections import retitled
    from briefing.group.lasting import seen

    present = {article.id: article for article in articles}
    before = library.within(window.start - LOOKING_BACK, window.start)
    batch = [*articles, *(each for each in before if each.id not in present and (only is None or each.id in only))]
    by_id = {article.id: article for article in batch}
    found = settled(batch, remembered, recent(batch, library, only), engine, reading)
    keep_found(found, remembered, present.keys())
    story_of = follow_stories(found.events, by_id, window, library, remembered, engine, reading)
    storied = [replace(event, story_id=story_of.get(event.id)) for event in found.events]
    running = courses(storied, window, remembered)
    chapters = Counter(event.story_id for event in storied)
    # What later windows found to go on with it does not count: a window made again must come out the same.
    so_far = (each if each.story_id in running or chapters[each.story_id] > 1 else replace(each, story_id=None)
              for each in storied)  # fmt: skip
    here = frozenset(present)
    told = [event for each in so_far if (event := seen(each, by_id, here))]
    return retitled(told, remembered.corrections())


def follow_stories(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    window: Window,
    library: "Library",
    remembered: "Remembered",
    engine: Engine = HERE,
    reading: "Reading | None" = None,
) -> dict[str, str]:
    """Event id → story id, of those of these events that are of a story, be it one that began before; remembered.

    An event that itself began before the window and goes on in it is a story too, be it the only one in it. Of events
    before the window counts what was there when it began: made again, a window finds the same stories.
    """
    from briefing.group.identity import STORY, new_id
    from briefing.group.stories import SILENCE, stories
    from briefing.group.tokens import read_now

    ids = {event.id for event in events}
    known = remembered.events()
    earliest = window.start - timedelta(days=SILENCE)
    past = [
        replace(event, last=min(event.last, window.start))
        for event in known
        if event.id not in ids and event.first and event.last and event.last >= earliest and event.first < window.start
    ][-PAST_EVENTS:]
    heads = library.get(article_id for event in past for article_id in event.article_ids[:PAST_ARTICLES])
    before = {article.id: article for article in heads if article.published and article.published < window.start}
    told = {event.id: event.story_id for event in known if event.story_id}
    found = stories([*past, *events], {**articles, **before}, told, over=engine.map, reading=reading or read_now)
    for event in events:
        if event.first and event.last and event.first < window.start <= event.last:
            found.setdefault(event.id, new_id(event.id, STORY))
    remembered.tell_stories(found)
    return found


def courses(events: Iterable[Event], window: Window, remembered: "Remembered") -> dict[str, tuple[Event, ...]]:
    """Story id → its events that began before the window, by time, for the stories that these events are of.

    They may be these events themselves. What the user dropped is left out.
    """
    from briefing.group.corrections import dropped

    wanted = {event.story_id for event in events if event.story_id}
    if not wanted:
        return {}
    gone = dropped(remembered.corrections())[1]
    found: dict[str, list[Event]] = {}
    for event in remembered.events():
        if event.story_id in wanted and event.id not in gone and event.first and event.first < window.start:
            found.setdefault(event.story_id, []).append(event)
    return {story: tuple(course) for story, course in found.items()}


def untold(remembered: "Remembered") -> frozenset[str]:
    """The ids of the articles that the user dropped one by one or with their events, dated or not."""
    from briefing.group.corrections import dropped

    return dropped(remembered.corrections())[0]


def around(ids: Iterable[str], library: "Library") -> tuple[Article, ...]:
    """The articles with these ids and all among which they would be grouped: those between them and `LOOKING_BACK`."""
    named = library.get(ids)
    times = [article.published for article in named if article.published]
    if not times:
        return named
    near = library.within(min(times) - LOOKING_BACK, max(times) + SAME_TIME)
    present = {article.id for article in near}
    return (*near, *(article for article in named if article.id not in present))


def recent(batch: Sequence[Article], library: "Library", only: frozenset[str] | None = None) -> tuple[Article, ...]:
    """What the library has of the weeks before a batch of articles, to tell how common words are at the time.

    Only the latest of them count (`group.recent`), so no more is read than has these in it for sure: of a library with
    a hundred thousand articles a week some hours.
    """
    from briefing.group.recent import MOST_RECENT

    times = [article.published for article in batch if article.published]
    if not times:
        return ()
    known = {article.id for article in batch}
    end = min(times)
    back = min(RECENT, max(LEAST_BACK, 2 * (max(times) - end) * MOST_RECENT / len(times)))  # for twice as many, likely
    while True:
        before = library.within(end - back, end)
        found = tuple(each for each in before if each.id not in known and (only is None or each.id in only))
        # Articles of a day are had some hours before their time: only those since then are there for sure.
        surely = sum(each.published is not None and each.published >= end - back for each in found)
        if back == RECENT or surely >= MOST_RECENT:
            return found
        back = min(RECENT, 2 * back)


def settled(
    batch: Sequence[Article],
    remembered: "Remembered",
    before: Sequence[Article] = (),
    engine: Engine = HERE,
    reading: "Reading | None" = None,
) -> "Settled":
    """The events of these articles: found, corrected, known again."""
    from briefing.group import group
    from briefing.group.corrections import retitled
    from briefing.group.lasting import settle

    said = remembered.corrections()
    events = group(batch, recent=before, over=engine.map, reading=reading)
    found_before = {each: home.found for each, home in remembered.homes().items()} if said else None
    found = settle(events, batch, remembered.membership(), said, found_before)
    return replace(found, events=retitled(found.events, said))


def settled_again(ids: Collection[str], library: "Library", remembered: "Remembered") -> "Settled":
    """The events that these articles are in, or were found to be in, as the corrections want them now; remembered.

    Nothing is compared anew: what is said, or taken back, moves the articles it is about, and what came to be together
    by it, and no others.
    """
    from briefing.group.corrections import retitled
    from briefing.group.lasting import event_of, settle

    homes, said = remembered.homes(), remembered.corrections()
    articles = library.get(sorted(_concerned(ids, homes)))
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(homes[article.id].found, []).append(article)
    origins = {each.id: origin for each in articles if (origin := homes[each.id].origin)}
    events = [event_of(members, origins) for members in groups.values()]
    in_event = {each: home.event for each, home in homes.items()}
    found = settle(events, articles, in_event, said, {each: home.found for each, home in homes.items()})
    found = replace(found, events=retitled(found.events, said))
    remembered.remember(found.events, found.membership, found.as_found)
    return found


def _concerned(ids: Collection[str], homes: Mapping[str, "Home"]) -> frozenset[str]:
    """These articles and all that are, or were found to be, in one event with any of them, or with those."""
    wanted = frozenset(each for each in ids if each in homes)
    while True:
        events = {homes[each].event for each in wanted}
        groups = {homes[each].found for each in wanted}
        wider = frozenset(each for each, home in homes.items() if home.event in events or home.found in groups)
        if wider == wanted:
            return wanted
        wanted = wider


def keep_found(found: "Settled", remembered: "Remembered", ids: Collection[str]) -> None:
    """Remember in which events these articles are, and those that were in none yet.

    Others stay in the events they were in: looking back at them from a later day must not change what was told of them.
    """
    known = remembered.membership()
    homes = {each: event for each, event in found.membership.items() if each in ids or each not in known}
    events = (event for event in found.events if homes.keys() & {*event.article_ids})
    remembered.remember(events, homes, {each: found.as_found[each] for each in homes})
