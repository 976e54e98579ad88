from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from briefing.group import similarity_join as module
from briefing.group.similarity_join import alike

LEVEL = 0.1
WEIGHTS = st.sampled_from([0.0, 0.0, 0.1, 0.5, 1.0, 3.0])


def unit(dense: list[list[float]]) -> sparse.csr_matrix:
    rows = np.array(dense, dtype=np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return sparse.csr_matrix(rows / np.where(length > 0, length, 1))


@given(st.integers(1, 12), st.integers(1, 8), st.data())
def test_the_pairs_are_those_of_the_product_of_all(count: int, terms: int, data: st.DataObject) -> None:
    drawn = st.lists(st.lists(WEIGHTS, min_size=terms, max_size=terms), min_size=count, max_size=count)
    rows = unit(data.draw(drawn))
    with patch.multiple(module, FEW=data.draw(st.integers(0, 3)), COMMON_SHARE=0.0, BLOCK=3):
        left, right, cosines = alike(rows, LEVEL)
    every = (rows @ rows.T).toarray()
    found = dict(zip(zip(left.tolist(), right.tolist(), strict=True), cosines.tolist(), strict=True))
    for one in range(count):
        for other in range(one + 1, count):
            if abs(every[one, other] - LEVEL) > module.ROUNDING:
                assert ((one, other) in found) == (every[one, other] >= LEVEL)
            if (one, other) in found:
                assert abs(found[one, other] - every[one, other]) < module.ROUNDING
    assert list(found) == sorted(found)
    assert all(one < other for one, other in found)


def test_no_rows_and_empty_rows_are_like_none() -> None:
    assert not len(alike(sparse.csr_matrix((0, 3), dtype=np.float32), LEVEL)[0])
    assert not len(alike(sparse.csr_matrix((4, 3), dtype=np.float32), LEVEL)[0])


def test_common_terms_are_no_part_of_the_search_where_they_weigh_little() -> None:
    rows = unit([[0.1, *(float(row == place) for place in range(6))] for row in range(6)])
    with (
        patch.multiple(module, FEW=3, COMMON_SHARE=0.0),
        patch("briefing.group.similarity_join.sp_matmul_topn", wraps=sp_matmul_topn) as product,
    ):
        assert not len(alike(rows, LEVEL)[0])
    assert [each.args[0].shape[1] for each in product.call_args_list] == [6]
