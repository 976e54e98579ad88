"""Sayings: quotations as pages know them: plain values, without the texts that they stand in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing.ledger import Line, Person
from briefing.ledger.roll import Stint

Row = list[Any]


@dataclass(frozen=True, slots=True)
class Saying:
    """One quotation, folded over the outlets that printed it."""

    person: str | None  # whose it is; None: nobody could be named
    text: str
    direct: bool
    role: str | None
    start: int  # where it stands in the first of the articles, in code points
    end: int
    day: date | None  # the earliest of its articles'
    articles: tuple[str, ...]  # ids; the first is the one it is cited from


def of_line(line: Line) -> Saying:
    """The quotation of a line of the ledger."""
    quote = line.quotation.quote
    return Saying(
        line.person, line.text(), quote.kind == "direct", quote.role, quote.span.start, quote.span.end, line.day,
        tuple(article.id for article in line.articles),
    )  # fmt: skip


def packed(saying: Saying) -> Row:
    """A quotation as JSON can keep it; whose it is stands with all of that person's."""
    place = [saying.start, saying.end, _kept(saying.day), list(saying.articles)]
    return [saying.text, int(saying.direct), saying.role, *place]


def unpacked(row: Row, person: str | None) -> Saying:
    """The quotation of a row of `packed`."""
    text, direct, role, start, end, day, articles = row
    return Saying(person, text, bool(direct), role, start, end, _day(day), tuple(articles))


def packed_person(person: Person) -> Row:
    """What is known of a person as JSON can keep it, but for the names, which others decide as well."""
    roles = [[stint.role, _kept(stint.first), _kept(stint.last), stint.times] for stint in person.roles]
    return [person.sure, person.unsure, list(person.outlets), roles, _kept(person.first), _kept(person.last)]


def unpacked_person(row: Row, name: str, spellings: tuple[str, ...]) -> Person:
    """The person of a row of `packed_person`."""
    sure, unsure, outlets, roles, first, last = row
    return Person(
        name, spellings, sure, unsure, tuple((outlet, times) for outlet, times in outlets),
        tuple(Stint(role, _day(start), _day(end), times) for role, start, end, times in roles),
        _day(first), _day(last),
    )  # fmt: skip


def _kept(day: date | None) -> int:
    return day.toordinal() if day else 0


def _day(number: int) -> date | None:
    return date.fromordinal(number) if number else None
