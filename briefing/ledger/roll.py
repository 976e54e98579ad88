"""Roll: the people who speak in the library, with what they were when, and where they were heard."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from briefing.ledger.book import Line


class Stint(NamedTuple):
    """A role as articles gave it, and from when to when they did."""

    role: str
    first: date | None  # None: only undated articles give it
    last: date | None
    times: int  # articles it was given in, of those that led a quotation


class Person(NamedTuple):
    """Somebody who speaks in the library."""

    name: str
    spellings: tuple[str, ...]  # other names of the same person, as articles print them
    sure: int  # quotations, folded over outlets, that a briefing would print
    unsure: int  # others that may be this person's
    outlets: tuple[tuple[str, int], ...]  # with how many of the quotations each printed, most first
    roles: tuple[Stint, ...]  # by first day
    first: date | None  # day of the first quotation
    last: date | None


def roll(lines: Iterable[Line], spellings: Mapping[str, list[str]]) -> tuple[Person, ...]:
    """The people of these lines, whoever said most first. spellings: person's name → all names."""
    by_person: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.person is not None:
            by_person[line.person].append(line)
    people = [person(name, said, spellings.get(name, [])) for name, said in by_person.items()]
    return ordered(people)


def ordered(people: Iterable[Person]) -> tuple[Person, ...]:
    """People, whoever said most first."""
    return tuple(sorted(people, key=lambda each: (-each.sure, -each.unsure, each.name)))


def person(name: str, lines: Sequence[Line], spellings: Sequence[str]) -> Person:
    """The person of that name, whose lines these are."""
    outlets = Counter(outlet for line in lines for outlet in line.outlets())
    days = [line.day for line in lines if line.day]
    return Person(
        name,
        tuple(each for each in spellings if each != name),
        sum(line.sure for line in lines),
        sum(not line.sure for line in lines),
        tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        _stints(lines),
        min(days, default=None),
        max(days, default=None),
    )


def _stints(lines: Sequence[Line]) -> tuple[Stint, ...]:
    """Roles by first day; those that differ in capitals only are one, as most lines print it."""
    wordings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    days: defaultdict[str, list[date]] = defaultdict(list)
    met: set[tuple[str, str]] = set()
    for line in lines:
        quote = line.quotation.quote
        key = (quote.role or "").casefold().replace("’", "'")
        if quote.role and (key, quote.article_id) not in met:
            met.add((key, quote.article_id))
            wordings[key][quote.role] += 1
            days[key] += [line.day] if line.day else []
    stints = [
        Stint(
            min(worded, key=lambda role: (-worded[role], role)),
            min(days[key], default=None),
            max(days[key], default=None),
            worded.total(),
        )
        for key, worded in wordings.items()
    ]
    return tuple(
        sorted(stints, key=lambda stint: (stint.first is None, stint.first or date.min, -stint.times, stint.role))
    )
