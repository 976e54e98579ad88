"""What a library is: the seam between `brief` and whatever keeps its articles.

Every method raises StoreError when the library cannot be read or written: it is locked by another run for longer
than the library waits, damaged, on a full disk, or closed. What is named below comes on top of that.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple, Protocol

from briefing.model import Article


class Added(NamedTuple):
    """What became of the articles of one `add`; all ids as stored, each tuple in the order of the input."""

    new: tuple[str, ...]  # not known before
    changed: tuple[str, ...]  # known, now with other words: a new version
    known: tuple[str, ...]  # known with the same words; date, outlet, authors and so on may have been mended
    ids: tuple[str, ...]  # one for every article of the input


class Library(AbstractContextManager["Library"], Protocol):
    """Articles and their former versions. Only `add` writes."""

    def add(self, articles: Iterable[Article], *, seen_at: datetime) -> Added:
        """Keep these articles: all of them, or after any error none.

        The same article twice changes nothing. The same id with another sha256 is a new version; the former one stays
        readable. Of several articles with one id among `articles` only the last counts. An article without a URL
        whose words and outlet are known under another id is that article: its file was renamed. The same words with
        other metadata mend the metadata. A lone surrogate, which no file can hold, is kept as U+FFFD, so offsets stay
        right.

        `seen_at`: when they were read, aware. Raises StoreError where a time is not aware, and whatever iterating
        over `articles` raises.
        """

    def within(self, start: datetime, end: datetime, *, days: tuple[date, date] | None = None) -> tuple[Article, ...]:
        """The current versions published in `start` ≤ time < `end` (aware), by time, then by id.

        An article dated to the day only has no hour to compare. It belongs where its day lies between the two of
        `days` (inclusive, in the reader's time zone); without `days`, where noon UTC of its day lies in the window.
        """

    def undated(self) -> tuple[Article, ...]:
        """The current versions without a time, by id."""

    def get(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """The current versions of these articles, each once, in the order given; unknown ids are passed over."""

    def version(self, article_id: str, sha256: str) -> Article | None:
        """The article with exactly those words, current or former; None where the library never had it."""

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """All versions of an article, oldest first, the current one last; none where the id is unknown.

        A version whose words come back after a change is current again, and no longer counted as former.
        """

    def calendar(self, timezone: tzinfo = UTC, *, only: Iterable[str] | None = None) -> dict[str, int]:
        """How many current articles each ISO week ("2026-W20") has in that time zone, by week; no empty ones.

        only: of the articles with these ids alone.
        """

    def search(self, query: str, limit: int = 20) -> tuple[Article, ...]:
        """The current articles in whose title or text all of the words stand, best first.

        Words between double quotation marks must stand side by side. Nothing in `query` is an operator, so no query
        is wrong; one without any letter or digit finds nothing.
        """

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
