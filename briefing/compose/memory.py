"""Memory: what the briefings before have told of the stories that events go on with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.compose.told import Sentence, already_told
from briefing.model import Article, Brief, Earlier, Edition, Event, Extract, Section, Story, Told

# How many editions back what was told of a story is looked for.
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
    articles: Mapping[str, Article]  # those that they told of, and the first of each course; what the library still has
    courses: Mapping[str, Sequence[Event]] = field(default_factory=dict)  # story id → its events before, by time


NOTHING_BEFORE = Former((), {})


def follow(events: Sequence[Event], articles: Mapping[str, Article], former: Former, day_of: DayOf) -> dict[str, Story]:
    """The running stories that events go on with, by event id; none of what no edition before has told of.

    Which story an event is of was found when events were grouped (`briefing.group.stories`).
    """
    return {
        event.id: _story(event.story_id, [articles[each] for each in event.article_ids], before, former, day_of)
        for event in events
        if event.story_id and (before := tellings(event.story_id, former))
    }


def tellings(story_id: str, former: Former) -> tuple[tuple[Edition, Told], ...]:
    """What the editions before told of a story, the latest first."""
    course = {event.id for event in former.courses.get(story_id, ())}
    return tuple((edition, told) for edition in former.editions for told in edition.told if told.event_id in course)


def _story(
    story_id: str,
    members: Sequence[Article],
    before: Sequence[tuple[Edition, Told]],
    former: Former,
    day_of: DayOf,
) -> Story:
    once = {each.window.id: Earlier(each.window, told.event_id, told.headline) for each, told in reversed(before)}
    began = former.articles.get(former.courses[story_id][0].article_ids[0])
    first = (day_of(began) if began else None) or min((t.story_first for _, t in before if t.story_first), default=None)
    latest = max((each for article in members if (each := day_of(article))), default=None)
    number = (latest - first).days + 1 if latest and first else None
    return Story(story_id, first, number, tuple(reversed(once.values()))[:EARLIER_MAX])


def unheard(
    extracts: Sequence[Extract], articles: Mapping[str, Article], story: Story | None, former: Former
) -> tuple[Extract, ...]:
    """The extracts that say more than what the editions before have told of a story; all of what is of none."""
    known = [
        Sentence(sentence, _language(told, former))
        for _, told in (tellings(story.id, former) if story else ())
        for sentence in told.sentences
    ]
    said = {each: each.span.of(articles[each.article_id].text) for each in extracts}
    new = (Sentence(text, articles[each.article_id].language) for each, text in said.items())
    return tuple(
        each for each, sentence in zip(said, new, strict=True) if not any(already_told(sentence, old) for old in known)
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
