"""Memory: what fetching has to know from run to run, as a seam: the library keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from briefing.model import Visit


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether something changed (RFC 9110, section 8.8); both as it sent them, "" for none."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What makes a request conditional; what no header may hold is left out."""
        conditions = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in conditions if value and value.isascii() and value.isprintable()}


class Memory(Protocol):
    """What is remembered of addresses. Every method raises StoreError where it cannot be read or written."""

    def visited(self, urls: Iterable[str]) -> Mapping[str, Visit]:
        """The last visit of each of these addresses, by address; those never visited are missing."""

    def remember(self, visits: Iterable[Visit], *, at: datetime) -> None:
        """Keep these visits, each in place of the one before. To be called when what they brought is safe."""
