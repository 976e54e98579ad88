"""What tells an article from the same one with other words or metadata."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article
from briefing.rows import digest
from briefing.store import open_library
from briefing.store.sources import Sources
from briefing.store.standing import state_of
from briefing.store.whole import Whole
from tests.factory import MONDAY, WEEK, article

FIRST = article("a1", "The ferry sails.", title="Ferry")


def told(library: Path) -> dict[str, tuple[str | None, str]]:
    """What the table tells of each article."""
    with closing(sqlite3.connect(library)) as connection:
        return {row[0]: row[1:] for row in connection.execute("SELECT article, published, state FROM standing")}


def digest_of(library: Path) -> str:
    """What tells the library from any other, as a briefing reads it."""
    with Whole(library) as whole:
        return whole.digest(WEEK, timedelta(days=4))


CHANGES = (
    replace(FIRST, text="The ferry sank.", sha256=digest("Ferry", "The ferry sank.")),
    replace(FIRST, outlet="Kessel Mail"),
    replace(FIRST, published=None, published_precision="none", dated_by="none"),
    replace(FIRST, published=MONDAY + timedelta(hours=1)),
    replace(FIRST, authors=("Mara Lindqvist",)),
)


@pytest.mark.parametrize("changed", CHANGES)
def test_every_change_of_an_article_is_told(tmp_path: Path, changed: Article) -> None:
    library = tmp_path / "library.sqlite"
    with open_library(library) as opened:
        opened.add([FIRST], seen_at=MONDAY)
    before, digest_before = told(library), digest_of(library)
    assert before["a1"][1] == state_of(FIRST)
    with open_library(library) as opened:
        opened.add([changed], seen_at=MONDAY)
    assert told(library)["a1"][1] == state_of(changed) != before["a1"][1]
    assert digest_of(library) != digest_before


@given(st.lists(st.sampled_from([FIRST, *CHANGES]), max_size=4))
def test_what_is_told_is_always_what_is_in_the_library(
    tmp_path_factory: pytest.TempPathFactory, came: list[Article]
) -> None:
    library = tmp_path_factory.mktemp("any") / "library.sqlite"
    with open_library(library) as opened:
        for each in came:
            opened.add([each], seen_at=MONDAY)
        stored = opened.get(["a1"])
    assert [state for _, state in told(library).values()] == [state_of(each) for each in stored]


def test_a_library_of_an_older_brief_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    with open_library(library) as opened:
        opened.add([FIRST, article("a2", published=None)], seen_at=MONDAY)
    before, digest_before = told(library), digest_of(library)
    for ask in (digest_of, known):
        with closing(sqlite3.connect(library, isolation_level=None)) as connection:
            connection.execute("DELETE FROM standing WHERE article = 'a1'")
        ask(library)
        assert told(library) == before
    assert digest_of(library) == digest_before


def known(library: Path) -> object:
    with Sources(library) as sources:
        return sources.known(["x"], 1)
