import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.model import Window
from briefing.store import open_library
from briefing.store.whole import READ, UNREAD, Whole
from tests.factory import article

NOW = datetime(2026, 5, 20, tzinfo=UTC)
WEEK = Window(
    "2026-W20", "week", datetime(2026, 5, 11, tzinfo=UTC), datetime(2026, 5, 18, tzinfo=UTC),
    date(2026, 5, 11), date(2026, 5, 17),
)  # fmt: skip
BEFORE = timedelta(days=4)


def told(path: Path, *inputs: str) -> str:
    with Whole(path) as whole:
        return whole.digest(WEEK, BEFORE, *inputs)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with open_library(path) as opened:
        opened.add([article("a1", "The bridge of Harnby opened."), article("a2", "Rain fell on Lindow.")], seen_at=NOW)
    return path


def test_every_table_is_known_to_be_read_by_briefings_or_not(library: Path) -> None:
    with sqlite3.connect(library) as connection:
        every = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    connection.close()
    tables = {name for (name,) in every if "words" not in name and not name.startswith("sqlite")}
    assert tables - {"article"} == {*READ} | UNREAD


def test_a_library_that_is_as_it_was_has_the_same_digest(library: Path) -> None:
    before = told(library, "words")
    with open_library(library) as opened:
        opened.add([article("a1", "The bridge of Harnby opened.")], seen_at=NOW + timedelta(days=1))
    assert told(library, "words") == before


@pytest.mark.parametrize(
    "change",
    [
        lambda a: replace(a, id="a3", sha256="3"),
        lambda a: replace(a, text="The bridge of Harnby closed.", sha256="4"),
        lambda a: replace(a, outlet="Kessel Mail"),
    ],
    ids=["another article", "other words", "another outlet"],
)
def test_another_article_is_another_digest(library: Path, change: Callable[..., object]) -> None:
    before = told(library)
    with open_library(library) as opened:
        opened.add([change(article("a1", "The bridge of Harnby opened."))], seen_at=NOW)  # type: ignore[list-item]  # an Article
    assert told(library) != before


def test_other_settings_are_another_digest(library: Path) -> None:
    assert told(library, "100 words") != told(library, "200 words")


def test_a_briefing_is_known_under_its_digest_alone(library: Path) -> None:
    with Whole(library) as whole:
        whole.keep(WEEK, "", "first", "[1]")
        whole.keep(WEEK, "", "second", "[2]")
        assert whole.known(WEEK, "", "first") is None
        assert whole.known(WEEK, "", "second") == "[2]"
        assert whole.known(WEEK, "harbours", "second") is None
