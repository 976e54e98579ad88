"""Packed: a function on its way to other processes, with the arrays bound to it.

Where the system has memory without a name (Linux), large arrays are copied into some of it once, and every process
looks at that: a matrix of half a gigabyte is there twice, here and for all of them, and not once more for each.
Elsewhere, and small ones, go through the pipe as they lie in memory.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from mmap import ACCESS_COPY, PAGESIZE, mmap
from typing import TYPE_CHECKING, Any

from briefing.closing import Closing
from briefing.freed import give_back

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE = 1 << 20  # bytes of all arrays together, from which on they are shared: below it a pipe is as good
# Bytes from which on what is not in use is given back before so much is had once more, and after what came of it has
# come: a look takes a hundredth of a second.
VERY_LARGE = 1 << 25
Raw = memoryview | bytearray


@dataclass(frozen=True, slots=True)
class Job:
    """What is told of a function before it is sent."""

    number: int
    arrays: tuple[int, ...]  # bytes of each
    shared: bool  # whether they come as a file of memory, and not one after the other


@dataclass(frozen=True, slots=True)
class Arrived:
    """A function as it came: what pickle says of it, and its arrays, which may be written to without harm to others."""

    head: bytes
    arrays: tuple[Raw, ...]

    def unpacked(self) -> Callable[[Any], object]:
        """The function, its arrays where these are."""
        function: Callable[[Any], object] = pickle.loads(self.head, buffers=self.arrays)  # noqa: S301 from our own parent
        return function


class Packed(Closing):
    """A function as it is sent: what pickle says of it, and its arrays, never copied here but to be shared."""

    def __init__(self, function: Callable[[Any], object]) -> None:
        """See PEP 574."""
        arrays: list[pickle.PickleBuffer] = []
        self._head = pickle.dumps(function, pickle.HIGHEST_PROTOCOL, buffer_callback=arrays.append)
        self._arrays: tuple[Raw, ...] = tuple(array.raw() for array in arrays)
        self._sizes = tuple(map(len, self._arrays))
        if self._very_large:
            give_back()
        self._file = in_memory(self._arrays) if sum(self._sizes) >= LARGE else None
        if self._file is not None:
            self._arrays = ()  # what is here may go when the caller lets it

    def close(self) -> None:
        """Let go of what is shared; who has it keeps it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            if self._very_large:
                give_back()

    @property
    def _very_large(self) -> bool:
        return sum(self._sizes) >= VERY_LARGE

    def job(self, number: int) -> Job:
        """What to send first, in whatever way."""
        return Job(number, self._sizes, self._file is not None)

    def send(self, connection: "Connection") -> None:
        """Send the rest."""
        connection.send_bytes(self._head)
        if self._file is not None:
            from multiprocessing.reduction import send_handle

            send_handle(connection, self._file, None)
        for array in self._arrays:
            connection.send_bytes(array)


def arrived(connection: "Connection", job: Job) -> Arrived:
    """What `Packed.send` sends of a job."""
    head = connection.recv_bytes()
    if not job.shared:
        arrays = tuple(bytearray(size) for size in job.arrays)
        for array in arrays:
            connection.recv_bytes_into(array)
        return Arrived(head, arrays)
    from multiprocessing.reduction import recv_handle

    file = recv_handle(connection)
    try:
        whole = memoryview(mmap(file, sum(map(paged, job.arrays)), access=ACCESS_COPY))
    finally:
        os.close(file)
    return Arrived(head, tuple(whole[at : at + size] for at, size in zip(places(job.arrays), job.arrays, strict=True)))


def in_memory(arrays: Sequence[Raw]) -> int | None:
    """A file without a name, in memory, of these arrays, each from a page's beginning; None where none can be had."""
    if not hasattr(os, "memfd_create"):
        return None
    file = None
    try:
        file = os.memfd_create("brief")
        os.truncate(file, sum(paged(len(array)) for array in arrays))
        for array, at in zip(arrays, places(tuple(map(len, arrays))), strict=True):
            done = 0
            while done < len(array):
                done += os.pwrite(file, memoryview(array)[done:], at + done)
    except OSError:  # forbidden, or too little memory: what there is goes through the pipe
        if file is not None:
            os.close(file)
        return None
    return file


def places(sizes: Sequence[int]) -> Iterator[int]:
    """Where arrays of these sizes begin in a file of them."""
    return accumulate(map(paged, sizes[:-1]), initial=0)


def paged(size: int) -> int:
    """Bytes of the whole pages that so many bytes need."""
    return -(-size // PAGESIZE) * PAGESIZE
