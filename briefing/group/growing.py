"""Growing: an array made by parts whose number nobody knows, in room that grows where it stands.

Gathered and then put together the parts would be held twice, and leave room behind that is too scattered for another
large array. A large `bytearray` that has to grow is moved by its addresses and not copied (`realloc`, `mremap`).
"""

from typing import Any

import numpy as np
import numpy.typing as npt


class Growing:
    """Parts that become one array."""

    def __init__(self, kind: npt.DTypeLike) -> None:
        """kind: of the entries."""
        self._kind = np.dtype(kind)
        self._room = bytearray()

    def add(self, part: npt.NDArray[Any]) -> None:
        """Put these entries after those that are there."""
        self._room += np.ascontiguousarray(part, dtype=self._kind).data

    @property
    def whole(self) -> npt.NDArray[Any]:
        """All entries, not copied: nothing can be added any more as long as somebody has them."""
        return np.frombuffer(self._room, dtype=self._kind)
