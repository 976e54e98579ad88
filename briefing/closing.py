"""What holds something open: let go of where the block ends that used it."""

from types import TracebackType
from typing import Self


class Closing:
    """What a `with` block closes, however it ends."""

    def close(self) -> None:
        """Let go of it. Closing twice does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
