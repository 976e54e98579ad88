"""Work for engines to do: functions that another process can import."""

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Untold(Exception):  # noqa: N818 it is no error of ours
    """An exception that cannot be made again from what pickle keeps of it."""

    def __init__(self, place: str, number: int) -> None:
        super().__init__(f"{place} {number}")


def squared(number: int) -> int:
    return number * number


def added(table: list[int], number: int) -> int:
    return table[number] + number


def changed(table: "npt.NDArray[np.int64]", number: int) -> int:
    """Writes where it may not write in the table that others have."""
    table[number] += 1
    return int(table[number])


def kept(arrays: "tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]", number: int) -> tuple[int, int]:
    """Of the first its length, of the second an entry."""
    return len(arrays[0]), int(arrays[1][number])


def inverted(number: int) -> float:
    return 1 / number


def untold(number: int) -> int:
    raise Untold("here", number)


def where(_number: int) -> int:
    return os.getpid()


def dying_once(mark: Path, number: int) -> int:
    """Kill the worker the first time it meets seven."""
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dying(_number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def lasting(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()
