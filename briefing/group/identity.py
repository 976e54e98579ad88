"""Which of the events found now are events found before: old groups + new groups → ids.

An event is known again by the articles it was last seen with, not by its first one alone: an earlier report that comes
late, or one that leaves, changes no id.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import count

EVENT, STORY = "e", "s"  # what ids begin with
ID_DIGITS = 12


def identify(
    groups: Sequence[Sequence[str]],
    remembered: Mapping[str, str],
    kind: str = EVENT,
    *,
    given: Mapping[int, str] | None = None,
    sent: Collection[str] = frozenset(),
) -> tuple[str, ...]:
    """An id for each group, in order; no id twice.

    `groups` hold ids of members, no member in two, the first of each the one that names a new group (of an event its
    earliest article). `remembered` gives for members, these and any others, the id of the group they were last in. The
    largest overlap wins the id, then the smaller id, then the group whose members come first in the alphabet. `given`:
    ids that groups of these numbers have whatever is remembered; no id twice. `sent`: members that the user sent out of
    their group: where others are left that were in one, these take its id along and not those.
    """
    overlaps = Counter(
        (member in sent, remembered[member], number)
        for number, group in enumerate(groups)
        for member in group
        if member in remembered
    )
    lowest = [min(group) for group in groups]
    ids = dict(given or {})
    taken = set(ids.values())
    order = sorted(overlaps, key=lambda each: (each[0], -overlaps[each], each[1], lowest[each[2]]))
    for _, old, number in order:
        if old not in taken and number not in ids:
            ids[number] = old
            taken.add(old)
    taken |= set(remembered.values())
    for number in sorted(set(range(len(groups))) - ids.keys(), key=lambda number: lowest[number]):
        ids[number] = _unused(groups[number][0], kind, taken)
        taken.add(ids[number])
    return tuple(ids[number] for number in range(len(groups)))


def new_id(founder: str, kind: str = EVENT, again: int = 0) -> str:
    """The id of a group that nobody knows yet, of its first member's; `again` makes another one of the same."""
    name = f"{founder}\n{again}" if again else founder
    return kind + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def _unused(founder: str, kind: str, taken: set[str]) -> str:
    """A new id that no other group has or had: the founder's old event may live on without it."""
    return next(name for again in count() if (name := new_id(founder, kind, again)) not in taken)
