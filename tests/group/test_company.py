import numpy as np
import numpy.typing as npt
import pytest

from briefing.group import company as module
from briefing.group.company import SHARE, company

ARTICLES = 60
LEFT, RIGHT = np.triu_indices(ARTICLES, k=1)
LEFT, RIGHT = LEFT.astype(np.int64), RIGHT.astype(np.int64)


def similarity() -> npt.NDArray[np.float64]:
    """Six events of ten reports; 0 and 10 are besides as like each other as two of one event."""
    alike = np.where(LEFT // 10 == RIGHT // 10, 0.3, 0.05)
    alike[(LEFT == 0) & (RIGHT == 10)] = 0.3
    return alike


def of(left: int, right: int) -> float:
    """What the similarity of two is multiplied by."""
    return float(company(ARTICLES, LEFT, RIGHT, similarity())[(left == LEFT) & (right == RIGHT)][0])


def test_those_in_one_company_are_nearer_than_two_alike_in_different_ones() -> None:
    assert of(0, 1) > 1 > of(0, 10)


def test_company_counts_within_bounds() -> None:
    factors = company(ARTICLES, LEFT, RIGHT, similarity())
    assert factors.min() >= 1 - SHARE - 1e-9
    assert factors.max() <= 1 + SHARE + 1e-9


def test_in_whatever_parts_it_is_worked_out_company_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = company(ARTICLES, LEFT, RIGHT, similarity())
    monkeypatch.setattr(module, "TOGETHER", 7)
    assert company(ARTICLES, LEFT, RIGHT, similarity()).tobytes() == whole.tobytes()


def test_articles_without_neighbours_have_no_company() -> None:
    none = np.zeros(0, np.int64)
    assert len(company(5, none, none, np.zeros(0))) == 0
    assert len(company(0, none, none, np.zeros(0))) == 0
