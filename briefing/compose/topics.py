"""Topics: what an operator wants a briefing of, and the words that are never to be missed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from briefing.model import Article, Event, Topic

# What an article is about stands in its headline and its opening: about the first 200 words. Further down almost any
# word turns up in passing.
OPENING = 1200


def on_topic(article: Article, topic: Topic) -> bool:
    """Whether an article is about a topic: a word or name of it in its headline or opening, or an outlet of it.

    Words in any case; names as they are written, so that "May" is no month. Where a topic has both words or names and
    outlets, the article must have one of each. What is excluded counts in headline and opening too.
    """
    about = f"{article.title}\n{article.text[:OPENING]}"
    if topic.exclude and phrases(topic.exclude, any_case=True).search(about):
        return False
    outlet = (article.outlet or "").casefold()
    if topic.outlets and outlet not in {each.casefold() for each in topic.outlets}:
        return False
    if not (topic.words or topic.names):
        return True
    in_words = bool(topic.words) and bool(phrases(topic.words, any_case=True).search(about))
    return in_words or (bool(topic.names) and bool(phrases(topic.names, any_case=False).search(about)))


def of_topic(event: Event, articles: Mapping[str, Article], topic: Topic) -> bool:
    """Whether at least half of an event's own texts are about a topic; copies are not counted."""
    copies = {copy.article_id for copy in event.copies}
    texts = [articles[each] for each in event.article_ids if each not in copies]
    return 2 * sum(on_topic(article, topic) for article in texts) >= len(texts) > 0


def narrowed(
    events: Sequence[Event], articles: Mapping[str, Article], undated: Sequence[Article], topic: Topic
) -> tuple[tuple[Event, ...], dict[str, Article], tuple[Article, ...]]:
    """Of events, their articles and undated ones, those that are of a topic."""
    kept = tuple(event for event in events if of_topic(event, articles, topic))
    members = {each: articles[each] for event in kept for each in event.article_ids}
    return kept, members, tuple(article for article in undated if on_topic(article, topic))


def topic_of(event: Event, articles: Mapping[str, Article], topics: Iterable[Topic]) -> str:
    """The name of the first of the topics that an event is of; "" where it is of none."""
    return next((topic.name for topic in topics if of_topic(event, articles, topic)), "")


def watched(event: Event, articles: Mapping[str, Article], watch: Sequence[str]) -> bool:
    """Whether any of an event's articles has a watch word, anywhere, in any case."""
    if not watch:
        return False
    sought = phrases(tuple(watch), any_case=True)
    return any(sought.search(articles[each].title) or sought.search(articles[each].text) for each in event.article_ids)


@cache
def phrases(wanted: tuple[str, ...], *, any_case: bool) -> re.Pattern[str]:
    """What finds any of the phrases as whole words; white space in one stands for any white space."""
    each = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in wanted)
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE if any_case else re.NOFLAG)
