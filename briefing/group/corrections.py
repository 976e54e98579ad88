"""What a user said about events, said again of every later grouping: must-link, cannot-link (Wagstaff and Cardie 2000).

Corrections are kept in articles, as the ids of events alone would not survive a regrouping. They are followed in the
order in which they were made, so that where two contradict each other the later one holds:

- *merge*: the articles of both events belong together, and so does what is grouped with any of them;
- *split*: those that leave belong together, and not with those that stay;
- *move*: the article belongs where most of the target's articles are, whatever it is like;
- *drop*: the articles, or the event and whatever joins it later, are told of no more;
- *retitle*: the event that has the id, or else holds most of the articles, bears the user's own headline.

What is said of single words (pin, strike, speaker) groups nothing: `briefing.compose.marks` follows it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from briefing.model import Correction, Event

Group = tuple[str, ...]


@dataclass(slots=True)
class _Wishes:
    """Where the corrections, followed in order, leave the articles they name."""

    block: dict[str, int] = field(default_factory=dict)  # article → block; those of one block must be together
    apart: set[frozenset[int]] = field(default_factory=set)  # pairs of blocks that must not
    moved: dict[str, Group] = field(default_factory=dict)  # article → those it is to be with; in the order said
    loose: set[str] = field(default_factory=set)  # moved once: what they are grouped with does not come along
    fresh: "count[int]" = field(default_factory=count)

    def follow(self, correction: Correction) -> None:
        if correction.kind == "merge":
            self.unite((*correction.subjects, *correction.others))
        elif correction.kind == "split":
            self.part(correction.subjects, correction.others)
        elif correction.kind == "move":
            for article in correction.subjects:
                self.block.pop(article, None)
                self.moved.pop(article, None)  # so that it comes last
                self.moved[article] = tuple(other for other in correction.others if other != article)

    def unite(self, articles: Iterable[str]) -> int:
        """One block of these articles and of all that had to be with any of them."""
        whole = next(self.fresh)
        for article in articles:
            if self.moved.pop(article, None) is not None:
                self.loose.add(article)
            old = self.block.get(article)
            self.block[article] = whole
            if old not in (None, whole):
                for other in [other for other, its in self.block.items() if its == old]:
                    self.block[other] = whole
                self.apart = {frozenset(whole if each == old else each for each in pair) for pair in self.apart}
        self.apart = {pair for pair in self.apart if len(pair) > 1}
        return whole

    def part(self, leaving: Sequence[str], staying: Sequence[str]) -> None:
        """A block of those that leave, kept from the blocks of those that stay, and from what they were kept from."""
        left = {self.block.pop(article) for article in leaving if article in self.block}
        others = {other for pair in self.apart if pair & left for other in pair - left}
        whole = self.unite(leaving)
        self.apart.update(frozenset((whole, other)) for other in others)
        for article in staying:
            if article in self.moved:  # it stays where it was moved to, but not with those that leave
                self.moved[article] = tuple(
                    other for other in (*self.moved[article], *staying) if other != article and other not in leaving
                )
            if article not in self.block:
                self.block[article] = next(self.fresh)
            self.apart.add(frozenset((whole, self.block[article])))


def corrected(groups: Sequence[Sequence[str]], corrections: Iterable[Correction]) -> tuple[Group, ...]:
    """The groups as the corrections want them; members sorted, groups too. What corrections name elsewhere is ignored.

    No article is lost or added: what is dropped is told by `dropped`, as the event it was in must be known first.
    """
    wishes = _Wishes()
    for correction in corrections:
        wishes.follow(correction)
    parted = [part for group in groups for part in _parted(frozenset(group) - wishes.loose, wishes)]
    parted += [{article} for group in groups for article in group if article in wishes.loose]
    return tuple(sorted(tuple(sorted(group)) for group in _moved(_united(parted, wishes), wishes) if group))


def retitled(events: Sequence[Event], corrections: Iterable[Correction]) -> tuple[Event, ...]:
    """The events, each under the headline the user gave it last."""
    titles: dict[str, str] = {}
    for correction in corrections:
        if correction.kind == "retitle":
            meant = _meant(correction, events)
            if meant is not None:
                titles[meant.id] = correction.words
    return tuple(replace(event, headline=titles[event.id]) if event.id in titles else event for event in events)


def _meant(correction: Correction, events: Sequence[Event]) -> Event | None:
    """The event of that id; where there is none, the one that holds most of the articles it had."""
    by_id = next((event for event in events if event.id == correction.event), None)
    if by_id is not None:
        return by_id
    had = frozenset(correction.subjects)
    held = max(events, key=lambda event: len(had.intersection(event.article_ids)), default=None)
    return held if held is not None and 2 * len(had.intersection(held.article_ids)) > len(had) else None


def dropped(corrections: Iterable[Correction]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of articles and of events that are told of no more."""
    drops = [correction for correction in corrections if correction.kind == "drop"]
    articles = frozenset(article for drop in drops for article in drop.subjects)
    return articles, frozenset(drop.event for drop in drops if drop.event)


