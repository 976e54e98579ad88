"""The outbox: a folder that takes letters in place of a server, one `.eml` file each."""

import re
from pathlib import Path

from briefing.deliver.delivery import Outcome
from briefing.errors import DeliverError

UNFIT = re.compile(r"[^A-Za-z0-9@.+_-]")


class Outbox:
    """A `Carrier` that writes files and sends nothing."""

    def __init__(self, folder: Path, briefing: str) -> None:
        self._folder = folder
        self._briefing = briefing

    def ready(self) -> None:
        """Make the folder; DeliverError where it cannot be made."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DeliverError(f"{self._folder} cannot be made ({error.strerror}): choose another with --out") from None

    def carry(self, sender: str, to: str, data: bytes) -> Outcome:
        """Write the letter to a file named by briefing and recipient; DeliverError where that cannot be."""
        path = self._folder / f"{self._briefing}-{UNFIT.sub('_', to)}.eml"
        try:
            path.write_bytes(data)
        except OSError as error:
            raise DeliverError(f"{path} cannot be written ({error.strerror}): choose another with --out") from None
        return Outcome("sent", str(path))

    def close(self) -> None:
        """Nothing is open."""
