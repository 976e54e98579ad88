"""Who is who in the library: what spelling, roles, events and the words said tell, and what the user said."""

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from briefing.database import Address
from briefing.errors import PeopleError
from briefing.model import Quote
from briefing.quote.people import People
from briefing.quote.spelling import fold
from briefing.quote.witnesses import known_as
from briefing.store import Library
from briefing.store.identities import Identities, Identity
from briefing.store.remembered import Remembered

SUGGESTED = 3


def who(library: Library, path: Address, quotes: Sequence[Quote]) -> People:
    """Who is who among the speakers of these quotations, which should be all there are in the library at `path`."""
    with Remembered(path) as remembered, Identities(path) as identities:
        events, said = remembered.membership(), identities.said()
    return known_as(quotes, library.get, events=events, said=[(each.kind, each.names) for each in said])


def spellings(people: People) -> dict[str, list[str]]:
    """A person's name → all names that are hers or his, that one first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, person in sorted(people.of.items(), key=lambda pair: (pair[0] != pair[1], pair)):
        found[person].append(name)
    return dict(found)


def merge(people: People, path: Address, names: Sequence[str], *, at: datetime) -> str:
    """Make these names one person's from now on, who goes by the first; tell which that is. Raises PeopleError."""
    known = spellings(people)
    meant = [_person(name, people) for name in names]
    every = list(dict.fromkeys([_spelling(names[0], people), *(each for person in meant for each in known[person])]))
    with Identities(path) as identities:
        identities.say("same", every, at=at)
    return every[0]


def apart(people: People, path: Address, name: str, others: Sequence[str], *, at: datetime) -> tuple[str, ...]:
    """Keep a name apart from others, or from all of its person's if none is given; tell which. Raises PeopleError."""
    ours = _spelling(name, people)
    if others:
        known = spellings(people)
        theirs = [_spelling(other, people) for other in others]
        theirs += [each for other in theirs if people.of[other] != people.of[ours] for each in known[people.of[other]]]
    else:
        theirs = [each for each in spellings(people)[people.of[ours]] if each != ours]
        if not theirs:
            raise PeopleError(f"{ours} goes by no other name here, so there is nothing to split")
    kept = tuple(dict.fromkeys(each for each in theirs if each != ours))
    with Identities(path) as identities:
        identities.say("apart", (ours, *kept), at=at)
    return kept


def undo(path: Address, number: int | None = None) -> Identity:
    """Take back what the user said of names, last or by its number; tell what it was. Raises PeopleError."""
    with Identities(path) as identities:
        said = identities.undo(number)
    if said is None:
        told = "nothing was merged or split, so there is nothing to undo"
        raise PeopleError(told if number is None else f"no merge or split has the number {number} (any more)")
    return said


def _person(name: str, people: People) -> str:
    return people.of[_spelling(name, people)]


def _spelling(name: str, people: People) -> str:
    """The name as the library prints it, whatever its case and accents; PeopleError where it does not."""
    if name in people.of:
        return name
    folded: Mapping[str, str] = {_folded(each): each for each in sorted(people.of, reverse=True)}
    if _folded(name) in folded:
        return folded[_folded(name)]
    near = difflib.get_close_matches(_folded(name), list(folded), SUGGESTED)
    hint = f"did you mean {' or '.join(folded[each] for each in near)}?" if near else "brief people lists them"
    raise PeopleError(f'nobody called "{name}" speaks in the library: {hint}')


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())
