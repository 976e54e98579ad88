"""Cover: what a reader takes in within the first thirty seconds, a sentence for each of the leading stories."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.compose.redundancy import statement
from briefing.compose.story import likest, vectors
from briefing.model import Article, Event, KeySentence, Section

COVER_LINES = 3
# News tells what happened first (the inverted pyramid): a sentence from further down is important only to a reader who
# knows that. Code points: two sentences of thirty words, after a line with place and agency.
OPENING = 400


def cover(
    sections: Sequence[Section], articles: Mapping[str, Article], others: Sequence[Event]
) -> tuple[KeySentence, ...]:
    """A sentence for each of the leading sections, of two that tell one story only for the first.

    others: the events beside them, against which words are common or rare.
    """
    events = [*(section.event for section in sections), *others]
    made = vectors([[articles[each] for each in event.article_ids] for event in events])
    leading: list[int] = []
    for index in range(len(sections)):
        if len(leading) < COVER_LINES and likest(made[index], [made[each] for each in leading]) is None:
            leading.append(index)
    return tuple(telling(sections[index], articles) for index in leading)


def telling(section: Section, articles: Mapping[str, Article]) -> KeySentence:
    """The key sentence that says best what happened: from an article's opening, in the words of the headlines.

    A feature may open with somebody's shoes; the headlines over it and its neighbours say what it is about.
    """
    members = [articles[each] for each in section.event.article_ids]
    titled = Counter(word for each in members for word in statement(each.title, each.language).content)

    def by_headlines(each: KeySentence) -> float:
        article = articles[each.extract.article_id]
        content = statement(each.extract.span.of(article.text), article.language).content
        return sum(titled[word] for word in content) / math.sqrt(len(content) or 1)

    return min(
        section.extracts,
        key=lambda each: (
            each.extract.span.start // OPENING,
            -by_headlines(each),
            each.extract.rank,
        ),
    )
