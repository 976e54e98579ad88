"""Draft: an article while it is being cleaned. Each step takes one and gives one."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from briefing.clean.dates import UNDATED, Dating
from briefing.model import Removal


@dataclass(frozen=True, slots=True)
class Draft:
    """The paragraphs left so far, what was learnt on the way, and what was left out."""

    paragraphs: tuple[str, ...]
    title: str = ""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    origin: str | None = None
    url: str | None = None
    date: Dating = UNDATED
    partial_date: str | None = None
    removed: tuple[Removal, ...] = ()

    def without(self, step: str, dropped: Collection[int]) -> "Draft":
        """Less the paragraphs at these indexes, counted under the step's name."""
        if not dropped:
            return self
        gone = frozenset(dropped)
        kept = tuple(paragraph for index, paragraph in enumerate(self.paragraphs) if index not in gone)
        return replace(self, paragraphs=kept).noted(step, len(gone))

    def noted(self, step: str, count: int) -> "Draft":
        """With so many more paragraphs counted as left out by a step."""
        return replace(self, removed=(*self.removed, Removal(step, count))) if count else self

    def cut(self, step: str, index: int, rest: str) -> "Draft":
        """With the paragraph at `index` cut down to `rest`; it counts as one removal, and goes if nothing is left."""
        rest = rest.strip()
        if not rest:
            return self.without(step, (index,))
        paragraphs = (*self.paragraphs[:index], rest, *self.paragraphs[index + 1 :])
        return replace(self, paragraphs=paragraphs).noted(step, 1)

    def merged_removals(self) -> tuple[Removal, ...]:
        """What was left out, one entry a step, in the order of the steps' first removals."""
        totals: dict[str, int] = {}
        for removal in self.removed:
            totals[removal.step] = totals.get(removal.step, 0) + removal.paragraphs
        return tuple(Removal(step, count) for step, count in totals.items())
