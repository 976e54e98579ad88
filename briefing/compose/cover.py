"""Cover: what a reader takes in within the first thirty seconds, a sentence for each of the leading stories."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from briefing.compose.redundancy import statement
from briefing.compose.story import likest, vectors
from briefing.model import Article, Event, KeySentence, Place, Section

COVER_LINES = 3
# News tells what happened first (the inverted pyramid): a sentence from further down is important only to a reader who
# knows that. Code points: two sentences of thirty words, after a line with place and agency.
OPENING = 400
# The section's own headline counts so often beside those of all its articles: what stands below must keep its promise.
HEADLINE_TIMES = 2
# A short sentence with one word of every headline ("2.05 million had been expected") says less of what they say than
# its share of words tells: one different word counts nothing, and it takes so many more to count in full.
WORDS_ENOUGH = 2
# The newest article's sentence counts so much more than the first one's: the news before what it goes on from. On seven
# weeks of 2020 and the samples' two, 0.75 chose a worse line twice (later articles that look back), a better one once.
NEWEST_WORTH = 0.5


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
    """The section's dek; where it has none, the key sentence that says best what happened."""
    return section.dek or by_telling(section, articles)[0]


def by_telling(section: Section, articles: Mapping[str, Article]) -> list[KeySentence]:
    """The key sentences, those first that say what happened: from an article's opening, in the words of the headlines.

    A feature may open with somebody's shoes; the headlines over it and its neighbours say what it is about, the
    one that stands over the section most. Of two that say it alike the newer one; last, what states a number that a
    later article puts differently in another of them.
    """
    members = [articles[each] for each in section.event.article_ids]
    titles = [*(each.title for each in members), *[section.event.headline] * HEADLINE_TIMES]
    language = Counter(each.language for each in members).most_common(1)[0][0]
    # Numbers are left out: 2.1 and 2.05 million share a "2".
    titled = Counter(word for title in titles for word in statement(title, language).content if not word.isdigit())

    def by_headlines(each: KeySentence) -> float:
        article = articles[each.extract.article_id]
        content = statement(each.extract.span.of(article.text), article.language).content
        told = sum(titled[word] for word in content) / math.sqrt(len(content) or 1)
        enough = min(1.0, max(0, len(titled.keys() & content) - 1) / WORDS_ENOUGH)
        return enough * told * (1 + NEWEST_WORTH * _newness(article, section.event))

    overtaken = _overtaken(section)

    def order(each: KeySentence) -> tuple[bool, bool, int, float, int]:
        told = by_headlines(each)
        return (not told, each in overtaken, each.extract.span.start // OPENING, -told, each.extract.rank)

    return sorted(section.extracts, key=order)


def best_first(
    section: Section, articles: Mapping[str, Article], understood: Collection[KeySentence]
) -> tuple[KeySentence, ...]:
    """The key sentences, the one that says best what happened before the others, unless it takes something for told."""
    if not section.extracts:
        return ()
    best = by_telling(section, articles)[0]
    if best not in understood:
        return section.extracts
    return (best, *(each for each in section.extracts if each != best))


def _overtaken(section: Section) -> frozenset[KeySentence]:
    """The key sentences with a number that a later article's key sentence has otherwise."""
    found: set[KeySentence] = set()
    for difference in section.figures:  # in order of time
        holders = [each for figure in difference.figures for each in section.extracts if _holds(each, figure)]
        found.update(each for each in holders if each != holders[-1])
    return frozenset(found)


def _holds(sentence: KeySentence, figure: Place) -> bool:
    span = sentence.extract.span
    return figure.article_id == sentence.extract.article_id and span.start <= figure.span.start < span.end


def _newness(article: Article, event: Event) -> float:
    """When in the event's course an article came: 0 with the first, 1 with the last; 0 where nothing tells."""
    if article.published is None or event.first is None or event.last is None or event.first == event.last:
        return 0.0
    return (article.published - event.first) / (event.last - event.first)
