"""The library's schema: one SQL text a version. A text that was ever released is never edited, only followed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from briefing.database.address import Address
from briefing.database.connection import FOREIGN, Connection, Dialect
from briefing.database.transaction import transaction
from briefing.errors import StoreError
from briefing.store.fulltext import fulltext

VERSION_1 = """
-- The current version of every article.
CREATE TABLE article (
    number INTEGER PRIMARY KEY, -- in the order they came; the full-text index knows an article by it
    id TEXT NOT NULL UNIQUE,
    url TEXT,
    outlet TEXT,
    authors TEXT NOT NULL, -- JSON list of strings
    published TEXT, -- ISO 8601, UTC, to the microsecond
    published_precision TEXT NOT NULL,
    utc_offset INTEGER, -- minutes
    partial_date TEXT,
    dated_by TEXT NOT NULL,
    language TEXT NOT NULL,
    origin TEXT,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    removed TEXT NOT NULL, -- JSON list of [step, paragraphs]
    seen_at TEXT NOT NULL, -- when this version was first read
    title TEXT NOT NULL,
    text TEXT NOT NULL -- last: what stands after a long value is slow to read
);
CREATE INDEX article_by_time ON article (published, id);
CREATE INDEX article_by_words ON article (sha256);

-- What articles said before they changed.
CREATE TABLE former (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL REFERENCES article (id),
    url TEXT,
    outlet TEXT,
    authors TEXT NOT NULL,
    published TEXT,
    published_precision TEXT NOT NULL,
    utc_offset INTEGER,
    partial_date TEXT,
    dated_by TEXT NOT NULL,
    language TEXT NOT NULL,
    origin TEXT,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    removed TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    left_at TEXT NOT NULL, -- when other words took its place
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (id, sha256)
);

