import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group.growing import Growing


@pytest.mark.parametrize("kind", [np.int32, np.bool_])
@given(parts=st.lists(st.lists(st.integers(0, 1), max_size=9), max_size=5))
def test_parts_become_one_array_that_can_be_written_to(kind: type, parts: list[list[int]]) -> None:
    growing = Growing(kind)
    for part in parts:
        growing.add(np.array(part, dtype=np.int64))
    found = growing.whole
    assert found.tolist() == [entry for part in parts for entry in part]
    assert found.dtype == kind
    found[:] = 1
    assert found.all()


def test_every_other_entry_is_taken_as_it_stands() -> None:
    growing = Growing(np.int32)
    growing.add(np.arange(9, dtype=np.int32)[::2])
    assert growing.whole.tolist() == [0, 2, 4, 6, 8]
