import numpy as np
import pytest

from briefing.group.level import STRICTEST, level
from briefing.group.neighbours import Neighbours

ARTICLES = 60


def every_pair(similarity: float, articles: int = ARTICLES) -> Neighbours:
    left, right = np.triu_indices(articles, 1)
    return Neighbours(articles, left, right, np.full(len(left), similarity), np.zeros(articles))


ALONE = tuple((row,) for row in range(ARTICLES))


def test_the_more_alike_different_events_are_the_higher_is_the_level() -> None:
    levels = [level(every_pair(similarity), ALONE) for similarity in (0.02, 0.05, 0.1)]
    assert levels == sorted(set(levels))


def test_what_articles_of_one_group_share_is_no_noise() -> None:
    pairs = tuple((row, row + 1) for row in range(0, ARTICLES, 2))
    near = every_pair(0.05)
    inside = (near.right == near.left + 1) & (near.left % 2 == 0)
    near.similarity[inside] = 0.9
    assert level(near, pairs) == pytest.approx(level(every_pair(0.05), pairs))


def test_a_handful_of_articles_takes_the_usual_level() -> None:
    assert level(every_pair(0.0, 2), ((0,), (1,))) > 0.12


def test_the_level_has_a_bound_however_alike_everything_is() -> None:
    assert level(every_pair(0.9), ALONE) == STRICTEST


def test_no_articles_have_a_level_too() -> None:
    assert 0 < level(every_pair(0.0, 0), ()) < 1
