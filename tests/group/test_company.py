import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.integers(0, 3), min_size=45, max_size=45), st.integers(1, 8))
def test_of_equally_near_ones_the_first_are_kept(likeness: list[int], closest: int) -> None:
    left, right = (side.astype(np.int64) for side in np.triu_indices(10, k=1))
    similarity = np.array(likeness) / 4
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CLOSEST", closest)
        patch.setattr(module, "CLOSEST_SHARE", 1)
        lists = module.closest_of(10, left, right, similarity)
    for row in range(10):
        pairs = [(s, r) for s, one, r in zip(similarity, left, right, strict=True) if one == row]
        pairs += [(s, one) for s, one, r in zip(similarity, left, right, strict=True) if r == row]
        kept = sorted(pairs, key=lambda pair: -pair[0])[:closest]
        assert {other for s, other in kept if s} | {row} == {*lists[row].indices[lists[row].data > 0].tolist()} | {row}
