"""Each file is read and cleaned once, and nobody can tell."""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import intake
from briefing.clean import clean
from briefing.clean.learnt import key
from briefing.editions import at_source
from briefing.model import Alteration, Article, Problem, RawDocument
from briefing.pipeline import Taken, take
from briefing.store import open_library
from briefing.store.phrases import Phrases
from tests.clean.test_learnt import BOX, SUBJECTS, telling
from tests.factory import WEEK

NOW = datetime(2100, 1, 1, tzinfo=UTC)  # later than any file here was written
LONG_AGO = 1_700_000_000
TICKS = count(LONG_AGO)


def write(path: Path, text: str) -> None:
    """A file with a time of its own, as two written within a moment of each other may have one."""
    path.write_text(text, encoding="utf-8")
    tick = next(TICKS)
    os.utime(path, (tick, tick))


def taken(library_path: Path, *paths: Path, now: datetime = NOW) -> Taken:
    with open_library(library_path) as library:
        return take(paths, library, library_path, now)


def kept(library_path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(library_path)) as connection:
        return connection.execute("SELECT id, sha256, outlet, removed, published FROM article ORDER BY id").fetchall()


def forget(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as connection, connection:
        connection.execute("DELETE FROM document")
        connection.execute("DELETE FROM source")


@pytest.fixture
def cleaned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the documents that are cleaned from now on."""
    met: list[str] = []

    def counting(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
        met.append(f"{Path(document.source).name}#{document.part or ''}")
        return own(document)

    own = clean
    monkeypatch.setattr(intake, "clean", counting)
    return met


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a.txt", "Ferry sails\n\nThe ferry to Lindow sailed again on Monday, its owners said.")
    write(tmp_path / "in" / "b.txt", "\x00\x01\x02\x03\x04")
    rows = [json.dumps({"id": f"r{n}", "text": f"Row {n} tells of the harbour of Kessel."}) for n in range(3)]
    write(tmp_path / "in" / "c.jsonl", "\n".join([*rows, "{broken", ""]))
    return tmp_path


def test_a_file_that_did_not_change_is_not_cleaned_again(desk: Path, cleaned: list[str]) -> None:
    first = taken(desk / "l.sqlite", desk / "in")
    assert len(first.ids) == 4
    cleaned.clear()
    second = taken(desk / "l.sqlite", desk / "in")
    assert cleaned == []
    assert (second.ids, second.sources, second.problems) == (first.ids, first.sources, first.problems)
    assert (second.new, second.changed) == ((), ())


def test_problems_are_told_again_on_every_run(desk: Path) -> None:
    first = taken(desk / "l.sqlite", desk / "in")
    assert len(first.problems) == 2
    assert taken(desk / "l.sqlite", desk / "in").problems == first.problems


def test_of_a_grown_file_only_the_new_rows_are_cleaned(desk: Path, cleaned: list[str]) -> None:
    taken(desk / "l.sqlite", desk / "in")
    cleaned.clear()
    grown = (desk / "in" / "c.jsonl").read_text("utf-8") + '{"id": "r9", "text": "Row nine tells of Lindow."}'
    write(desk / "in" / "c.jsonl", grown)
    assert len(taken(desk / "l.sqlite", desk / "in").new) == 1
    assert cleaned == ["c.jsonl#5"]


def test_a_new_version_of_cleaning_cleans_everything_again(
    desk: Path, cleaned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(desk / "l.sqlite", desk / "in")
    cleaned.clear()
    monkeypatch.setattr(intake, "method", lambda: 7)
    taken(desk / "l.sqlite", desk / "in")
    assert len(cleaned) == 5


def test_a_file_that_was_written_a_moment_ago_is_read_again(desk: Path, cleaned: list[str]) -> None:
    moment = datetime.fromtimestamp((desk / "in" / "a.txt").stat().st_mtime, UTC) + timedelta(seconds=1)
    taken(desk / "l.sqlite", desk / "in" / "a.txt", now=moment)
    taken(desk / "l.sqlite", desk / "in" / "a.txt", now=moment)
    assert cleaned == ["a.txt#", "a.txt#"]


def test_an_article_that_came_otherwise_since_is_the_files_again(desk: Path) -> None:
    path = desk / "in" / "row.jsonl"
    write(path, '{"url": "https://courier.example/1", "text": "The swans are back on the Tarn."}')
    (article_id,) = taken(desk / "l.sqlite", path).ids
    write(desk / "other.jsonl", '{"url": "https://courier.example/1", "text": "The swans have left the Tarn."}')
    taken(desk / "l.sqlite", desk / "other.jsonl")
    assert taken(desk / "l.sqlite", path).changed == (article_id,)


def test_a_date_that_could_not_be_right_yet_is_looked_at_again(desk: Path) -> None:
    path = desk / "in" / "row.jsonl"
    write(path, '{"id": "x", "published": "2100-01-20T10:00:00Z", "text": "The swans are back on the Tarn."}')
    assert len(taken(desk / "l.sqlite", path).problems) == 1
    assert taken(desk / "l.sqlite", path, now=NOW + timedelta(days=30)).problems == ()


def rows_of(articles: Sequence[Article]) -> str:
    return "\n".join(
        json.dumps({"id": a.id, "title": a.title, "text": a.text, "source": a.outlet, "published": str(a.published)})
        for a in articles
    )


def test_what_an_outlet_repeats_goes_from_new_articles_and_from_those_already_kept(tmp_path: Path) -> None:
    articles = [telling(n, s, BOX) for n, s in enumerate(SUBJECTS)]
    write(tmp_path / "one.jsonl", rows_of(articles[:2]))
    taken(tmp_path / "l.sqlite", tmp_path / "one.jsonl")
    with open_library(tmp_path / "l.sqlite") as library:
        before = library.search("quay")
        assert len(before) == 2
    write(tmp_path / "two.jsonl", rows_of(articles[2:4]))
    told = taken(tmp_path / "l.sqlite", tmp_path / "two.jsonl")
    assert (len(told.new), told.changed) == (2, ())
    with open_library(tmp_path / "l.sqlite") as library:
        assert library.search("quay") == ()
        assert BOX in library.versions(before[0].id)[0].text, "the former words can still be shown"
    again = taken(tmp_path / "l.sqlite", tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    assert (again.new, again.changed) == ((), ())


def test_what_another_outlet_repeats_is_nothing_to_it(tmp_path: Path) -> None:
    ours = [telling(n, s, BOX) for n, s in enumerate(SUBJECTS)]
    theirs = telling(40, "lighthouse lamp keeper", BOX, outlet="Kessel Standard")
    write(tmp_path / "all.jsonl", rows_of([*ours, theirs]))
    taken(tmp_path / "l.sqlite", tmp_path / "all.jsonl")
    with open_library(tmp_path / "l.sqlite") as library:
        assert [each.outlet for each in library.search("quay")] == ["Kessel Standard"]


NAMES = ("a.txt", "b.txt", "c.jsonl", "d.jsonl")
TEXTS = ("The ferry sailed on Monday.", "The ferry did not sail.", "The swans are back.")
URLS = (None, "https://courier.example/1", "https://courier.example/2")
ROW = st.tuples(st.sampled_from(URLS), st.sampled_from(TEXTS), st.sampled_from((None, "2026-05-11")))
CHANGE = st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.lists(ROW, max_size=4)))


@settings(max_examples=40)
@given(st.lists(CHANGE, min_size=2, max_size=8))
def test_remembering_changes_nothing_but_the_time_it_takes(
    changes: list[tuple[str, list[tuple[str | None, str, str | None]] | None]],
) -> None:
    with TemporaryDirectory() as folder:
        sources = Path(folder) / "in"
        sources.mkdir()
        write(sources / "e.txt", TEXTS[0])
        for name, content in changes:
            if content is None:
                (sources / name).unlink(missing_ok=True)
            elif name.endswith(".txt"):
                write(sources / name, content[0][1] if content else "")
            else:
                write(
                    sources / name, "\n".join(json.dumps({"url": u, "text": t, "published": d}) for u, t, d in content)
                )
            with_memory = taken(Path(folder) / "with.sqlite", sources)
            if (Path(folder) / "without.sqlite").exists():
                forget(Path(folder) / "without.sqlite")
            assert with_memory == taken(Path(folder) / "without.sqlite", sources)
            assert kept(Path(folder) / "with.sqlite") == kept(Path(folder) / "without.sqlite")


def test_what_was_learnt_since_an_edition_cited_it_is_no_change_of_its_source(tmp_path: Path) -> None:
    open_library(tmp_path / "l.sqlite").close()
    with Phrases(tmp_path / "l.sqlite") as phrases:
        phrases.keep("Harnby Courier", [(key(BOX), BOX)], at=NOW)
    told = Alteration("a1", "Harnby Courier", "Ferry", None, WEEK, BOX, None, "0" * 64)
    changed = replace(told, before="The ferry sails on Monday.")
    assert tuple(at_source([told, changed], tmp_path / "l.sqlite")) == (changed,)
