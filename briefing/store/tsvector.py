"""Full-text search by PostgreSQL's `tsvector` (https://www.postgresql.org/docs/current/datatype-textsearch.html).

A vector holds each word with the places where it stands, cut by `briefing.store.tokens`, not by the server, whose
language settings then do not matter; an index (GIN) leads from words to rows. Ranked by `ts_rank`, snippets by
`briefing.store.snippet`. What a vector cannot hold is left out: of a text of more than 16,383 words, phrases beyond;
of one of more than a megabyte of different words, the last of them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from briefing.database.connection import CHUNK, Connection
from briefing.model import Article, Quote, Told
from briefing.store.fulltext import NAME_WEIGHT, TITLE_WEIGHT, Index
from briefing.store.mapping import guarded
from briefing.store.query import Query, Term
from briefing.store.snippet import snippet
from briefing.store.tokens import words

PLACES_MAX = 255  # of one word; PostgreSQL keeps as many
PLACE_MAX = 16_383  # the last there is
VECTOR_MAX = 1_000_000  # bytes; PostgreSQL takes 1,048,575
ENTRY = 8  # bytes of a word beside its letters, at most
PLACE = 2
HIGH, LOW = "A", "D"  # weights: of headlines and speakers, and of all else

# What each version of the schema has for its words (`briefing.store.migrations`).
SCHEMAS = {
    1: """
CREATE TABLE words (
    article TEXT COLLATE "C" PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE DEFERRABLE,
    vector tsvector NOT NULL -- title A, text D
);
CREATE INDEX words_by_vector ON words USING gin (vector);
""",
    9: """
