"""Full-text search by SQLite's FTS5 (https://www.sqlite.org/fts5.html), whose indexes triggers keep up to date.

Words are found whatever their case and accents (`unicode61 remove_diacritics 2`), ranked by BM25.
"""

from collections.abc import Iterable

from briefing.database.connection import Connection
from briefing.model import Article, Quote, Told
from briefing.store.fulltext import (
    BEGIN,
    ELLIPSIS,
    END,
    NAME_WEIGHT,
    SNIPPET_TOKENS,
    TITLE_WEIGHT,
    Index,
)
from briefing.store.query import Query, Term

POSITIONS = 65536  # as `said_words` numbers the quotations of an article


def index(name: str, tables: str, rank: str, column: int) -> Index:
    """One of the tables of words. column: what snippets are of."""
    return Index(
        f"{name} {tables}",
        f"{name} MATCH :match",
        f"bm25({name}, {rank})",
        f"snippet({name}, {column}, '{BEGIN}', '{END}', '{ELLIPSIS}', {SNIPPET_TOKENS})",
        f"{name}.rowid = :number",
    )


class Fts5:
    """See `briefing.store.fulltext.Fulltext`."""

    articles = index("words", "JOIN article ON article.number = words.rowid", f"{TITLE_WEIGHT}, 1.0", 1)
    said = index(
        "said_words",
        f"JOIN article ON article.number = said_words.rowid / {POSITIONS} JOIN quotation "
        f"ON quotation.article = article.id AND quotation.position = said_words.rowid % {POSITIONS}",
        f"1.0, {NAME_WEIGHT}",
        0,
    )
    told = index(
        "told_words",
        "JOIN told ON told.number = told_words.rowid JOIN printed_event USING (briefing, topic, position)",
        f"{TITLE_WEIGHT}, 1.0",
        1,
    )

    def match(self, query: Query) -> str:
        """The right side of MATCH. Every term is quoted, so nothing in it is an operator."""
        if not query.all_of:
            return ""
        wanted = " AND ".join(map(quoted, query.all_of))
        return f"({wanted}) NOT ({' OR '.join(map(quoted, query.none_of))})" if query.none_of else wanted

    def snippet(self, shown: str, _query: Query) -> str:
        """As it came."""
        return shown

    def add_articles(self, connection: Connection, articles: Iterable[Article]) -> None:
        """Nothing: triggers do it, as in all that follows."""

    def add_quotations(self, connection: Connection, article: Article, quotes: Iterable[Quote]) -> None:
        """Nothing."""

    def add_told(self, connection: Connection, briefing: str, topic: str, told: Iterable[Told]) -> None:
        """Nothing."""

    def fill(self, connection: Connection) -> None:
        """Nothing."""


def quoted(term: Term) -> str:
    """A term as FTS5 takes it (section 3)."""
    return f'"{term.words}"{"*" if term.begins else ""}'


FTS5 = Fts5()
