"""Stack: sparse rows put end to end as they are made, in room that is had once.

Put together at the end all of them would be held twice.
"""

from typing import Any

import numpy as np
from scipy import sparse


class Stack:
    """Rows that become one csr matrix of float32."""

    def __init__(self, shape: tuple[int, int], most: int) -> None:
        """shape: of all rows; most: how many entries they have at most."""
        self._shape = shape
        self._data, self._indices = np.empty(most, dtype=np.float32), np.empty(most, dtype=np.int32)
        self._starts = np.zeros(shape[0] + 1, dtype=np.int64)
        self._rows = self._entries = 0

    def add(self, rows: Any) -> None:
        """Put these rows, a csr matrix, after those that are there."""
        first, count, end = self._entries, rows.shape[0], self._entries + rows.nnz
        self._data[first:end], self._indices[first:end] = rows.data, rows.indices
        self._starts[self._rows + 1 : self._rows + 1 + count] = rows.indptr[1:].astype(np.int64) + first
        self._rows, self._entries = self._rows + count, end

    @property
    def whole(self) -> Any:
        """All rows: scipy.sparse.csr_matrix."""
        parts = (self._data[: self._entries], self._indices[: self._entries], self._starts)
        return sparse.csr_matrix(parts, shape=self._shape)