def sent(corrections: Iterable[Correction]) -> frozenset[str]:
    """The ids of the articles that were moved or split off: they leave, so the event they were in keeps its id."""
    return frozenset(article for each in corrections if each.kind in ("move", "split") for article in each.subjects)


def _blocks(group: Iterable[str], wishes: _Wishes) -> dict[int, set[str]]:
    """The articles of a group that are in blocks, by block."""
    found: dict[int, set[str]] = {}
    for article in sorted(group):
        if article in wishes.block:
            found.setdefault(wishes.block[article], set()).add(article)
    return found


def _parted(group: frozenset[str], wishes: _Wishes) -> list[set[str]]:
    """The group in as few parts as keep apart what must be; what nobody named stays with the largest."""
    blocks = _blocks(group, wishes)
    parts: list[tuple[set[int], set[str]]] = []
    for block in sorted(blocks, key=lambda block: (-len(blocks[block]), min(blocks[block]))):
        home = next((part for part in parts if not _kept_apart({block}, part[0], wishes)), None)
        if home is None:
            home = (set(), set())
            parts.append(home)
        home[0].add(block)
        home[1].update(blocks[block])
    if not parts:
        return [set(group)]
    largest = min(parts, key=lambda part: (-len(part[1]), min(part[1])))
    largest[1].update(article for article in group if article not in wishes.block)
    return [articles for _, articles in parts]


def _united(groups: Sequence[set[str]], wishes: _Wishes) -> list[set[str]]:
    """Groups joined where a block's articles are in several; only these go over where the rest must stay apart."""
    current = [set(group) for group in groups]
    shared = Counter(wishes.block.values())
    for block in sorted(block for block in shared if shared[block] > 1):
        holding = [group for group in current if any(wishes.block.get(article) == block for article in group)]
        if not holding:
            continue
        holding.sort(key=lambda group: (-len(group), min(group)))
        home, *others = holding
        for other in others:
            if _kept_apart(set(_blocks(home, wishes)), set(_blocks(other, wishes)), wishes):
                leaving = {article for article in other if wishes.block.get(article) == block}
                home |= leaving
                other -= leaving
            else:
                home |= other
                other.clear()
        current = [group for group in current if group]
    return current


def _moved(groups: Sequence[set[str]], wishes: _Wishes) -> list[set[str]]:
    """Each moved article where most of those are that it is to be with; where none is, in a group of its own."""
    home = {article: number for number, group in enumerate(groups) for article in group}
    current = [set(group) for group in groups]
    for article, company in wishes.moved.items():
        if article not in home:
            continue
        current[home[article]].discard(article)
        own = {wishes.block[article]} if article in wishes.block else set()
        met = Counter(home[other] for other in company if other in home)
        for number in [each for each in met if _kept_apart(own, set(_blocks(current[each], wishes)), wishes)]:
            del met[number]
        if met:
            home[article] = min(met, key=lambda number: (-met[number], min(current[number], default="")))
        else:
            home[article] = len(current)
            current.append(set())
        current[home[article]].add(article)
    return current


def _kept_apart(some: set[int], others: set[int], wishes: _Wishes) -> bool:
    """Whether any block of the one must not be with any of the other."""
    return any(frozenset((one, other)) in wishes.apart for one in some for other in others if one != other)
