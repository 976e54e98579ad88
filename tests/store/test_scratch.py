from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.store import open_library
from briefing.store.scratch import scratch_copy
from tests.factory import MONDAY, article


def test_what_is_done_to_a_scratch_copy_leaves_the_library_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        library.add([article()], seen_at=MONDAY)
        with scratch_copy(path) as copy, open_library(copy) as scratch:
            assert scratch.get([article().id]) == (article(),)
            scratch.add([article("a00000000002", "Another.")], seen_at=MONDAY)
        assert library.calendar() == {"2026-W20": 1}
    assert not copy.exists()


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with scratch_copy(path) as copy, open_library(copy) as scratch:
        assert scratch.undated() == ()
    assert not path.exists()


def test_a_file_that_is_no_library_is_named_and_not_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"No database at all. " * 60)
    with pytest.raises(StoreError, match=r"notes\.txt is no library"), scratch_copy(path):
        pass
