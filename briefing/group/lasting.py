"""Events that last: found anew each time, corrected as the user said, under the ids they had."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.group.corrections import corrected, dropped, sent
from briefing.group.duplicates import origin_order
from briefing.group.headline import headline
from briefing.group.identity import identify
from briefing.group.ordering import ContentKey
from briefing.model import Article, Copy, Correction, Event


@dataclass(frozen=True, slots=True)
class Settled:
    """Events under lasting ids."""

    events: tuple[Event, ...]  # by first time (undated last), then id; without what the user dropped
    membership: Mapping[str, str]  # article id → event id, dropped ones included: they must be known again as well
    as_found: Mapping[str, str]  # the same, had the user said nothing


def settle(
    found: Iterable[Event],
    articles: Iterable[Article],
    remembered: Mapping[str, str],
    corrections: Sequence[Correction] = (),
    found_before: Mapping[str, str] | None = None,
) -> Settled:
    """The events found among `articles` as the user corrected them, each under the id it was last known by.

    `remembered`: article id → event id, of all earlier runs; `found_before`: the same, had the user said nothing.
    """
    by_id = {article.id: article for article in articles}
    events = tuple(found)
    origins = origins_of(copy for event in events for copy in event.copies)
    as_found = {frozenset(event.article_ids): event for event in events}
    settled = []
    for group in corrected([event.article_ids for event in events], corrections):
        known = as_found.get(frozenset(group))
        settled.append(known or event_of([by_id[article_id] for article_id in group], origins))
    unsaid = {} if found_before is None else _membership(events, identify(_members(events), found_before))
    # What is as it was found has the id it was found under, whatever was said and taken back meanwhile.
    same = (number for number, event in enumerate(settled) if unsaid and frozenset(event.article_ids) in as_found)
    given = {number: unsaid[settled[number].article_ids[0]] for number in same}
    ids = identify(_members(settled), remembered, given=given, sent=sent(corrections))
    named = [replace(event, id=event_id) for event, event_id in zip(settled, ids, strict=True)]
    membership = _membership(settled, ids)
    gone, gone_events = dropped(corrections)
    kept = (event for event in named if event.id not in gone_events)
    told = (seen(event, by_id, frozenset(event.article_ids) - gone) for event in kept)
    kept_events = in_order(event for event in told if event)
    return Settled(kept_events, membership, unsaid or membership)


def _members(events: Iterable[Event]) -> list[tuple[str, ...]]:
    """The articles of each."""
    return [event.article_ids for event in events]


def _membership(events: Iterable[Event], ids: Iterable[str]) -> dict[str, str]:
    """Article id → id of its event, by article."""
    homes = ((each, event_id) for event, event_id in zip(events, ids, strict=True) for each in event.article_ids)
    return dict(sorted(homes))


def seen(event: Event, articles: Mapping[str, Article], ids: frozenset[str]) -> Event | None:
    """The event as far as its articles are among `ids`, under the same id; None where none is.

    Copies of a text whose origin is not among them are copies of one another: they are no more independent for that.
    """
    left = [articles[article_id] for article_id in event.article_ids if article_id in ids]
    if len(left) == len(event.article_ids):
        return event
    if not left:
        return None
    return replace(event_of(left, origins_of(event.copies)), id=event.id, story_id=event.story_id)


def origins_of(copies: Iterable[Copy]) -> dict[str, str]:
    """Copies by their ids, each with the id of its origin."""
    return {copy.article_id: copy.origin_id for copy in copies}


def event_of(articles: Sequence[Article], origins: Mapping[str, str]) -> Event:
    """An event of these articles, without an id; `origins` may name others too."""
    members = sorted(articles, key=by_time)
    own = own_copies(members, origins)
    times = [article.published for article in members if article.published is not None]
    return Event(
        id="",
        article_ids=tuple(article.id for article in members),
        headline=headline(members, frozenset(copy.article_id for copy in own)),
        first=min(times, default=None),
        last=max(times, default=None),
        copies=own,
        story_id=None,
    )


def own_copies(articles: Sequence[Article], origins: Mapping[str, str]) -> tuple[Copy, ...]:
    """Which of these articles are copies of which of them; by article id."""
    texts: dict[str, list[Article]] = {}
    for article in articles:
        texts.setdefault(origins.get(article.id, article.id), []).append(article)
    found = []
    for origin_id, versions in texts.items():
        ids = [version.id for version in versions]
        origin = origin_id if origin_id in ids else min(versions, key=_origin).id
        found += [Copy(article_id, origin) for article_id in ids if article_id != origin]
    return tuple(sorted(found, key=lambda copy: copy.article_id))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by first time, the undated last, then by id."""
    return tuple(sorted(events, key=lambda event: (event.first is None, event.first or 0, event.id)))


def by_time(article: Article) -> tuple[bool, float, str]:
    """Sorts articles by time, the undated last, then by id."""
    return article.published is None, article.published.timestamp() if article.published else 0.0, article.id


def _origin(article: Article) -> tuple[bool, bool, bool, float, int, ContentKey]:
    return origin_order(article, len(article.text))
