"""Folding: what one person said once, printed by several outlets, is one quotation with all its places."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Citation, Place, Quotation, Quote, Span
from briefing.text.words import words

# Two quotations are one, printed by two outlets, when this much of the shorter one's words stand in the longer one:
# outlets cut, and spell "we've" with either apostrophe, but seldom change more than a word or two in ten.
SAME_WORDS = 0.8
# And when they have so many in a row in common: a short one's little words stand in any long one.
SAME_ROW = 4


def fold(quotes: Iterable[Quote], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """The same words printed in several articles are one quotation with all its places.

    The surest of the speaker leads, then the longest. An article that prints them otherwise, not only cut, is told
    apart from those that confirm them.
    """
    said: defaultdict[str, list[tuple[list[str], Counter[str], list[Quote]]]] = defaultdict(list)
    best = sorted(quotes, key=lambda q: (-q.confidence, q.role is None, -len(q.span), q.article_id, q.span))
    for quote in best:
        ours = plain(quote, articles)
        bag = Counter(ours)
        groups = said[person(quote)]
        for known, theirs, same in groups:
            if contained(bag, theirs) and in_a_row(ours, known):
                same.append(quote)
                break
        else:
            groups.append((ours, bag, [quote]))
    return tuple(_folded(same, articles) for groups in said.values() for *_, same in groups)


def _folded(same: Sequence[Quote], articles: Mapping[str, Article]) -> Quotation:
    first, *others = same
    ours = plain(first, articles)
    alike: dict[str, Place] = {}
    otherwise: dict[str, Place] = {}
    for quote in others:
        if quote.article_id != first.article_id:
            where = alike if cut(ours, plain(quote, articles)) else otherwise
            where.setdefault(quote.article_id, Place(quote.article_id, quote.span))
    reworded = tuple(place for article_id, place in otherwise.items() if article_id not in alike)
    return Quotation(first, Citation(Place(first.article_id, first.span), tuple(alike.values())), reworded)


def undisputed(quotations: Sequence[Quotation], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """Those whose speaker no other article contradicts: the same words of two people are somebody's mistake.

    Two of one surname are more likely one person under two names, of whom the first, the surest, stays; of others the
    one that more articles name, and where none has more, neither.
    """
    bags = [Counter(plain(each.quote, articles)) for each in quotations]
    people = [person(each.quote) for each in quotations]
    kept = []
    for index, one in enumerate(quotations):
        rivals = [
            (number, other)
            for number, other in enumerate(quotations)
            if people[number] != people[index] and contained(bags[index], bags[number])
        ]
        if all(_prevails(one, other, earlier=index < number) for number, other in rivals):
            kept.append(one)
    return tuple(kept)


def _prevails(one: Quotation, other: Quotation, *, earlier: bool) -> bool:
    if _places(one) != _places(other):
        return _places(one) > _places(other)
    return earlier and person(one.quote).split()[-1] == person(other.quote).split()[-1]


def _places(quotation: Quotation) -> int:
    return 1 + len(quotation.citation.also) + len(quotation.reworded)


def without_comma(quote: Quote, articles: Mapping[str, Article]) -> Quote:
    """The same quotation less the comma that leads on to "she said": that is the article's, not hers."""
    text = quote.span.of(articles[quote.article_id].text)
    bare = text.rstrip().removesuffix(",").rstrip()
    return replace(quote, span=Span(quote.span.start, quote.span.start + len(bare))) if bare else quote


def contained(one: Counter[str], other: Counter[str]) -> bool:
    """Whether nearly all of the shorter quotation's words stand in the longer one."""
    length, longer = one.total(), other.total()
    if longer < length:
        one, other, length = other, one, longer
    if not length:
        return False
    common, enough = length, SAME_WORDS * length
    for word, count in one.items():
        there = other[word]
        if there < count:
            common -= count - there
            if common < enough:
                return False
    return True


def in_a_row(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of words share SAME_ROW in a row, or all of the shorter one."""
    length = min(SAME_ROW, len(one), len(other))
    rows = {tuple(one[at : at + length]) for at in range(len(one) - length + 1)}
    return any(tuple(other[at : at + length]) in rows for at in range(len(other) - length + 1))


def cut(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter row of words stands in the longer one as it is."""
    shorter, longer = sorted((one, other), key=len)
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def plain(quote: Quote, articles: Mapping[str, Article]) -> list[str]:
    """A quotation's words, apostrophes made alike."""
    return plain_words(quote.span.of(articles[quote.article_id].text))


def plain_words(text: str) -> list[str]:
    """The words of a text, apostrophes made alike."""
    return words(text.replace("’", "'"))


def person(quote: Quote) -> str:
    """A key for the speaker: first and last name without accents, so "Christopher A. Wray" is Christopher Wray.

    Within one event two people of one first and one last name are rarer than one person under two spellings.
    """
    plain = unicodedata.normalize("NFKD", f"{quote.speaker}".casefold())
    names = "".join(letter for letter in plain if not unicodedata.combining(letter)).split()
    return " ".join(dict.fromkeys((names[0], names[-1]))) if names else ""
