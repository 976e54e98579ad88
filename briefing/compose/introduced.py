"""Introduced: an order in which all that a sentence takes for told has been told; what no order mends is left out.

Sentences come here after repetitions and background have been taken out, and with them perhaps the one that had
introduced somebody.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Article, Extract, Span


@dataclass(frozen=True, slots=True)
class Taken:
    """What one sentence takes for told, and what it tells: nouns and names, comparable with those of others."""

    needs: frozenset[str] = frozenset()  # without them it is not understood
    names: frozenset[str] = frozenset()  # of people a reader may know; who introduces them had better come first
    gives: frozenset[str] = frozenset()


TakenForTold = Callable[[Article, Span, str], Taken]  # (article, place of the sentence, headline above it)


def nothing_taken(_article: Article, _span: Span, _headline: str) -> Taken:
    """Take every sentence for one that takes nothing for told."""
    return Taken()


def introduced(extracts: Sequence[Extract], taken: Mapping[Extract, Taken]) -> tuple[Extract, ...]:
    """The extracts without those that nothing explains, but one at least; each behind those that explain it.

    Else they keep their order.
    """
    return _ordered(_explained(list(extracts), taken), taken)


def _explained(kept: list[Extract], taken: Mapping[Extract, Taken]) -> list[Extract]:
    while len(kept) > 1:
        given = {each: _gives([other for other in kept if other != each], taken) for each in kept}
        left = [each for each in kept if taken[each].needs <= given[each]]
        if len(left) == len(kept):
            break
        kept = left or [min(kept, key=lambda each: (len(taken[each].needs), each.rank))]
    return kept


def _ordered(waiting: list[Extract], taken: Mapping[Extract, Taken]) -> tuple[Extract, ...]:
    placed: list[Extract] = []
    while waiting:
        told = _gives(placed, taken)
        open_ = _gives(waiting, taken) - told  # what somebody still has to tell
        ready = [each for each in waiting if not (taken[each].needs | taken[each].names) & open_ - taken[each].gives]
        understood = [each for each in waiting if taken[each].needs <= told]
        first = next(iter((*ready, *understood)), waiting[0])
        waiting.remove(first)
        placed.append(first)
    return tuple(placed)


def _gives(extracts: Sequence[Extract], taken: Mapping[Extract, Taken]) -> frozenset[str]:
    return frozenset[str]().union(*(taken[each].gives for each in extracts))
