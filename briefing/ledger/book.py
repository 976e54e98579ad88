"""Book: the quotations of the library under the people who said them, folded over the outlets that printed them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from briefing.compose.folding import contained, fold, plain, without_comma
from briefing.database import Address
from briefing.ledger.finding import method
from briefing.ledger.naming import named_by_user
from briefing.model import Article, Place, Quotation, Quote
from briefing.quote import PRINT_CONFIDENCE
from briefing.quote.people import People
from briefing.quote.spelling import fold as folded
from briefing.store import Library
from briefing.store.quotations import Quotations
from briefing.text.sentences import sentences
from briefing.text.words import words

SHARED = 4  # words in a row that two printings of one quotation share at least; what shares none is not compared
SHORT = 6  # words; fewer are said again another day ("We will win"), so only printings close in time are one
CLOSE = timedelta(days=3)  # between two printings of a short quotation
STEM = 4  # letters from which a word that is asked for is found in its longer forms as well

DayOf = Callable[[Article], date | None]


class Wanted(NamedTuple):
    """Which quotations are asked for; what is empty or None asks for all."""

    speaker: str = ""  # words of a name
    about: str = ""  # words of the quotation or its article's headline
    words: str = ""  # words of any of these
    first: date | None = None  # the first day, in the reader's time zone
    last: date | None = None  # inclusive
    confidence: float = PRINT_CONFIDENCE  # at least so sure of the speaker
    kinds: tuple[str, ...] = ("direct", "indirect")


class Line(NamedTuple):
    """One quotation in the ledger."""

    person: str | None  # whose it is, by the name the person goes by; None: nobody could be named
    quotation: Quotation
    day: date | None  # the earliest of its articles', in the reader's time zone; None: undated
    sure: bool  # whether a briefing would print it
    articles: tuple[Article, ...]  # where it stands, the quotation's own first

    def outlets(self) -> tuple[str, ...]:
        """Who printed it, each once."""
        return tuple(dict.fromkeys(outlet(article) for article in self.articles))

    def text(self) -> str:
        """The words, without the comma that leads on to "she said"."""
        return self.quotation.quote.span.of(self.articles[0].text)

    def printed(self, place: Place) -> str:
        """The words as they stand at one of its places."""
        return place.span.of(next(each.text for each in self.articles if each.id == place.article_id))


def outlet(article: Article) -> str:
    """Who published an article, as far as that is known."""
    return article.outlet or article.source


def read(library: Library, path: Address, people: People, wanted: Wanted, day_of: DayOf) -> tuple[Line, ...]:
    """The lines asked for, of the library at `path`: people by how much they said, each one's latest first.

    Reported statements which hold a direct quotation of the same article are left out.
    """
    with Quotations(path) as quotations:
        every = named_by_user(quotations.all(method()), library, path)
    asked = [quote for quote in apart_from_direct(every) if _is_asked(quote, people, wanted)]
    articles = {article.id: article for article in library.get(quote.article_id for quote in asked)}
    days = {article.id: day_of(article) for article in articles.values()}
    timely = [quote for quote in asked if _within(days[quote.article_id], wanted)]
    found = [
        named(quote, people)
        for quote in timely
        if _has(quote, articles[quote.article_id], people, wanted.about, title=True)
        and _has(quote, articles[quote.article_id], people, wanted.words, title=True, speaker=True)
    ]
    return ordered(lines(found, articles, days))


def lines(quotes: Iterable[Quote], articles: Mapping[str, Article], days: Mapping[str, date | None]) -> list[Line]:
    """The lines of quotations, each under the name its speaker goes by, folded over the outlets that printed them.

    One speaker's lines depend on that speaker's quotations only, so that they may be folded speaker by speaker.
    """
    bare = [without_comma(quote, articles) for quote in quotes]
    at = {Place(quote.article_id, quote.span): quote for quote in bare}
    return [
        _line(replace(quotation, quote=at[quotation.citation.place]), articles, days)
        for block in blocks(bare, articles, days)
        for quotation in fold(map(levelled, block), articles)
    ]


def apart_from_direct(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations without reported statements that overlap a direct one of the same article."""
    by_article: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_article[quote.article_id].append(quote)
    return [
        quote
        for group in by_article.values()
        for direct in [[each.span for each in group if each.kind == "direct"]]
        for quote in group
        if quote.kind == "direct"
        or not any(span.start < quote.span.end and quote.span.start < span.end for span in direct)
    ]


