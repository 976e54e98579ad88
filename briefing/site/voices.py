"""Voices: the ledger as pages need it. A speaker of whom nothing is new is not folded again.

What one speaker's quotations fold into depends on them and on the articles they stand in, so that a digest of these
finds what was made of them before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from briefing.ledger import Line, Person
from briefing.ledger.book import apart_from_direct, lines, named, ordered
from briefing.ledger.roll import ordered as by_number
from briefing.ledger.roll import person as person_of
from briefing.model import Article, Quote
from briefing.quote import PRINT_CONFIDENCE
from briefing.quote.people import People
from briefing.site.digest import digest
from briefing.site.sayings import Row, Saying, of_line, packed, packed_person, unpacked, unpacked_person

Read = Callable[[Iterable[str]], Mapping[str, Article]]  # ids → those of the articles that there are, with their texts
Known = Mapping[str, Row]  # a digest of all that a speaker's quotations depend on → what was made of them


def voices(
    quotes: Iterable[Quote], people: People, spellings: Mapping[str, Sequence[str]], marks: Mapping[str, str],
    day_of: Callable[[Article], date | None], read: Read, known: Known,
) -> tuple[tuple[Saying, ...], tuple[Person, ...], dict[str, Row]]:  # fmt: skip
    """Every quotation that is sure of its speaker, everybody who speaks, and what is to be known the next time.

    Quotations by people, whoever said most first and nobody last, one person's latest first. marks: a digest of each
    article.
    """
    groups: defaultdict[str | None, list[Quote]] = defaultdict(list)
    for quote in apart_from_direct(quotes):
        if quote.confidence >= PRINT_CONFIDENCE:
            groups[people.person(quote.speaker, quote.article_id) if quote.speaker else None].append(quote)
    keys = {person: _key(said, marks) for person, said in groups.items()}
    fresh = [person for person, key in keys.items() if key not in known]
    articles = read(dict.fromkeys(quote.article_id for person in fresh for quote in groups[person]))
    made = {person: _made(person, [named(each, people) for each in groups[person]], articles, day_of)
            for person in fresh}  # fmt: skip
    rows = {person: made.get(person) or known[key] for person, key in keys.items()}
    names = {person: tuple(each for each in spellings.get(person, ()) if each != person) for person in rows if person}
    found = tuple(
        unpacked(row, person)
        for person in sorted(rows, key=lambda each: (each is None, -len(rows[each][0]), each or ""))
        for row in rows[person][0]
    )
    heard = by_number([unpacked_person(rows[name][1], name, others) for name, others in names.items()])
    return found, heard, {keys[person]: row for person, row in rows.items()}


def _key(quotes: Sequence[Quote], marks: Mapping[str, str]) -> str:
    return digest([(each.article_id, each.kind, each.span.start, each.span.end, each.speaker, each.role,
                    each.confidence, marks[each.article_id]) for each in quotes])  # fmt: skip


def _made(
    person: str | None, quotes: Sequence[Quote], articles: Mapping[str, Article],
    day_of: Callable[[Article], date | None],
) -> Row:  # fmt: skip
    own = {each.article_id: articles[each.article_id] for each in quotes}
    said: tuple[Line, ...] = ordered(lines(quotes, own, {each: day_of(article) for each, article in own.items()}))
    about = packed_person(person_of(person, said, ())) if person else None
    return [[packed(of_line(line)) for line in said], about]
