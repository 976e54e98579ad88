"""Figures: the same quantity, reported differently by articles of one event; shown side by side, not judged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.compose.quantities import FATES, MEASURES, Quantity, quantities
from briefing.model import Article, Difference, Event, Place, Span
from briefing.text.commentary import is_commentary
from briefing.text.sentences import sentences

# How many content words two sentences must share for their numbers to count the same thing. What befell people in one
# event is nearly always one count; a noun such as "people" or "ships" may count anything. Read on the seeds, where all
# five labelled differences but one are found, and on two weeks of 2020.
SHARED_FATE = 1
SHARED_MEASURE = 2
SHARED_NOUN = 3
SHARED_NOUN_PART = 0.4  # and this much of the shorter sentence's
# Beyond it two numbers are of different scope (a city, a country) or of different things.
RATIO_MAX = 3
# A plain noun's numbers are sooner of different things: "eleven people" got clemency, "four people" of them a pardon.
NOUN_RATIO_MAX = 2
# From here on a number that ends in zeros is taken for a rounded one: "more than 600,000" and "606,200".
ROUND_FROM = 10_000
LEAD_SENTENCES = 12  # further down stand comparisons and the past
DIFFERENCES_MAX = 3  # a section
FATE_NAMES = frozenset(FATES.values())


class Mention(NamedTuple):
    """A quantity in an article."""

    article: int  # its place among the articles
    quantity: Quantity
    place: Place


def differences(event: Event, articles: Mapping[str, Article]) -> tuple[Difference, ...]:
    """The quantities of an event that articles put differently, those that most articles give first.

    Copies say nothing of their own; commentary is no source of figures. English only.
    """
    # In English alone are the words of counting known.
    copies = {copy.article_id for copy in event.copies}
    members = [articles[each] for each in event.article_ids if each not in copies]
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in _mentions([each for each in members if each.language == "en" and not is_commentary(each)]):
        found[mention.quantity.what].append(mention)
    groups = [group for mentions in found.values() for group in _groups(mentions) if _differ(group)]
    groups.sort(key=lambda group: -len(group))
    return tuple(Difference(group[0].quantity.what, tuple(each.place for each in group))
                 for group in groups[:DIFFERENCES_MAX])  # fmt: skip


def _mentions(members: Sequence[Article]) -> Iterator[Mention]:
    for number, article in enumerate(members):
        for sentence in sentences(article.text, article.language)[:LEAD_SENTENCES]:
            for quantity in quantities(sentence.of(article.text)):
                start = sentence.start + quantity.span.start
                span = Span(start, start + len(quantity.span))
                yield Mention(number, quantity, Place(article.id, span))


def _groups(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions that count the same thing, one an article, in the articles' order."""
    left = list(mentions)
    while left:
        first = left.pop(0)
        group = [first]
        for each in list(left):
            if each.article not in {one.article for one in group} and any(_same(each, one) for one in group):
                group.append(each)
        left = [each for each in left if each not in group]
        yield group


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions count the same thing."""
    ours, theirs = one.quantity, other.quantity
    small, large = sorted((ours.value, theirs.value))
    plain = ours.what not in FATE_NAMES and ours.what not in MEASURES
    if large > (NOUN_RATIO_MAX if plain else RATIO_MAX) * small:
        return False
    mine, yours = ours.context | ours.of, theirs.context | theirs.of
    if (ours.of and not ours.of & yours) or (theirs.of and not theirs.of & mine):
        return False
    shared = len(mine & yours)
    if ours.what in FATE_NAMES:
        return shared >= SHARED_FATE
    if ours.what in MEASURES:
        return shared >= SHARED_MEASURE
    shorter = min(len(mine), len(yours))
    return shared >= SHARED_NOUN and shared >= SHARED_NOUN_PART * shorter


def _differ(group: Sequence[Mention]) -> bool:
    """Whether two of the numbers cannot be one, the coarser being the finer one rounded."""
    return any(not _rounded(one.quantity, other.quantity) for one in group for other in group)


def _rounded(one: Quantity, other: Quantity) -> bool:
    apart = abs(one.value - other.value)
    grain = max(one.grain, other.grain)
    near = max(_zeros(one.value), _zeros(other.value)) / 2
    return apart == 0 or (grain > 1 and apart < grain) or apart < near


def _zeros(value: Decimal) -> Decimal:
    """What a large whole number is rounded to, as far as its zeros tell: 100,000 for 600,000; 0 for a small one."""
    if value < ROUND_FROM or value != value.to_integral_value():
        return Decimal(0)
    digits = str(int(value))
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))
