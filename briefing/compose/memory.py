"""Memory: which events go on with earlier ones, and what the briefings before have told of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.compose.redundancy import Statement, statement
from briefing.compose.story import likest, vectors
from briefing.model import Article, Brief, Earlier, Edition, Event, Section, Story, Told

# How many editions back a story may lie still and be known again; a story's whole course is in the latest that told it.
EDITIONS = 6
# More links back than this are a list nobody follows.
EARLIER_MAX = 3

DayOf = Callable[[Article], date | None]  # the day an article is from, in the reader's time zone


def utc_day(article: Article) -> date | None:
    """The day an article is from, in UTC."""
    return article.published.date() if article.published else None


@dataclass(frozen=True, slots=True)
class Former:
    """What is remembered of the briefings before this one."""

    editions: tuple[Edition, ...]  # the latest first
    articles: Mapping[str, Article]  # those that they told of and the library still has, by id


NOTHING_BEFORE = Former((), {})


def follow(events: Sequence[Event], articles: Mapping[str, Article], former: Former, day_of: DayOf) -> dict[str, Story]:
    """The running stories that events go on with, by event id; events that are new are not in it."""
    told = [each for edition in former.editions for each in edition.told]
    ours = [[articles[article_id] for article_id in event.article_ids] for event in events]
    theirs = [[former.articles[i] for i in each.article_ids if i in former.articles] for each in told]
    if not told or not events:
        return {}
    made = vectors([*ours, *theirs])
    stories = {}
    for event, members, vector in zip(events, ours, made, strict=False):
        index = likest(vector, made[len(events) :])
        if index is not None:
            stories[event.id] = _story(told[index], members, former, day_of)
    return stories


def _story(last: Told, members: Sequence[Article], former: Former, day_of: DayOf) -> Story:
    earlier = [
        Earlier(edition.window, each.event_id, each.headline)
        for edition in former.editions
        for each in edition.told
        if each.story_id == last.story_id
    ]
    once = {each.window.id: each for each in reversed(earlier)}  # of one edition the strongest event
    latest = max((each for article in members if (each := day_of(article))), default=None)
    number = (latest - last.story_first).days + 1 if latest and last.story_first else None
    return Story(last.story_id, last.story_first, number, tuple(reversed(once.values()))[:EARLIER_MAX])


def known(story: Story, former: Former) -> tuple[Statement, ...]:
    """What has been said of a story by the editions before."""
    return tuple(
        statement(sentence, _language(told, former))
        for edition in former.editions
        for told in edition.told
        if told.story_id == story.id
        for sentence in told.sentences
    )


def _language(told: Told, former: Former) -> str:
    """The language of what was told; most of an event's articles share one."""
    first = next((former.articles[each] for each in told.article_ids if each in former.articles), None)
    return first.language if first else "und"


def edition(brief: Brief, topic: str, day_of: DayOf) -> Edition:
    """What a briefing told, for the next ones to remember."""
    articles = {article.id: article for article in brief.articles}

    def told(section: Section) -> Told:
        event, story = section.event, section.story
        days = [day for each in event.article_ids if (day := day_of(articles[each]))]
        said = [each.citation.place for each in section.extracts]
        return Told(
            event_id=event.id,
            headline=event.headline,
            article_ids=event.article_ids,
            sentences=tuple(place.span.of(articles[place.article_id].text) for place in said),
            story_id=story.id if story else event.id,
            story_first=story.first if story else min(days, default=None),
        )

    return Edition(brief.window, topic, tuple(told(section) for section in (*brief.sections, *brief.also)))
