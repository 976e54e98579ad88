"""Witnesses: what articles tell of two names, for `people.identify`; and quotations under one name a person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Quote
from briefing.quote.people import People, Sighting, identify
from briefing.text.words import words

ECHO_WORDS = 6  # words in a row that two people do not say by chance; a saying is shorter

Read = Callable[[Iterable[str]], Iterable[Article]]  # ids → those of the articles that there are


class Witnesses:
    """What the articles that quote two names tell of them; each article is read when it is first asked about."""

    def __init__(self, read: Read, quotes: Iterable[Quote]) -> None:
        """Take where articles are read from, and the quotations found in them."""
        self._from = read
        self._quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        self._articles: dict[str, Article] = {}
        for quote in quotes:
            self._quotes[quote.speaker or ""].append(quote)

    def beside(self, one: str, other: str) -> bool:
        """Whether an article in which one of them speaks names the other."""
        return any(
            named in article.text
            for speaker, named in ((one, other), (other, one))
            for article in self._read(quote.article_id for quote in self._quotes[speaker])
        )

    def echoed(self, one: str, other: str) -> bool:
        """Whether both are said to have said the same `ECHO_WORDS` in a row."""
        return bool(self._rows(one) & self._rows(other))

    def _rows(self, name: str) -> set[tuple[str, ...]]:
        rows = set()
        for quote in self._quotes[name]:
            for article in self._read([quote.article_id]):
                said = words(quote.span.of(article.text))
                rows |= {tuple(said[at : at + ECHO_WORDS]) for at in range(len(said) - ECHO_WORDS + 1)}
        return rows

    def _read(self, ids: Iterable[str]) -> list[Article]:
        wanted = list(dict.fromkeys(ids))
        unread = [article_id for article_id in wanted if article_id not in self._articles]
        self._articles.update({article.id: article for article in self._from(unread)} if unread else {})
        return [self._articles[article_id] for article_id in wanted if article_id in self._articles]


def known_as(
    quotes: Sequence[Quote],
    read: Read,
    *,
    events: Mapping[str, str],
    said: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> People:
    """Who is who among the speakers of these quotations.

    read: gives the articles they stand in. events: article id → what happened there, as far as that is known. said:
    what the user said of names, as `people.identify` takes it.
    """
    sightings = [
        Sighting(quote.speaker, quote.article_id, quote.role, events.get(quote.article_id))
        for quote in quotes
        if quote.speaker
    ]
    witnesses = Witnesses(read, quotes)
    return identify(sightings, beside=witnesses.beside, echoed=witnesses.echoed, said=said)


def under_one_name(
    quotes: Mapping[str, Sequence[Quote]],
    articles: Mapping[str, Article],
    *,
    events: Mapping[str, str],
    said: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> dict[str, tuple[Quote, ...]]:
    """The quotations of some articles, by article id, each under the one name its speaker goes by in all of them.

    What is not a speaker's name stays: the words, the offsets, the mention. The rest is as `known_as` takes it.
    """
    every = [quote for found in quotes.values() for quote in found]
    people = known_as(every, lambda ids: [articles[each] for each in ids if each in articles], events=events, said=said)
    return {
        article_id: tuple(
            replace(quote, speaker=people.person(quote.speaker, quote.article_id)) if quote.speaker else quote
            for quote in found
        )
        for article_id, found in quotes.items()
    }
