"""Cover: what a reader takes in within the first thirty seconds, a sentence for each of the leading stories."""

from collections.abc import Collection, Mapping, Sequence

from briefing.compose.leading import Leads
from briefing.compose.overtaken import overtaken
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
    """The section's dek; where it has none, the key sentence that says best what happened."""
    return section.dek or by_telling(section, articles)[0]


def by_telling(section: Section, articles: Mapping[str, Article]) -> list[KeySentence]:
    """The key sentences, those first that say what happened (`leading.py`): from an article's opening before others.

    Last, what states a number that a later article puts differently in another of them.
    """
    leads = Leads(section.event.headline, [articles[each] for each in section.event.article_ids])
    behind = overtaken([each.extract for each in section.extracts], section.figures)

    def order(each: KeySentence) -> tuple[bool, bool, int, float, int]:
        one = each.extract
        told = leads.tells(one)
        return (not told, one in behind, one.span.start // OPENING, -leads.fitness(one), one.rank)

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
