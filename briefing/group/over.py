"""How work on many parts is done: one after another by the builtin `map`, or by many processes or machines.

What is mapped is always a function of a module with what all parts share bound to it (`functools.partial`): it can be
pickled and sent, it changes nothing, and what it gives for a part is the same wherever it ran.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")


class Over(Protocol):
    """Like the builtin `map` of one iterable: what the function makes of each part, in the order of the parts."""

    def __call__(self, function: Callable[[Part], Done], parts: Iterable[Part], /) -> Iterable[Done]:
        """Apply the function to each part; the function may be large, so whoever sends it sends it once."""
