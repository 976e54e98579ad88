from unittest.mock import patch

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from briefing.group import candidates as search
from briefing.group import nearest as module
from briefing.group.candidates import columns
from briefing.group.nearest import Nearest, nearest, products, weighed_anew
from briefing.group.parts import parts_of
from tests.group.sending import sent

UNKNOWN: npt.NDArray[np.float64] = np.full(60, np.nan)
YEAR: npt.NDArray[np.float64] = np.random.default_rng(1).uniform(0, 365, 60)


def some(count: int = 60, seed: int = 1) -> sparse.csr_matrix:
    """Rows."""
    return sparse.random(count, 80, density=0.2, format="csr", random_state=seed, dtype=np.float32)


def same(one: Nearest, other: Nearest) -> bool:
    """Whether two searches found the same, to the byte."""
    return all(getattr(one, n).tobytes() == getattr(other, n).tobytes() for n in ("left", "right", "product", "last"))


@pytest.mark.parametrize("few", [500, 20])
@pytest.mark.parametrize("block", [1, 7, 4000])
def test_blocks_of_any_size_find_what_one_search_finds(few: int, block: int) -> None:
    with patch.multiple(search, FEW=few, RARE=9, HEAVIEST=3, NEAREST=5), patch.object(module, "FEW", few):
        once = nearest(some(), UNKNOWN)
        with patch.object(search, "BLOCK", block), patch.object(module, "BLOCK", block):
            assert same(nearest(some(), UNKNOWN, sent), once)


@pytest.mark.parametrize("days", [UNKNOWN, YEAR, np.where(np.arange(60) % 5, YEAR, np.nan)])
def test_blocks_done_anywhere_find_what_is_found_here(days: npt.NDArray[np.float64]) -> None:
    with patch.multiple(search, FEW=20, RARE=9, HEAVIEST=3, NEAREST=5, BLOCK=8), patch.object(module, "FEW", 20):
        assert same(nearest(some(), days, sent), nearest(some(), days))


def test_what_is_far_in_time_is_found_by_rare_terms_and_what_is_near_by_all() -> None:
    terms = np.stack([np.full(40, 0.8), np.where(np.arange(40) % 20, 0.0, 0.6)], axis=1)  # one of all, one of two
    rows = sparse.csr_matrix(terms.astype(np.float32))
    days: npt.NDArray[np.float64] = np.arange(40, dtype=np.float64) * 10
    with patch.multiple(search, FEW=20, RARE=9, COMMON_SHARE=1.0, BLOCK=1), patch.object(module, "FEW", 20):
        found = nearest(rows, days)
    apart = {(a, b) for a, b in zip(found.left.tolist(), found.right.tolist(), strict=True) if a != b}
    assert (0, 20) in apart
    assert all(abs(a - b) * 10 <= search.DAYS for a, b in apart - {(0, 20)})
    assert (0, 1) in apart


def test_under_other_weights_the_same_pairs_are_weighed_anew() -> None:
    with patch.multiple(search, FEW=20, RARE=9, HEAVIEST=3, NEAREST=5), patch.object(module, "FEW", 20):
        known = nearest(some(), UNKNOWN)
        anew = weighed_anew(2 * some(), UNKNOWN, known)
    assert np.allclose(anew.product, 4 * known.product)
    assert np.allclose(anew.last, 4 * known.last)
    assert anew.left is known.left


def test_few_are_searched_again_under_other_weights() -> None:
    assert same(weighed_anew(some(seed=2), UNKNOWN, nearest(some(), UNKNOWN)), nearest(some(seed=2), UNKNOWN))


def test_numbers_of_rows_and_pairs_have_32_bits() -> None:
    found = nearest(some(), UNKNOWN)
    assert {each.dtype for each in (found.left, found.right, found.owners, found.listed)} == {np.dtype(np.int32)}


def test_nothing_is_near_nothing() -> None:
    assert len(nearest(sparse.csr_matrix((0, 5), dtype=np.float32), UNKNOWN[:0]).left) == 0


def test_common_words_count_though_neighbours_are_looked_for_without_them() -> None:
    rows = sparse.random(40, 30, density=0.5, format="csr", random_state=1, dtype=np.float32)
    left, right = np.triu_indices(40, k=1)
    assert np.allclose(products(rows, left, right), (rows @ rows.T).toarray()[left, right])


def test_columns_are_parted_without_loss() -> None:
    rows = sparse.random(40, 30, density=0.5, format="csr", random_state=1, dtype=np.float32)
    kept = np.arange(30) % 3 == 0
    assert np.allclose(columns(rows, kept).toarray(), rows.toarray()[:, kept])
    assert np.allclose(columns(rows, ~kept).toarray(), rows.toarray()[:, ~kept])


@pytest.mark.parametrize("days", [UNKNOWN, YEAR])
def test_rows_that_share_little_but_what_most_have_are_linked_from_first_to_last(days: npt.NDArray[np.float64]) -> None:
    own = sparse.hstack([np.full((50, 1), 0.9), sparse.identity(50) * 0.4], format="csr", dtype=np.float32)
    rows = sparse.block_diag([own, some(10)], format="csr", dtype=np.float32)
    with patch.multiple(search, FEW=20, NEAREST=5, BESIDE=8), patch.object(module, "FEW", 20):
        found = nearest(rows, days)
    large = (found.left < 50) & (found.right < 50) & (found.left < found.right)
    assert not parts_of(50, found.left[large], found.right[large]).any()
    assert np.all(found.last[:50] > 0.8)


@pytest.mark.parametrize("bits", [63, 1])
@given(keys=st.lists(st.integers(0, 9) | st.integers(0, 2**62), max_size=40))
def test_different_keys_are_told_as_numpy_tells_them_sorted_as_one_number_or_not(bits: int, keys: list[int]) -> None:
    numbers = np.array(keys, dtype=np.int64)
    with patch.object(module, "BITS", bits):
        found = module.unique(numbers)
    expected = np.unique(numbers, return_index=True, return_inverse=True)
    assert [each.tolist() for each in found] == [each.tolist() for each in expected]


@pytest.mark.parametrize("together", [1, 3, 16])
def test_products_are_the_same_to_the_bit_in_whatever_order_pairs_are_asked_for(together: int) -> None:
    rows = some()
    left, right = np.triu_indices(60)
    one_by_one = [(rows[[b]] @ rows[a].toarray().ravel())[0] for a, b in zip(left, right, strict=True)]
    shuffled = np.random.default_rng(2).permutation(len(left))
    with patch.object(module, "TOGETHER", together):
        assert products(rows, left, right).tolist() == one_by_one
        assert products(rows, right[shuffled], left[shuffled]).tolist() == np.array(one_by_one)[shuffled].tolist()
        assert products(rows, left[:1].repeat(3), right[:1].repeat(3)).tolist() == one_by_one[:1] * 3
        assert products(rows, left[:0], right[:0]).tolist() == []


def test_rows_that_share_their_first_neighbour_lie_beside_each_other() -> None:
    left, right = np.array([0, 0, 1, 1, 2]), np.array([3, 5, 4, 2, 4])
    assert module.beside_neighbours(6, left, right).tolist() == [0, 3, 5, 1, 2, 4]


def test_a_window_on_rows_multiplies_those_in_it_alone() -> None:
    rows, vector = some(), np.arange(80, dtype=np.float32)
    window = module.Window(rows, 7)
    for first, last in ((0, 7), (53, 60), (20, 21), (5, 5)):
        assert window.times(vector, first, last).tolist() == (rows[first:last] @ vector).tolist()