CREATE TABLE said_words (
    article TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    vector tsvector NOT NULL, -- speaker A, words D
    PRIMARY KEY (article, position),
    FOREIGN KEY (article, position) REFERENCES quotation (article, position) ON DELETE CASCADE DEFERRABLE
);
CREATE INDEX said_words_by_vector ON said_words USING gin (vector);
CREATE TABLE told_words (
    briefing TEXT COLLATE "C" NOT NULL,
    topic TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    vector tsvector NOT NULL, -- headline A, sentences D
    PRIMARY KEY (briefing, topic, position),
    FOREIGN KEY (briefing, topic, position) REFERENCES printed_event (briefing, topic, position)
        ON DELETE CASCADE DEFERRABLE
);
CREATE INDEX told_words_by_vector ON told_words USING gin (vector);
""",
}
KEEP = "INSERT INTO words VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET vector = excluded.vector"
KEEP_SAID = "INSERT INTO said_words VALUES (?, ?, ?)"
KEEP_TOLD = "INSERT INTO told_words VALUES (?, ?, ?, ?)"
LACKING = """SELECT article.id, title, text FROM article LEFT JOIN words ON words.article = article.id
    WHERE words.article IS NULL ORDER BY article.id"""
LACKING_SAID = """SELECT quotation.article, quotation.position, coalesce(speaker, ''),
    substr(text, CAST(start + 1 AS INTEGER), CAST(stop - start AS INTEGER))
    FROM quotation JOIN article ON article.id = quotation.article
    LEFT JOIN said_words USING (article, position) WHERE said_words.article IS NULL"""
LACKING_TOLD = """SELECT briefing, topic, position, headline, sentences FROM printed_event
    LEFT JOIN told_words USING (briefing, topic, position) WHERE told_words.briefing IS NULL"""


def index(name: str, tables: str, weight: float, shown: str) -> Index:
    """One of the tables of words. weight: of HIGH beside LOW."""
    query = "CAST(:match AS tsquery)"
    return Index(
        f"{name} {tables}",
        f"{name}.vector @@ {query}",
        f"-ts_rank('{{{1 / weight},0,0,1}}', {name}.vector, {query})",
        shown,
        "article.number = :number",
    )


class Tsvector:
    """See `briefing.store.fulltext.Fulltext`."""

    articles = index("words", "JOIN article ON article.id = words.article", TITLE_WEIGHT, "article.text")
    said = index(
        "said_words",
        "JOIN quotation USING (article, position) JOIN article ON article.id = quotation.article",
        NAME_WEIGHT,
        "NULL",
    )
    told = index("told_words", "JOIN printed_event USING (briefing, topic, position)", TITLE_WEIGHT,
                 "NULL")  # fmt: skip

    def match(self, query: Query) -> str:
        """A tsquery as text."""
        wanted = " & ".join(filter(None, map(phrased, query.all_of)))
        unwanted = " | ".join(filter(None, map(phrased, query.none_of)))
        return f"({wanted}) & !({unwanted})" if wanted and unwanted else wanted

    def snippet(self, shown: str, query: Query) -> str:
        """The best stretch of the text."""
        return snippet(shown, query)

    def add_articles(self, connection: Connection, articles: Iterable[Article]) -> None:
        """See `Fulltext.add_articles`."""
        rows = [(guarded(each.id), vector(guarded(each.title), guarded(each.text))) for each in articles]
        connection.executemany(KEEP, rows)

    def add_quotations(self, connection: Connection, article: Article, quotes: Iterable[Quote]) -> None:
        """See `Fulltext.add_quotations`."""
        said = (
            (guarded(each.speaker or ""), guarded(article.text[each.span.start : each.span.end])) for each in quotes
        )
        rows = [(guarded(article.id), position, vector(*each)) for position, each in enumerate(said)]
        connection.executemany(KEEP_SAID, rows)

    def add_told(self, connection: Connection, briefing: str, topic: str, told: Iterable[Told]) -> None:
        """See `Fulltext.add_told`."""
        rows = [
            (briefing, topic, position, vector(guarded(each.headline), guarded("\n".join(each.sentences))))
            for position, each in enumerate(told)
        ]
        connection.executemany(KEEP_TOLD, rows)

    def fill(self, connection: Connection) -> None:
        """See `Fulltext.fill`."""
        tables = set(connection.tables())
        if "words" in tables:
            for some in chunks(connection.execute(LACKING).fetchall()):
                connection.executemany(KEEP, [(key, vector(title, text)) for key, title, text in some])
        if "said_words" in tables:
            for some in chunks(connection.execute(LACKING_SAID).fetchall()):
                connection.executemany(KEEP_SAID, [(key, at, vector(who, said)) for key, at, who, said in some])
            for some in chunks(connection.execute(LACKING_TOLD).fetchall()):
                rows = [(*row[:3], vector(row[3], "\n".join(map(str, json.loads(row[4]))))) for row in some]
                connection.executemany(KEEP_TOLD, rows)


def chunks(rows: Sequence[Any]) -> Iterator[list[Any]]:
    """Some rows at a time."""
    left = iter(rows)
    while some := list(islice(left, CHUNK)):
        yield some


def vector(high: str, low: str) -> str:
    """A tsvector as text. high: whose words weigh more; low: all else. No phrase stands across the two."""
    places: dict[str, list[str]] = {}
    size = at = 0
    for weight, text in ((HIGH, high), (LOW, low)):
        for word in words(text):
            at += 1
            known = places.get(word)
            if known is None:
                size += len(word.encode()) + ENTRY
                if size > VECTOR_MAX:
                    break
                known = places[word] = []
            if len(known) < PLACES_MAX and size < VECTOR_MAX and (at <= PLACE_MAX or not known):
                size += PLACE
                known.append(f"{min(at, PLACE_MAX)}{weight}")
        at += 1
    return " ".join(f"'{word}':{','.join(known)}" for word, known in places.items())


def phrased(term: Term) -> str:
    """A term as part of a tsquery; empty where there is no word in it."""
    quoted = [f"'{word}'" for word in words(term.words)]
    return f"({' <-> '.join(quoted)}{':*' if term.begins else ''})" if quoted else ""


TSVECTOR = Tsvector()
