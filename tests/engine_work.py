"""Work for engines to do: functions that another process can import."""

import os
import signal
import time
from pathlib import Path


class Untold(Exception):  # noqa: N818 it is no error of ours
    """An exception that cannot be made again from what pickle keeps of it."""

    def __init__(self, place: str, number: int) -> None:
        super().__init__(f"{place} {number}")


def squared(number: int) -> int:
    return number * number


def added(table: list[int], number: int) -> int:
    return table[number] + number


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