-- Words of current versions, looked up in `article` rather than kept twice.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER words_added AFTER INSERT ON article BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER words_removed AFTER DELETE ON article BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER words_changed AFTER UPDATE OF title, text ON article BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
"""

VERSION_2 = """
-- What was sent to whom: one row for a briefing, an edition of it, and a recipient; what became of it so far.
CREATE TABLE delivery (
    briefing TEXT NOT NULL, -- the window's id: 2026-05-12, 2026-W20
    edition INTEGER NOT NULL, -- from 1; a correction sent on purpose is the next
    recipient TEXT NOT NULL, -- the address, or "archive"
    state TEXT NOT NULL, -- sending, sent, deferred, refused, empty
    tries INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    changed_at TEXT NOT NULL, -- ISO 8601, UTC
    retry_at TEXT, -- not to be tried again before
    reply TEXT NOT NULL, -- what the server said last, on one line
    PRIMARY KEY (briefing, edition, recipient)
) WITHOUT ROWID;
CREATE INDEX delivery_by_recipient ON delivery (recipient, changed_at);
"""

VERSION_3 = """
-- How asking for each address on the web ended last.
CREATE TABLE visit (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    problem TEXT NOT NULL, -- why there was nothing to be had; empty where all went well
    visited_at TEXT NOT NULL -- ISO 8601, UTC
) WITHOUT ROWID;
"""

VERSION_4 = """
-- The briefings that were made, and what each told: what the next one compares itself with.
CREATE TABLE printed (
    briefing TEXT NOT NULL, -- the window's id: 2026-05-12, 2026-W20
    topic TEXT NOT NULL, -- empty for a briefing of everything
    kind TEXT NOT NULL, -- day, week, month, range
    window_start TEXT NOT NULL, -- ISO 8601, UTC, to the microsecond
    window_end TEXT NOT NULL, -- the first moment after it
    first_day TEXT NOT NULL, -- in the reader's time zone
    last_day TEXT NOT NULL, -- inclusive
    PRIMARY KEY (briefing, topic)
) WITHOUT ROWID;
CREATE TABLE printed_event (
    briefing TEXT NOT NULL,
    topic TEXT NOT NULL,
    position INTEGER NOT NULL, -- from 0, in the briefing's order
    event TEXT NOT NULL,
    headline TEXT NOT NULL,
    articles TEXT NOT NULL, -- JSON list of ids
    sentences TEXT NOT NULL, -- JSON list of what was printed
    story TEXT NOT NULL,
    story_first TEXT, -- a day
    PRIMARY KEY (briefing, topic, position),
    FOREIGN KEY (briefing, topic) REFERENCES printed (briefing, topic) ON DELETE CASCADE
) WITHOUT ROWID;
"""

VERSION_5 = """
-- Events as they were last found, so that they are known again, with their articles; and what the user said of them.
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    headline TEXT NOT NULL,
    story TEXT -- the running story it belongs to
) WITHOUT ROWID;
CREATE TABLE event_article (
    article TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event (id)
) WITHOUT ROWID;
CREATE INDEX event_article_by_event ON event_article (event);
CREATE TABLE correction (
    number INTEGER PRIMARY KEY, -- in the order they were made, which they are followed in
    kind TEXT NOT NULL, -- merge, split, move, drop
    subjects TEXT NOT NULL, -- JSON list of article ids
    others TEXT NOT NULL, -- the same
    event TEXT NOT NULL, -- the event that is dropped; empty where articles alone are
    made_at TEXT NOT NULL -- ISO 8601, UTC
);
"""

VERSION_6 = """
-- Quotations, found once in each version of an article by each version of the method; and what the user said of people.
CREATE TABLE quoted (
    article TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL, -- of the words that were looked at
    method INTEGER NOT NULL -- the version of the method that looked
) WITHOUT ROWID;
CREATE TABLE quotation (
    article TEXT NOT NULL REFERENCES quoted (article) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- from 0, in the order they stand
    kind TEXT NOT NULL, -- direct, indirect
    start INTEGER NOT NULL, -- code points of the article's text, as are the others
    stop INTEGER NOT NULL,
    speaker TEXT, -- as full as the article gives the name
    role TEXT,
    mention_start INTEGER,
    mention_stop INTEGER,
    cue TEXT,
    confidence REAL NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE identity (
    number INTEGER PRIMARY KEY, -- in the order they were said, which they are followed in
    kind TEXT NOT NULL, -- same, apart
    names TEXT NOT NULL, -- JSON list: all one person; or the first apart from each of the others
    made_at TEXT NOT NULL -- ISO 8601, UTC
);
"""

VERSION_7 = """
-- What the user said of some words of an article, or of a headline; and which article repeats which.
ALTER TABLE correction ADD COLUMN start INTEGER; -- where the words stand in the article's text, in code points
ALTER TABLE correction ADD COLUMN stop INTEGER;
ALTER TABLE correction ADD COLUMN sha256 TEXT NOT NULL DEFAULT ''; -- of the article they stand in
ALTER TABLE correction ADD COLUMN words TEXT NOT NULL DEFAULT ''; -- the words; of a retitled event its headline
ALTER TABLE correction ADD COLUMN name TEXT NOT NULL DEFAULT ''; -- whose words they are
ALTER TABLE event_article ADD COLUMN origin TEXT; -- the article of the event it is a copy of
"""

VERSION_8 = """
-- Paragraphs that an outlet prints in articles that have nothing to do with each other, and that are no article's own.
CREATE TABLE phrase (
    outlet TEXT NOT NULL,
    phrase TEXT NOT NULL, -- its words alone, in small letters
    shown TEXT NOT NULL, -- as it stood in one of the articles
    learnt_at TEXT NOT NULL, -- ISO 8601, UTC
    PRIMARY KEY (outlet, phrase)
) WITHOUT ROWID;
CREATE INDEX article_by_outlet ON article (outlet, published);

-- What came of each file when it was last read, so that one that did not change need not be read again.
CREATE TABLE source (
    name TEXT PRIMARY KEY, -- as problems call it
    mark TEXT NOT NULL, -- of the file's state: size, times, number
    method INTEGER NOT NULL -- the version of reading and cleaning
) WITHOUT ROWID;
CREATE TABLE document (
    source TEXT NOT NULL, -- its name
    position INTEGER NOT NULL, -- from 0, in the order they stand
    digest TEXT NOT NULL, -- of what was read; empty where nothing could be
    article TEXT, -- the id it is stored under; none where there is no article in it
    state TEXT NOT NULL, -- of that article, as it stood in the library then; empty: to be cleaned again
    problems TEXT NOT NULL, -- JSON list of [stage, subject, message]
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
"""

VERSION_9 = """
-- Words of quotations, and of what briefings told, looked up by rows that follow those they are of.
CREATE VIRTUAL TABLE said_words USING fts5 (words, speaker, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER said_added AFTER INSERT ON quotation WHEN new.position < 65536 BEGIN
    INSERT INTO said_words (rowid, words, speaker)
        SELECT number * 65536 + new.position, substr(text, new.start + 1, new.stop - new.start),
            coalesce(new.speaker, '')
        FROM article WHERE id = new.article;
END;
CREATE TRIGGER said_removed AFTER DELETE ON quotation WHEN old.position < 65536 BEGIN
    DELETE FROM said_words WHERE rowid = (SELECT number * 65536 + old.position FROM article WHERE id = old.article);
END;
INSERT INTO said_words (rowid, words, speaker)
    SELECT number * 65536 + position, substr(text, start + 1, stop - start), coalesce(speaker, '')
    FROM quotation JOIN article ON id = article WHERE position < 65536;
CREATE TABLE told (
    number INTEGER PRIMARY KEY, -- the full-text index knows an event of a briefing by it
    briefing TEXT NOT NULL,
    topic TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (briefing, topic, position)
);
CREATE VIRTUAL TABLE told_words USING fts5 (headline, sentences, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER told_added AFTER INSERT ON printed_event BEGIN
    INSERT INTO told (briefing, topic, position) VALUES (new.briefing, new.topic, new.position);
    INSERT INTO told_words (rowid, headline, sentences)
        SELECT number, new.headline, (SELECT group_concat(value, char(10)) FROM json_each(new.sentences)) FROM told
        WHERE briefing = new.briefing AND topic = new.topic AND position = new.position;
END;
CREATE TRIGGER told_removed AFTER DELETE ON printed_event BEGIN
    DELETE FROM told_words WHERE rowid = (
        SELECT number FROM told WHERE briefing = old.briefing AND topic = old.topic AND position = old.position);
    DELETE FROM told WHERE briefing = old.briefing AND topic = old.topic AND position = old.position;
END;
INSERT INTO told (briefing, topic, position) SELECT briefing, topic, position FROM printed_event;
INSERT INTO told_words (rowid, headline, sentences)
    SELECT number, headline, (SELECT group_concat(value, char(10)) FROM json_each(sentences))
    FROM printed_event JOIN told USING (briefing, topic, position);

-- Every edition of every briefing, with the words it cited: what a later one corrects, and what a source changed since.
CREATE TABLE edition (
    briefing TEXT NOT NULL, -- the window's id
    topic TEXT NOT NULL, -- empty for a briefing of everything
    number INTEGER NOT NULL, -- from 1; the next where the content changed
    made_at TEXT NOT NULL, -- ISO 8601, UTC
    told TEXT NOT NULL, -- JSON: its events with their words and places, as `briefing.store.printings` has it
    PRIMARY KEY (briefing, topic, number)
) WITHOUT ROWID;
"""

VERSION_10 = """
-- The briefings as they were last composed, and the digest of all they were composed of.
CREATE TABLE whole (
    briefing TEXT NOT NULL, -- the window's id
    topic TEXT NOT NULL, -- empty for a briefing of everything
    digest TEXT NOT NULL,
    brief TEXT NOT NULL, -- JSON, as `briefing.frozen` makes it
    PRIMARY KEY (briefing, topic)
);
"""

VERSION_11 = """
-- The words of articles' texts as grouping reads them, kept so that each version of a text is read once.
CREATE TABLE wording (
    article TEXT PRIMARY KEY REFERENCES article (id),
    sha256 TEXT NOT NULL, -- of the words that were read
    method INTEGER NOT NULL, -- the version of the reading, a digest of its files
    checksum INTEGER NOT NULL, -- of the two below
    vocabulary BLOB NOT NULL, -- the text's different words in UTF-8, as they first come, a line each
    places BLOB NOT NULL -- the text as places in that, as `briefing.reading` packs them
);
"""

VERSION_12 = """
-- What tells each article from the same one with other words or metadata, apart from its words and so quick to read.
CREATE TABLE standing (
    article TEXT PRIMARY KEY REFERENCES article (id),
    published TEXT, -- as the article's
    state TEXT NOT NULL -- a digest of the article's columns
);
CREATE INDEX standing_by_time ON standing (published, article, state);
CREATE INDEX article_by_coming ON article (seen_at);
"""

VERSION_13 = """
-- In which event each article was found to be, whatever the user said: what is left when a correction is taken back.
ALTER TABLE event_article ADD COLUMN found TEXT; -- that event's id; NULL: the one it is in
"""

MIGRATIONS = (
    VERSION_1,
    VERSION_2,
    VERSION_3,
    VERSION_4,
    VERSION_5,
    VERSION_6,
    VERSION_7,
    VERSION_8,
    VERSION_9,
    VERSION_10,
    VERSION_11,
    VERSION_12,
    VERSION_13,
)  # what leads from schema n to n + 1 stands at n
SCHEMA = len(MIGRATIONS)


def migrate(connection: Connection, library: Address, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring the library up to date in one transaction, after leaving a copy of an older file beside it.

    Raises StoreError where it is another application's, or of a newer schema; the database's error where it does.
    """
    schema = recognise(connection, library, len(migrations))
    if schema == len(migrations):
        return
    if schema and isinstance(connection, sqlite3.Connection) and isinstance(library, Path):
        back_up(connection, library, schema)
    with transaction(connection):
        # Another run may have done it all while this one waited for the lock.
        advance(connection, migrations)


def advance(connection: Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Apply within a transaction what leads from the library's schema to the last of `migrations`."""
    done = connection.schema()
    for version, sql in enumerate(migrations[done:], done + 1):
        for statement in of_dialect(sql, version, connection.dialect):
            connection.execute(statement)
        connection.mark(version)
    if done < len(migrations):
        fulltext(connection).fill(connection)


def of_dialect(sql: str, version: int, dialect: Dialect) -> Iterator[str]:
    """The statements of a version as that database takes them; what words are looked up in is its own."""
    if dialect == "sqlite":
        yield from statements(sql)
        return
    from briefing.database.translation import definition
    from briefing.store.tsvector import SCHEMAS

    for statement in statements(sql):
        translated = definition(statement)
        if translated:
            yield translated
    yield from statements(SCHEMAS.get(version, ""))


def recognise(connection: Connection, library: Address, newest: int = SCHEMA) -> int:
    """The schema's version, 0 where nothing is yet; StoreError where this is no library, or one from the future."""
    schema = connection.schema()
    if schema == FOREIGN:
        raise StoreError(f"{library} is a database of another program: name another one as the library")
    if schema > newest:
        raise StoreError(
            f"{library} was written by a newer brief (schema {schema}, this one knows {newest}): upgrade brief"
        )
    return schema


def back_up(connection: sqlite3.Connection, path: Path, schema: int) -> Path:
    """Copy the library as it is to a file beside it, named by its schema; one that is there already stays."""
    target = path.with_name(f"{path.name}.schema-{schema}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.schema-{schema}.{number}")
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    return target


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end the transaction they are to share."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
