"""Full-text search: how words are looked up, which SQLite and PostgreSQL each do by means of their own.

Both find the same things for the same query. Which of them come first, each decides by its own measure: BM25 there,
`ts_rank` here; a headline's words and a speaker's name weigh more than other words in both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from briefing.database.connection import Connection
from briefing.model import Article, Quote, Told
from briefing.store.query import Query

# How much more a headline's words weigh than a text's, a speaker's name than what was said: those say what it is about.
TITLE_WEIGHT, NAME_WEIGHT = 4.0, 2.0
SNIPPET_TOKENS = 24
BEGIN, END = "\ue000", "\ue001"  # private use: around what was found in a snippet
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Index:
    """SQL to look words up in; `:match` stands for what `Fulltext.match` makes of a query."""

    tables: str  # joined: the index with what the words are of
    found: str  # a condition
    rank: str  # the lower, the better
    shown: str  # what `Fulltext.snippet` makes a snippet of; NULL: the words themselves
    one: str  # a condition beside `found`: that it is the article numbered `:number`


class Fulltext(Protocol):
    """The words of a library."""

    articles: Index  # titles and texts, with `article`
    said: Index  # quotations and their speakers, with `quotation` and the `article` they stand in
    told: Index  # what briefings told, with `printed_event`

    def match(self, query: Query) -> str:
        """What `:match` stands for; empty where there is nothing to look for."""

    def snippet(self, shown: str, query: Query) -> str:
        """The best stretch of what `Index.shown` gave, what was found in it between BEGIN and END."""

    def add_articles(self, connection: Connection, articles: Iterable[Article]) -> None:
        """Words of articles that are new, or now have others, in the transaction that keeps these."""

    def add_quotations(self, connection: Connection, article: Article, quotes: Iterable[Quote]) -> None:
        """Words of an article's quotations, none of which is known."""

    def add_told(self, connection: Connection, briefing: str, topic: str, told: Iterable[Told]) -> None:
        """Words of what a briefing told, none of which is known."""

    def fill(self, connection: Connection) -> None:
        """Words of all that has none yet, in the transaction that brought it."""


def fulltext(connection: Connection) -> Fulltext:
    """How words are looked up in that library."""
    if connection.dialect == "sqlite":
        from briefing.store.fts5 import FTS5

        return FTS5
    from briefing.store.tsvector import TSVECTOR

    return TSVECTOR
