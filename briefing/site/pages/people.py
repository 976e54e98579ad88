"""The people who speak, listed; each one's page, with what she or he said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ledger import Person
from briefing.ledger.roll import Stint
from briefing.render import dates
from briefing.render.counting import count
from briefing.site import addresses
from briefing.site.bars import Bars, bars
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import Page, Spoken, Way, month_name, month_of, shown, spoken
from briefing.site.sayings import Saying

ON_A_PAGE = 200  # quotations: a long screenful a dozen times over; what is older has pages of its own
ROLES_SHOWN = 8
MOST_QUOTED = 12  # named before the alphabet


@dataclass(frozen=True, slots=True)
class MonthOfWords:
    """What was said in one month."""

    name: str
    said: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What a person's page shows."""

    name: str
    standing: str
    spellings: tuple[str, ...]
    roles: tuple[Way, ...]  # what somebody was called, and from when to when
    outlets: tuple[Way, ...]
    bars: Bars | None
    months: tuple[MonthOfWords, ...]  # the latest first
    older: Way | None
    newer: Way | None


@dataclass(frozen=True, slots=True)
class Known:
    """A person in the list."""

    name: str
    path: str
    role: str | None
    quotations: str
    dates: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The people whose last name begins with one letter."""

    letter: str
    people: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """What the list shows."""

    standing: str
    most: tuple[Known, ...]
    letters: tuple[Letter, ...]


def people_pages(holdings: Holdings) -> Iterator[Page]:
    """The list, and everybody's page."""
    yield people_page(holdings)
    for person in holdings.people:
        yield from person_pages(person, holdings)


def people_page(holdings: Holdings) -> Page:
    """The list of people: the most quoted, then everybody by last name."""
    known = [(person, _known(person, holdings)) for person in holdings.people]
    by_letter: dict[str, list[tuple[str, Known]]] = {}
    for person, line in known:
        last = person.name.split()[-1] if person.name.split() else person.name
        key = addresses.slug(last)[:1].upper() or last[:1].upper() or "?"
        by_letter.setdefault(key, []).append((f"{last} {person.name}", line))
    letters = tuple(
        Letter(key, tuple(line for _, line in sorted(by_letter[key], key=lambda pair: pair[0])))
        for key in sorted(by_letter)
    )
    number = len(holdings.people)
    noun = "person" if number == 1 else "people"
    view = PeoplePage(f"{number:,} {noun}", tuple(line for _, line in known[:MOST_QUOTED]), letters)
    return Page(addresses.PEOPLE, "people.html.j2", "People", view)


def person_pages(person: Person, holdings: Holdings) -> Iterator[Page]:
    """A person's page, and more where there is more than one holds."""
    every = holdings.said_by.get(person.name, ())
    slug = holdings.person_slug[person.name]
    starts = range(0, len(every) or 1, ON_A_PAGE)
    paths = [addresses.person(slug if not at else f"{slug}--{at // ON_A_PAGE + 1}") for at in starts]
    for number, at in enumerate(starts):
        some = every[at : at + ON_A_PAGE]
        older = Way("Older quotations", paths[number + 1]) if number + 1 < len(paths) else None
        newer = Way("Newer quotations", paths[number - 1]) if number else None
        yield Page(
            paths[number], "person.html.j2", shown(person.name), _view(person, every, some, holdings, (older, newer))
        )


def _view(
    person: Person,
    every: Sequence[Saying],
    some: Sequence[Saying],
    holdings: Holdings,
    turn: tuple[Way | None, Way | None],
) -> PersonPage:
    by_month: dict[str, list[Spoken]] = {}
    for saying in some:
        month = month_of(saying.day) if saying.day else ""
        by_month.setdefault(month, []).append(spoken(saying, holdings))
    return PersonPage(
        name=shown(person.name),
        standing=_standing(person),
        spellings=tuple(map(shown, person.spellings)),
        roles=tuple(Way(shown(stint.role), None, _stint(stint)) for stint in _roles(person)),
        outlets=tuple(
            Way(shown(name), holdings.where_outlet(name), count(number, "quotation")) for name, number in person.outlets
        ),
        bars=bars((saying.day for saying in every), "quotation"),
        months=tuple(
            MonthOfWords(month_name(month) if month else "Undated", tuple(said)) for month, said in by_month.items()
        ),
        older=turn[0],
        newer=turn[1],
    )


def _known(person: Person, holdings: Holdings) -> Known:
    roles = _roles(person)
    return Known(
        name=shown(person.name),
        path=addresses.person(holdings.person_slug[person.name]),
        role=shown(roles[-1].role) if roles else None,
        quotations=count(person.sure, "quotation"),
        dates=_reach(person),
    )


def _standing(person: Person) -> str:
    return ", ".join((count(person.sure, "quotation"), count(len(person.outlets), "outlet"), _reach(person)))


def _reach(person: Person) -> str:
    return dates.days(person.first, person.last) if person.first and person.last else dates.UNDATED


def _roles(person: Person) -> list[Stint]:
    """The roles given most often, in order of time."""
    most = sorted(person.roles, key=lambda stint: (-stint.times, stint.role))[:ROLES_SHOWN]
    return [stint for stint in person.roles if stint in most]


def _stint(stint: Stint) -> str:
    return dates.days(stint.first, stint.last) if stint.first and stint.last else dates.UNDATED
