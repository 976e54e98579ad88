import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from briefing.group.stack import Stack


@given(st.lists(st.integers(0, 4), max_size=5), st.integers(0, 9))
def test_rows_are_put_end_to_end_in_room_had_once(sizes: list[int], spare: int) -> None:
    parts = [sparse.random(n, 7, density=0.4, format="csr", random_state=n, dtype=np.float32) for n in sizes]
    stack = Stack((sum(sizes), 7), sum(part.nnz for part in parts) + spare)
    for part in parts:
        stack.add(part)
    expected = [row for part in parts for row in part.toarray().tolist()]
    assert stack.whole.toarray().tolist() == expected
