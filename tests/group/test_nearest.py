from unittest.mock import patch

import numpy as np
import pytest
from scipy import sparse

from briefing.group import nearest as module
from briefing.group.nearest import columns, nearest, products
from tests.group.sending import sent


@pytest.mark.parametrize("few", [500, 20])
@pytest.mark.parametrize("block", [1, 7, 4000])
def test_blocks_of_any_size_done_anywhere_find_what_one_search_finds(few: int, block: int) -> None:
    rows = sparse.random(60, 80, density=0.2, format="csr", random_state=1, dtype=np.float32)
    with patch.multiple(module, FEW=few, RARE=9, HEAVIEST=3, NEAREST=5):
        once = nearest(rows)
        with patch.object(module, "BLOCK", block):
            parted = nearest(rows, sent)
    for name in ("left", "right", "product", "last"):
        assert getattr(once, name).tobytes() == getattr(parted, name).tobytes()


def test_nothing_is_near_nothing() -> None:
    assert len(nearest(sparse.csr_matrix((0, 5), dtype=np.float32)).left) == 0


def test_common_words_count_though_neighbours_are_looked_for_without_them() -> None:
    rows = sparse.random(40, 30, density=0.5, format="csr", random_state=1, dtype=np.float32)
    left, right = np.triu_indices(40, k=1)
    assert np.allclose(products(rows, left, right), (rows @ rows.T).toarray()[left, right])


def test_columns_are_parted_without_loss() -> None:
    rows = sparse.random(40, 30, density=0.5, format="csr", random_state=1, dtype=np.float32)
    kept = np.arange(30) % 3 == 0
    assert np.allclose(columns(rows, kept).toarray(), rows.toarray()[:, kept])
    assert np.allclose(columns(rows, ~kept).toarray(), rows.toarray()[:, ~kept])
