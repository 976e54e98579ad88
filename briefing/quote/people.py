"""People: which names, in articles of many outlets, are one person. A false merge is worse than a missed one.

Spelling alone joins names that differ by accents, hyphens, titles or a middle initial. A second given name, a short
form, an initial or another transliteration needs a witness as well: the same role, the same event, or the same words
said. Two that one article names side by side are two people, and a name that could be either of two people stays by
itself. What the user says goes before all of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.quote.given_names import genders
from briefing.quote.spelling import Kinship, Name, fold, kinship, parse, sound
from briefing.quote.tokens import lexicon

Pair = Callable[[str, str], bool]

BODY = "G"  # class of words that a body's name ends with: court, department
TITLE = "T"
WORD = re.compile(r"\b[^\W_]+\b(?!['’]s\b)")  # not whose secretary somebody is: "the mayor's"
SHORT_TITLES = {"sen": "senator", "gov": "governor", "rep": "representative", "sec": "secretary", "gen": "general"}
# What a role says of too many people to be a witness.
VAGUE_WORDS = """
    the and for from with former president's his her their who said man woman people person official officials one
    two three new york north south east west city state states united national american white house top senior
"""
VAGUE = frozenset(VAGUE_WORDS.split())
RANK: dict[Kinship, int] = {"same": 0, "middle": 1, "second": 2, "spelling": 3, "short": 4, "initial": 5}


class Sighting(NamedTuple):
    """One speaker as one article names him or her."""

    name: str
    article_id: str
    role: str | None
    event: str | None = None  # what happened there, where that is known


@dataclass(slots=True)
class Known:
    """What the sightings of one name tell."""

    name: Name
    articles: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


class People(NamedTuple):
    """Who is who: every name of the sightings, and for a surname alone every article, belongs to one person."""

    of: Mapping[str, str]  # name → the person's name
    alone: Mapping[tuple[str, str], str]  # (article, surname that stands alone there) → the person's name

    def person(self, name: str, article_id: str) -> str:
        """The name of the person whom that article calls so."""
        return self.alone.get((article_id, name)) or self.of.get(name, name)


def nobody(_one: str, _other: str) -> bool:
    """No pair is: what to pass where there is nothing to look it up in."""
    return False


def identify(
    sightings: Iterable[Sighting],
    *,
    beside: Pair = nobody,
    echoed: Pair = nobody,
    said: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> People:
    """Who is who among the names of these sightings.

    beside: whether some article names both. echoed: whether both are said to have said the same words. said: what the
    user said, in order: ("same", names of one person), ("apart", (name, names that are others')).
    A person goes by the name the user merged others into, else by the one that most articles print.
    """
    rows = list(sightings)
    known = gather(rows)
    bonds = Bonds(known, said)
    bonds.follow()
    for one, other in proposals(known, beside, echoed):
        bonds.tie(one, other)
    of = bonds.names()
    return People(of, dict(lone(rows, known, of, bonds.settled)))


def gather(sightings: Iterable[Sighting]) -> dict[str, Known]:
    """What is known of each name, by name; those without a letter are left out."""
    known: dict[str, Known] = {}
    for each in sightings:
        found = known.get(each.name)
        if found is None:
            name = parse(each.name)
            if name is None:
                continue
            found = known[each.name] = Known(name)
        found.articles.add(each.article_id)
        found.roles |= role_words(each.role)
        if each.event:
            found.events.add(each.event)
    return dict(sorted(known.items()))


def role_words(role: str | None) -> set[str]:
    """The words of a role that tell one person from another."""
    words = {fold(word) for word in WORD.findall(role or "")} - VAGUE
    return {SHORT_TITLES.get(word, word) for word in words if len(word) > len("of")}


def is_personal(text: str, known: Known) -> bool:
    """Whether a name is somebody's own: two words or more, capitalised, and nothing says that it is a body's."""
    words = text.split()
    if not known.name.given or not (words[0][0].isupper() and words[-1][:1].isupper()):
        return False
    first = words[0].lower()
    if first in lexicon() and first not in genders() and lexicon()[first] != TITLE:
        return False  # "Neither Roe", "Michigan Roe"
    return lexicon().get(words[-1].lower()) != BODY or bool(known.roles)


def proposals(known: Mapping[str, Known], beside: Pair, echoed: Pair) -> list[tuple[str, str]]:
    """Pairs of names to be merged, the surest first; none of a name that could be either of two people."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for text, each in known.items():
        if is_personal(text, each):
            groups[sound(each.name.last)].append(text)
            groups["".join((*each.name.given, each.name.last))].append(text)
    kin: dict[tuple[str, str], Kinship] = {}
    for group in groups.values():
        for index, one in enumerate(group):
            for other in group[index + 1 :]:
                found = kinship(known[one].name, known[other].name)
                if found and _vouched(one, other, found, known, beside, echoed):
                    kin[one, other] = found
    return sorted(unambiguous(kin, known), key=lambda pair: (RANK[kin[pair]], pair))


def _vouched(one: str, other: str, found: Kinship, known: Mapping[str, Known], beside: Pair, echoed: Pair) -> bool:
    """Whether there is evidence enough that two names so alike are one person's."""
    ours, theirs = known[one], known[other]
    if found == "same":
        return True
    if found == "middle" and not (ours.roles and theirs.roles):  # roles may tell a senator from a namesake
        return any(each.name.given[0] in genders() or each.name.initials for each in (ours, theirs))
    if found == "middle":
        return _witnessed(one, other, known, echoed)
    if ours.articles & theirs.articles or beside(one, other):
        return False
    return _witnessed(one, other, known, echoed)


def _witnessed(one: str, other: str, known: Mapping[str, Known], echoed: Pair) -> bool:
    """Whether the two have a word of their roles or an event in common, or are said to have said the same."""
    ours, theirs = known[one], known[other]
    return bool(ours.roles & theirs.roles or ours.events & theirs.events) or echoed(one, other)


def unambiguous(kin: Mapping[tuple[str, str], Kinship], known: Mapping[str, Known]) -> list[tuple[str, str]]:
    """The pairs neither of which goes as well with somebody else who is not the other's kin."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in kin:
        near[one].append(other)
        near[other].append(one)
    return [
        (one, other)
        for one, other in kin
        if all(third == other or kinship(known[third].name, known[other].name) for third in near[one])
        and all(third == one or kinship(known[third].name, known[one].name) for third in near[other])
    ]


class Bonds:
    """Names tied to persons, one tie after the other; what the user keeps apart is never tied."""

    def __init__(self, known: Mapping[str, Known], said: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Take the names, and what the user said."""
        self.known = known
        self.said = said
        self.person: dict[str, list[str]] = {}  # name → all names of its person
        self.apart: set[frozenset[str]] = set()
        self.chosen: list[str] = []  # names that others were merged into, the latest first
        self.settled: set[str] = set()  # names the user spoke of

    def follow(self) -> None:
        """Do as the user said; a later word goes before an earlier one."""
        same: dict[frozenset[str], tuple[str, str]] = {}
        for kind, names in self.said:
            first, *others = names
            self.settled.update(names if kind == "same" else ())
            for other in others:
                pair = frozenset((first, other))
                if kind == "same":
                    self.apart.discard(pair)
                    same[pair] = (first, other)
                else:
                    same.pop(pair, None)
                    self.apart.add(pair)
            if kind == "same":
                self.chosen.insert(0, first)
        for one, other in same.values():
            self.tie(one, other)

    def tie(self, one: str, other: str) -> None:
        """Make two names one person's, unless two names of that person must stay apart."""
        ours, theirs = self.person.setdefault(one, [one]), self.person.setdefault(other, [other])
        if ours is not theirs and not any(frozenset((a, b)) in self.apart for a in ours for b in theirs):
            ours.extend(theirs)
            self.person.update(dict.fromkeys(theirs, ours))

    def names(self) -> dict[str, str]:
        """Name → the name its person goes by."""
        return {name: self._best(self.person.get(name, [name])) for name in self.known}

    def _best(self, names: Sequence[str]) -> str:
        preferred = [name for name in self.chosen if name in names]
        if preferred:
            return preferred[0]
        return min((name for name in names if name in self.known), key=self._weight)

    def _weight(self, name: str) -> tuple[int, int, int, int, str]:
        """No word twice ("Ana Roe Ana Maria Roe" is two names run together), most articles, fullest, no title."""
        known = self.known[name]
        words = name.split()
        return (len(words) - len(set(words)), -len(known.articles), -sum(map(len, known.name.given)), len(name), name)


def lone(
    sightings: Iterable[Sighting], known: Mapping[str, Known], of: Mapping[str, str], settled: Iterable[str]
) -> Iterable[tuple[tuple[str, str], str]]:
    """Whom a surname means in an article that gives no more: the one bearer with that role, or in that event.

    One who is named in full in the same article is somebody else: the quote stage would have told.
    """
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for text, each in known.items():
        if is_personal(text, each):
            bearers[sound(each.name.last)].append(text)
    decided = frozenset(settled)
    roles: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    events: dict[tuple[str, str], str | None] = {}
    for sighting in sightings:
        name = sighting.name
        if name in known and not known[name].name.given and name not in decided:
            roles[sighting.article_id, name].update(role_words(sighting.role))
            events[sighting.article_id, name] = sighting.event
    for (article_id, name), words in roles.items():
        fitting = bearers[sound(known[name].name.last)] if name[:1].isupper() else []
        fitting = [full for full in fitting if known[full].name.given[0] in genders()] or fitting  # not "Besides Roe"
        others = [full for full in fitting if article_id not in known[full].articles]
        by_role = {of[full] for full in others if known[full].roles & words.keys()}
        by_event = {of[full] for full in others if events[article_id, name] in known[full].events}
        for found in (by_role, by_event):
            if len(found) == 1:
                yield (article_id, name), found.pop()
                break
