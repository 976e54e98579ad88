"""Overtaken: the sentences with a number that a later article puts differently in another of them."""

from collections.abc import Iterable, Sequence

from briefing.model import Difference, Extract, Place


def overtaken(extracts: Sequence[Extract], figures: Iterable[Difference]) -> frozenset[Extract]:
    """Those of the extracts that hold one of the numbers that differ, but not the latest of those held."""
    found: set[Extract] = set()
    for difference in figures:
        held = [each for figure in difference.figures for each in extracts if holds(each, figure)]  # in order of time
        found.update(each for each in held if each != held[-1])
    return frozenset(found)


def differing(extract: Extract, figures: Iterable[Difference]) -> frozenset[int]:
    """Which of the differences an extract has a number of, counted from 0."""
    return frozenset(
        number
        for number, difference in enumerate(figures)
        if any(holds(extract, figure) for figure in difference.figures)
    )


def holds(extract: Extract, figure: Place) -> bool:
    """Whether a number stands in an extract."""
    return figure.article_id == extract.article_id and extract.span.start <= figure.span.start < extract.span.end
