import numpy as np

from briefing.group import NO_BACKGROUND
from briefing.group.neighbours import SAME_OUTLET, Neighbours, neighbours
from briefing.group.tokens import tokens
from briefing.group.vectors import counted, vectors
from tests.factory import article

FIRST = "The ferry of Harnby ran aground on the bar of Lindow in thick fog."
SECOND = "Divers looked at the ferry that ran aground off Lindow; tugs wait for the tide."


def compared(outlets: tuple[str | None, str | None]) -> Neighbours:
    told = zip((FIRST, SECOND, "A choir sang."), (*outlets, "C"), strict=True)
    articles = [article(f"a{n}", text, title="", outlet=outlet) for n, (text, outlet) in enumerate(told)]
    read = tokens(articles)
    counts = counted(read, np.zeros(len(read.texts.flat), dtype=bool))
    alone = tuple((row,) for row in range(len(articles)))
    return neighbours(articles, (), vectors(counts, NO_BACKGROUND, alone))


def test_articles_of_one_outlet_are_less_near_than_the_same_of_two() -> None:
    assert np.allclose(compared(("A", "A")).similarity, SAME_OUTLET * compared(("A", "B")).similarity)


def test_two_unknown_outlets_are_not_one() -> None:
    assert np.allclose(compared((None, None)).similarity, compared(("A", "B")).similarity)
