"""Introduced: an order in which all that a sentence takes for told has been told; what no order mends is left out.

Sentences come here after repetitions and background have been taken out, and with them perhaps the one that had
introduced somebody.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Article, Extract, Span


class Taken(NamedTuple):
    """What one sentence takes for told, and what it tells: nouns and names, comparable with those of others."""

    needs: frozenset[str] = frozenset()  # without them it is not understood
    names: frozenset[str] = frozenset()  # of people a reader may know; who introduces them had better come first
    gives: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()  # what it needs of its own article

    @property
    def wants(self) -> frozenset[str]:
        """All without which it is not understood."""
        return self.needs | self.place


TakenForTold = Callable[[Article, Span, str], Taken]  # (article, place of the sentence, headline above it)


def nothing_taken(_article: Article, _span: Span, _headline: str) -> Taken:
    """Take every sentence for one that takes nothing for told."""
    return Taken()


def introduced(extracts: Sequence[Extract], taken: Mapping[Extract, Taken]) -> tuple[Extract, ...]:
    """The extracts without those that nothing explains, each behind those that explain it; else in their order."""
    return _ordered(_explained(list(extracts), taken), taken)


def _explained(kept: list[Extract], taken: Mapping[Extract, Taken]) -> list[Extract]:
    """What is left when those go that nothing explains, and then those that only these had explained."""
    while kept:
        left = [each for each in kept if taken[each].wants <= _gives([one for one in kept if one != each], taken)]
        if len(left) == len(kept):
            break
        kept = left
    return kept


def _ordered(waiting: list[Extract], taken: Mapping[Extract, Taken]) -> tuple[Extract, ...]:
    placed: list[Extract] = []
    while waiting:
        told = _gives(placed, taken)
        open_ = _gives(waiting, taken) - told  # what somebody still has to tell
        ready = [each for each in waiting if not _wants(taken[each]) & open_ - taken[each].gives]
        understood = [each for each in waiting if taken[each].wants <= told]
        first = next(iter((*ready, *understood)), waiting[0])
        waiting.remove(first)
        placed.append(first)
    return tuple(placed)


def _wants(found: Taken) -> frozenset[str]:
    return found.wants | found.names


def _gives(extracts: Sequence[Extract], taken: Mapping[Extract, Taken]) -> frozenset[str]:
    return frozenset[str]().union(*(taken[each].gives for each in extracts))
