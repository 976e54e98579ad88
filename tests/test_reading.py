"""Words of articles that are read once and kept in the library."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import reading
from briefing.group.tokens import Read, read_now, read_some, tokens
from briefing.model import Article
from briefing.store import open_library
from tests.factory import MONDAY, article

NOW = datetime(2026, 5, 16, tzinfo=UTC)
TEXTS = (
    "“The harbour wall stands,” the mayor of Kessel said.\n\nThe harbour wall fell in the storm.",
    'The ferry sails again. "It is late," she said.',
    "",
    "港口重新开放。The port of Lindow opened.",
)


def stored(library: Path, texts: Sequence[str] = TEXTS) -> list[Article]:
    """Articles of these texts, in a library."""
    listed = [article(f"a{number}", text) for number, text in enumerate(texts)]
    with open_library(library) as opened:
        opened.add(listed, seen_at=NOW)
    return listed


def same(ours: Sequence[Article], theirs: Path) -> bool:
    """Whether words had from a library are those that are read now."""
    now, kept = tokens(ours), tokens(ours, map, reading.kept_in(theirs))
    return (
        now.stems == kept.stems
        and np.array_equal(now.words.flat, kept.words.flat)
        and np.array_equal(now.words.starts, kept.words.starts)
        and np.array_equal(now.quoted, kept.quoted)
        and np.array_equal(now.spelling_of, kept.spelling_of)
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where a library may be."""
    return tmp_path / "library.sqlite"


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text whose words are read from now on."""
    seen: list[str] = []

    def counted(texts: Sequence[str]) -> Read:
        seen.extend(texts)
        return read_some(texts)

    monkeypatch.setattr(reading, "read_some", counted)
    return seen


def test_kept_words_are_those_that_are_read(library: Path) -> None:
    listed = stored(library)
    assert same(listed, library)
    assert same(listed[::-1], library)
    assert same([*listed, *listed], library)


def test_a_text_is_read_once(library: Path, texts_read: list[str]) -> None:
    listed = stored(library)
    same(listed, library)
    assert sorted(texts_read) == sorted(TEXTS)
    same(listed, library)
    assert len(texts_read) == len(TEXTS)


def test_of_one_article_more_only_that_one_is_read(library: Path, texts_read: list[str]) -> None:
    same(stored(library), library)
    texts_read.clear()
    assert same(stored(library, [*TEXTS, "One more bridge."]), library)
    assert texts_read == ["One more bridge."]


def test_other_words_are_read_anew(library: Path, texts_read: list[str]) -> None:
    same(stored(library), library)
    texts_read.clear()
    assert same(stored(library, [*TEXTS[:3], "The port of Lindow closed."]), library)
    assert texts_read == ["The port of Lindow closed."]


def test_another_way_of_reading_reads_anew(
    library: Path, texts_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = stored(library)
    same(listed, library)
    monkeypatch.setattr(reading, "method", lambda: 1)
    assert same(listed, library)
    assert len(texts_read) == 2 * len(TEXTS)


@pytest.mark.parametrize("damage", [
    "vocabulary = 'x'", "vocabulary = x'ff00'", "places = x'ffff'", "places = x''", "checksum = 0", "places = 3",
])  # fmt: skip
def test_damaged_words_are_read_anew(library: Path, damage: str) -> None:
    listed = stored(library)
    same(listed, library)
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute(f"UPDATE wording SET {damage}")  # noqa: S608 our own
    connection.close()
    assert same(listed, library)


def test_words_of_what_is_long_past_are_let_go(library: Path, texts_read: list[str]) -> None:
    listed = stored(library)
    same(listed, library)
    reading.forget(library, MONDAY + timedelta(days=30))
    same(listed, library)
    assert len(texts_read) == len(TEXTS)
    reading.forget(library, MONDAY + timedelta(days=36))
    texts_read.clear()
    same(listed, library)
    assert sorted(texts_read) == sorted(TEXTS)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_what_is_packed_is_unpacked_as_it_was(texts: list[str]) -> None:
    read = read_some(texts)
    again = reading.unpacked(reading.packed(read))
    assert [list(each) for each in again.vocabularies] == [list(each) for each in read.vocabularies]
    assert again.runs.flat.tolist() == read.runs.flat.tolist()
    assert again.runs.starts.tolist() == read.runs.starts.tolist()
    assert again.quoted.tolist() == read.quoted.tolist()


def test_a_text_of_very_many_words_is_kept_as_well() -> None:
    text = " ".join(f"w{number}" for number in range(40_000))
    again = reading.unpacked(reading.packed(read_some([text])))
    assert again.runs.flat.tolist() == list(range(40_000))


def test_words_are_the_same_read_by_themselves_or_together() -> None:
    listed = [article(f"a{number}", text) for number, text in enumerate(TEXTS)]
    alone = [part for each in listed for part in read_now([each], map)]
    together = read_some(TEXTS)
    assert [list(part.vocabularies[0]) for part in alone] == [list(each) for each in together.vocabularies]
