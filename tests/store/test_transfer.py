import json
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.database.sqlite import connect
from briefing.errors import BriefError
from briefing.export import exported, imported
from briefing.model import Article
from briefing.store import open_library
from briefing.store.migrations import MIGRATIONS
from briefing.store.transfer import AS_JSON, DERIVED, Transfer, carried
from tests.factory import MONDAY
from tests.store.articles import ARTICLES


@given(st.lists(ARTICLES, max_size=6), st.lists(ARTICLES, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_articles_come_back_with_all_their_versions(
    tmp_path_factory: object, first: list[Article], second: list[Article]
) -> None:
    folder = Path(tmp_path_factory.mktemp("t"))  # type: ignore[attr-defined] # pytest's factory has no public type
    with open_library(folder / "one") as library:
        library.add(first, seen_at=MONDAY)
        library.add(second, seen_at=MONDAY)
        versions = {each.id: library.versions(each.id) for each in (*first, *second)}
    lines = list(exported(folder / "one"))
    assert imported(lines, folder / "two") == len(lines) - 2
    assert list(exported(folder / "two")) == lines
    with open_library(folder / "two") as library:
        assert {article_id: library.versions(article_id) for article_id in versions} == versions


LETTERS = 'aé\u0308\0\n\u2028\U0001f600ж"\\'


def anything(kind: str, row: int, random: Random, letters: str) -> object:
    """A value that a column of that type may hold, another in each row."""
    if kind == "INTEGER":
        return random.randrange(2**40) * 2 + row
    return "".join(random.choice(letters) for _ in range(random.randrange(9))) + str(row)


def fill(path: Path, random: Random, letters: str = LETTERS) -> None:
    """Put two rows of anything into every table that is carried."""
    open_library(path).close()
    with closing(connect(path)) as connection:
        for table in carried(connection):
            described = connection.execute(f"PRAGMA table_info({table})").fetchall()
            owners = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            for row in range(2):
                values = {name: anything(kind, row, random, letters) for _, name, kind, *_ in described}
                for _, _, owner, mine, its, *_ in owners:  # tables come after those that they belong to
                    order = ", ".join(connection.columns(owner)[1])
                    asked = f"SELECT {its} FROM {owner} ORDER BY {order} LIMIT 1 OFFSET ?"  # noqa: S608 our own schema
                    values[mine] = connection.execute(asked, (row,)).fetchone()[0]
                values |= {name: '["\\ud800", "é"]' for of, name in AS_JSON if of == table}
                places = ", ".join("?" * len(values))
                into = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})"  # noqa: S608 our own schema
                connection.execute(into, list(values.values()))


@pytest.mark.parametrize("seed", range(8))
def test_a_library_with_something_in_every_table_comes_back_byte_for_byte(tmp_path: Path, seed: int) -> None:
    fill(tmp_path / "one", Random(seed))  # noqa: S311 no secret
    lines = list(exported(tmp_path / "one"))
    with closing(connect(tmp_path / "one")) as connection:
        assert {json.loads(line)["table"] for line in lines[1:-1]} == set(carried(connection))
    assert imported(lines, tmp_path / "two") == len(lines) - 2
    assert list(exported(tmp_path / "two")) == lines
    with Transfer(tmp_path / "one") as one, Transfer(tmp_path / "two") as two:
        assert list(one.rows()) == list(two.rows())


def test_every_table_is_carried_or_known_to_be_found_again(tmp_path: Path) -> None:
    open_library(tmp_path / "one").close()
    with closing(connect(tmp_path / "one")) as connection:
        tables = carried(connection)
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        assert all(connection.columns(table)[1] for table in tables)
    own = {name for name, sql in rows if "'" not in name and sql and name.split("_")[-1] not in SHADOW}
    assert own - DERIVED == set(tables)


SHADOW = {"data", "idx", "content", "docsize", "config"}  # FTS5 keeps these beside an index


def test_an_export_of_an_older_schema_becomes_a_library_of_today(tmp_path: Path) -> None:
    head = b'{"format": "brief library", "schema": 1}\n'
    with open_library(tmp_path / "new") as library:
        library.add([], seen_at=MONDAY)
    imported([head, b'{"rows": 0}\n'], tmp_path / "old")
    assert list(exported(tmp_path / "old")) == list(exported(tmp_path / "new"))
    assert str(len(MIGRATIONS)).encode() in next(exported(tmp_path / "old"))
    assert not list(tmp_path.glob("old.*schema*"))


@given(st.lists(st.binary(max_size=30), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_no_export_is_told_and_leaves_nothing(tmp_path_factory: object, lines: list[bytes]) -> None:
    folder = Path(tmp_path_factory.mktemp("t"))  # type: ignore[attr-defined] # pytest's factory has no public type
    with pytest.raises(BriefError, match=r"\A[^\n]+\Z"):
        imported([b'{"format": "brief library", "schema": 9}\n', *lines], folder / "one")
    assert not (folder / "one").exists()
    assert [path.name for path in folder.iterdir()] == ["one.lock"]
