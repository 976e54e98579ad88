"""Arrays reach another process as they are, by memory that is shared or by the pipe, and may be changed there."""

import os
from functools import partial
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from briefing import packed
from briefing.packed import LARGE, Arrived, Packed, arrived

Arrays = tuple[npt.NDArray[Any], ...]
SIZES = [(1,), (LARGE,), (LARGE, 0, 7, LARGE // 2 + 3)]


def counted(arrays: Arrays, _item: int) -> int:
    return len(arrays)


def files_open() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def through_a_pipe(sent: Packed) -> Arrived:
    ours, theirs = Pipe()
    sending = Thread(target=sent.send, args=(ours,))
    sending.start()
    with ours, theirs:
        found = arrived(theirs, sent.job(3))
        sending.join()
    return found


@pytest.mark.parametrize("forbidden", [False, True])
@pytest.mark.parametrize("sizes", SIZES)
def test_arrays_arrive_as_they_are(sizes: tuple[int, ...], forbidden: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_name: str) -> int:
        raise PermissionError

    if forbidden:
        monkeypatch.setattr(os, "memfd_create", refused, raising=False)
    arrays = tuple(np.arange(size, dtype=np.uint8) for size in sizes)
    with Packed(partial(counted, arrays)) as sent:
        found, other = through_a_pipe(sent), through_a_pipe(sent)
    function = found.unpacked()
    assert isinstance(function, partial)
    (made,) = function.args
    for array, its in zip(arrays, made, strict=True):
        assert (array == its).all()
        its[:] = 255
        assert (array == np.arange(len(array), dtype=np.uint8)).all()
    assert isinstance(unharmed := other.unpacked(), partial)
    assert all((array == its).all() for array, its in zip(arrays, unharmed.args[0], strict=True))


def test_what_is_small_is_not_shared() -> None:
    with Packed(partial(counted, (np.zeros(3), np.zeros(1)))) as sent:
        assert not sent.job(1).shared


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="memory without a name is Linux's")
def test_shared_arrays_are_let_go_of_by_whoever_sends() -> None:
    sent = Packed(partial(counted, (np.zeros(LARGE), np.zeros(1))))
    assert sent.job(1).shared
    before = files_open()
    sent.close()
    sent.close()
    assert files_open() == before - 1


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="memory without a name is Linux's")
def test_a_full_memory_leaves_no_file_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _data: memoryview, _at: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "pwrite", full)
    before = files_open()
    assert packed.in_memory((memoryview(bytes(3)),)) is None
    assert files_open() == before
