"""Topics: a briefing narrowed to the events that mention one of a reader's words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model import Article, Brief, KeySentence, Section

COVER_MAX = 3  # sentences of a cover made anew: as many as a briefing's own has


def narrowed(brief: Brief, topics: Sequence[str]) -> Brief:
    """The briefing with only those events of which an article mentions a topic, as a whole word or phrase in any case.

    Its coverage note stays: what was read was read. Without topics it is the briefing itself.
    """
    if not topics:
        return brief
    mentions = pattern(topics)
    articles = {article.id: article for article in brief.articles}

    def wanted(sections: Iterable[Section]) -> tuple[Section, ...]:
        return tuple(s for s in sections if any(mentioned(mentions, articles.get(i)) for i in s.event.article_ids))

    sections, also = wanted(brief.sections), wanted(brief.also)
    return replace(brief, cover=cover(brief, sections, also), sections=sections, also=also)


def pattern(topics: Sequence[str]) -> re.Pattern[str]:
    """What finds any of the topics; white space within one stands for any white space."""
    phrases = [r"\s+".join(map(re.escape, topic.split())) for topic in topics]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def mentioned(mentions: re.Pattern[str], article: Article | None) -> bool:
    """Whether an article, if the briefing holds it, mentions a topic."""
    return article is not None and bool(mentions.search(article.title) or mentions.search(article.text))


def cover(brief: Brief, sections: Sequence[Section], also: Sequence[Section]) -> tuple[KeySentence, ...]:
    """The briefing's own cover, less what is of other events; where nothing is left, each event's first sentence."""
    members = {article_id for section in (*sections, *also) for article_id in section.event.article_ids}
    kept = tuple(sentence for sentence in brief.cover if sentence.extract.article_id in members)
    if kept:
        return kept
    leads = [min(section.extracts, key=lambda each: each.extract.rank) for section in sections if section.extracts]
    return tuple(leads[:COVER_MAX])


def has_something(brief: Brief) -> bool:
    """Whether there is any event in it."""
    return bool(brief.sections or brief.also)