def blocks(
    quotes: Sequence[Quote], articles: Mapping[str, Article], days: Mapping[str, date | None]
) -> list[list[Quote]]:
    """Quotations that may be one: of one speaker and kind, with words in a row in common, the short ones close in time.

    What folding would compare pair by pair, it compares within a block only: a president's thousands take no minutes.
    """
    head = list(range(len(quotes)))

    def find(index: int) -> int:
        while head[index] != index:
            head[index] = head[head[index]]
            index = head[index]
        return index

    latest: dict[tuple[object, ...], int] = {}
    order = sorted(range(len(quotes)), key=lambda i: (days[quotes[i].article_id] or date.min, i))
    for index in order:
        quote = quotes[index]
        said = plain(quote, articles)
        day = days[quote.article_id] or date.min
        for row in dict.fromkeys(tuple(said[at : at + SHARED]) for at in range(max(1, len(said) - SHARED + 1))):
            key = (quote.speaker, quote.kind, len(said) < SHORT, row)
            before = latest.get(key)
            latest[key] = index
            if before is None or (len(said) < SHORT and day - (days[quotes[before].article_id] or date.min) > CLOSE):
                continue
            head[find(index)] = find(before)
    gathered: defaultdict[int, list[Quote]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        gathered[find(index)].append(quote)
    return list(gathered.values())


def levelled(quote: Quote) -> Quote:
    """The same quotation, as sure as any that is sure: then the fullest printing leads, and what is cut folds into it.

    In a briefing the surest leads. There one outlet's long quotation would join one of the parts that another prints.
    """
    return replace(quote, role=None, confidence=1.0 if quote.confidence >= PRINT_CONFIDENCE else quote.confidence)


def ordered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines by person, whoever said most first and nobody last; one person's latest first, undated last."""
    listed = list(lines)
    said = Counter(line.person for line in listed)
    return tuple(
        sorted(
            listed,
            key=lambda line: (
                line.person is None,
                -said[line.person],
                line.person or "",
                -(line.day or date.min).toordinal(),
                line.quotation.quote.article_id,
                line.quotation.quote.span,
                line.quotation.quote.kind,
            ),
        )
    )


def cut_short(line: Line, place: Place) -> bool:
    """Whether an outlet prints fewer of the words than the quotation has."""
    ours, theirs = words(line.text()), words(line.printed(place))
    return len(theirs) < len(ours) and contained(Counter(ours), Counter(theirs))


def _is_asked(quote: Quote, people: People, wanted: Wanted) -> bool:
    if quote.confidence < wanted.confidence or quote.kind not in wanted.kinds:
        return False
    if not wanted.speaker:
        return True
    if not quote.speaker:
        return False
    ours = _bag(f"{quote.speaker} {people.person(quote.speaker, quote.article_id)}")
    return all(folded(word) in ours for word in wanted.speaker.split() if folded(word))


def _bag(text: str) -> set[str]:
    return {folded(word) for word in text.split()}


def _within(day: date | None, wanted: Wanted) -> bool:
    if day is None:
        return wanted.first is None and wanted.last is None
    return (wanted.first is None or day >= wanted.first) and (wanted.last is None or day <= wanted.last)


def _has(
    quote: Quote, article: Article, people: People, asked: str, *, title: bool = False, speaker: bool = False
) -> bool:
    """Whether all words that are asked for stand in the quotation, the headline, or the speaker's name and role."""
    if not asked:
        return True
    text = quote.span.of(article.text)
    if title:
        text += f" {article.title}"
    if speaker and quote.speaker:
        text += f" {quote.speaker} {people.person(quote.speaker, quote.article_id)} {quote.role or ''}"
    ours = {folded(word) for word in words(text)}
    return all(
        word in ours or (len(word) >= STEM and any(each.startswith(word) for each in ours))
        for word in (folded(each) for each in words(asked))
    )


def named(quote: Quote, people: People) -> Quote:
    """The same quotation under the name its speaker goes by."""
    if quote.speaker is None:
        return quote
    return replace(quote, speaker=people.person(quote.speaker, quote.article_id))


def _line(quotation: Quotation, articles: Mapping[str, Article], days: Mapping[str, date | None]) -> Line:
    quote = quotation.quote
    places = (quotation.citation.place, *quotation.citation.also, *quotation.reworded)
    known = [day for place in places if (day := days[place.article_id])]
    return Line(
        quote.speaker,
        quotation,
        min(known, default=None),
        quote.speaker is not None and quote.confidence >= PRINT_CONFIDENCE,
        tuple(articles[place.article_id] for place in places),
    )


def sentence_around(line: Line) -> str:
    """The sentence that a few quoted words stand in; empty where it ends within them."""
    article, span = line.articles[0], line.quotation.quote.span
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    paragraph = article.text[start : end if end >= 0 else len(article.text)]
    within = (each for each in sentences(paragraph, article.language) if each.start <= span.start - start < each.end)
    found = next(within, None)
    return found.of(paragraph) if found and found.end > span.end - start else ""
