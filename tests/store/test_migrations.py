import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.database import sqlite
from briefing.errors import StoreError
from briefing.store import open_library
from briefing.store.mapping import to_moment, to_row
from briefing.store.migrations import MIGRATIONS, SCHEMA, migrate, statements
from tests.factory import MONDAY, article

NEXT = "ALTER TABLE article ADD COLUMN mood TEXT;\nCREATE TABLE topic (name TEXT);\n"
BROKEN = "CREATE TABLE topic (name TEXT);\nCREATE TABLE topic (name TEXT);\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_library(tmp_path / "library.sqlite") as library:
        library.add([article()], seen_at=MONDAY)
    return tmp_path / "library.sqlite"


def connect(path: Path) -> closing[sqlite.File]:
    return closing(sqlite.connect(path))


def test_a_library_is_marked_as_one_and_with_its_schema(path: Path) -> None:
    with connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)
        assert connection.schema() == SCHEMA
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_older_library_is_brought_up_to_date_and_a_copy_of_it_left_beside_it(path: Path) -> None:
    with connect(path) as connection:
        migrate(connection, path, (*MIGRATIONS, NEXT))
        assert connection.schema() == SCHEMA + 1
        assert connection.execute("SELECT count(mood), count(*) FROM article").fetchone() == (0, 1)
    with open_library(path.with_name(f"library.sqlite.schema-{SCHEMA}")) as copy:
        assert copy.get([article().id]) == (article(),)


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_a_library_of_every_schema_there_was_opens_with_its_articles(
    tmp_path: Path, schema: int, figure: Callable[[str], None]
) -> None:
    path, kept = tmp_path / "library.sqlite", article()
    with connect(path) as connection:
        migrate(connection, path, MIGRATIONS[:schema])
        there = {row[1] for row in connection.execute("PRAGMA table_info(article)")}
        row = {name: value for name, value in to_row(kept).items() if name in there} | {"seen_at": to_moment(MONDAY)}
        names = ", ".join(row)
        values = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO article ({names}) VALUES ({values})", [*row.values()])  # noqa: S608 our own names
        connection.commit()
    with open_library(path) as library:
        (found,) = library.get([kept.id])
        assert (found.id, found.title, found.text, found.sha256) == (kept.id, kept.title, kept.text, kept.sha256)
        assert library.search(kept.title) == (found,)
    with connect(path) as connection, connect(path.with_name(f"library.sqlite.schema-{schema}")) as copy:
        assert (connection.schema(), copy.schema()) == (SCHEMA, schema)
        assert copy.execute("SELECT id FROM article").fetchall() == [(kept.id,)]
    figure(f"schema {schema}: brought up to {SCHEMA}, its article there and found, a copy of {schema} beside it")


def test_a_second_copy_does_not_overwrite_the_first(path: Path) -> None:
    first = path.with_name(f"library.sqlite.schema-{SCHEMA}")
    first.write_bytes(b"somebody's")
    with connect(path) as connection:
        migrate(connection, path, (*MIGRATIONS, NEXT))
    assert first.read_bytes() == b"somebody's"
    assert path.with_name(f"library.sqlite.schema-{SCHEMA}.2").exists()


def test_a_migration_that_fails_leaves_the_library_as_it_was(path: Path) -> None:
    with connect(path) as connection, pytest.raises(sqlite3.OperationalError):
        migrate(connection, path, (*MIGRATIONS, NEXT.splitlines()[0], BROKEN))
    with open_library(path) as library:
        assert library.get([article().id]) == (article(),)
    with connect(path) as connection:
        assert "mood" not in [row[1] for row in connection.execute("PRAGMA table_info(article)")]


def test_a_library_of_a_newer_schema_is_refused_untouched(path: Path) -> None:
    with connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer brief") as caught:
        open_library(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with connect(path) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_library(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"Just a text, and no database at all. " * 40, b"SQLite format 3\0" + b"\x01" * 3000]
)
def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt") as caught:
        open_library(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    with open_library(path) as library:
        assert library.undated() == ()


def test_a_library_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with pytest.raises(StoreError, match="there is no library"):
        open_library(path, create=False)
    assert not path.exists()


def test_a_folder_or_a_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing" / "library.sqlite"):
        with pytest.raises(StoreError, match="folder that exists"):
            open_library(path)


def test_a_damaged_library_is_recognised(path: Path) -> None:
    with connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = path.read_bytes()
    path.write_bytes(content[:size] + b"\xff" * (len(content) - size))
    with pytest.raises(StoreError, match="damaged") as caught, open_library(path) as library:
        library.get([article().id])
    assert "\n" not in str(caught.value)


def test_a_script_is_taken_apart_into_whole_statements() -> None:
    script = (
        "-- One; two.\nCREATE TABLE a (b);\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  DELETE FROM a;\nEND;\n"
    )
    assert [statement.splitlines()[-1] for statement in statements(script)] == ["CREATE TABLE a (b);", "END;"]
