import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.database import Address
from briefing.database.connection import CHUNK
from briefing.errors import StoreError
from briefing.model import Article
from briefing.store import Library, open_library
from tests.factory import MONDAY, WEEK, article
from tests.store.articles import ARTICLES

FERRY = article("f00000000001", "The ferry ran aground off Port Selby.", title="Ferry aground")
BRIDGE = article("b00000000001", "Harnby’s new bridge was opened by Mayor Ilse Brandt.", title="Bridge opens")
HOUR = timedelta(hours=1)
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def library(place: Address) -> Iterator[Library]:
    with open_library(place) as opened:
        yield opened


def add(library: Library, *articles: Article) -> tuple[str, ...]:
    return library.add(articles, seen_at=MONDAY).ids


def test_what_became_of_each_article_is_told_by_its_stored_id(library: Library) -> None:
    add(library, FERRY, BRIDGE)
    changed = article(BRIDGE.id, "The bridge was closed again.", title="Bridge closes")
    renamed = replace(FERRY, id="f00000000009")
    fresh = article("c00000000001", "Snow fell on Kessel.", outlet="Kessel Post")
    added = library.add([fresh, renamed, changed], seen_at=MONDAY + HOUR)
    assert added.new == (fresh.id,)
    assert added.changed == (BRIDGE.id,)
    assert added.known == (FERRY.id,)
    assert added.ids == (fresh.id, FERRY.id, BRIDGE.id)


def test_adding_the_same_article_twice_changes_nothing(library: Library) -> None:
    add(library, FERRY)
    assert library.add([FERRY], seen_at=MONDAY + HOUR).known == (FERRY.id,)
    assert library.versions(FERRY.id) == (FERRY,)


def test_a_changed_article_becomes_a_new_version_and_the_former_stays_readable(library: Library) -> None:
    later = replace(FERRY, text="The ferry was towed in.", sha256="1" * 64)
    add(library, FERRY)
    add(library, later)
    assert library.get([FERRY.id]) == (later,)
    assert library.versions(FERRY.id) == (FERRY, later)
    assert library.version(FERRY.id, FERRY.sha256) == FERRY
    assert library.version(FERRY.id, later.sha256) == later
    assert library.version(FERRY.id, "2" * 64) is None


def test_words_that_come_back_are_current_again_and_kept_once(library: Library) -> None:
    later = replace(FERRY, text="The ferry was towed in.", sha256="1" * 64)
    for version in (FERRY, later, FERRY, later, FERRY):
        add(library, version)
    assert library.versions(FERRY.id) == (later, FERRY)


def test_other_metadata_mend_the_current_version_without_a_new_one(library: Library) -> None:
    add(library, FERRY)
    mended = replace(FERRY, outlet="Selby Mail", authors=("Tom Ricker",), published=MONDAY + HOUR)
    add(library, mended)
    assert library.versions(FERRY.id) == (mended,)


def test_a_window_holds_its_first_moment_and_not_the_moment_after_it(library: Library) -> None:
    times = {"a1": WEEK.start - timedelta(microseconds=1), "a2": WEEK.start, "a3": WEEK.end, "a4": WEEK.end - HOUR}
    add(library, *(article(key, f"Text of {key}.", published=time) for key, time in times.items()))
    assert [each.id for each in library.within(WEEK.start, WEEK.end)] == ["a2", "a4"]


def test_a_window_is_in_order_of_time_then_id(library: Library) -> None:
    add(library, *(article(key, f"Text of {key}.") for key in ("a3", "a1", "a2")))
    add(library, article("a0", "Earlier, but added later.", published=MONDAY + HOUR))
    assert [each.id for each in library.within(WEEK.start, WEEK.end)] == ["a1", "a2", "a3", "a0"]


@pytest.mark.parametrize("days", [None, (date(2026, 5, 11), date(2026, 5, 17))])
def test_an_article_dated_to_the_day_is_in_the_week_of_that_day_wherever_the_reader_lives(
    library: Library, days: tuple[date, date] | None
) -> None:
    add(library, replace(FERRY, published_precision="day"))
    monday = datetime(2026, 5, 11, tzinfo=NEW_YORK)
    assert library.within(monday, monday + timedelta(days=7), days=days) == (replace(FERRY, published_precision="day"),)
    before = None if days is None else (date(2026, 5, 4), date(2026, 5, 10))
    assert library.within(monday - timedelta(days=7), monday, days=before) == ()


def test_only_the_current_version_is_in_a_window(library: Library) -> None:
    add(library, FERRY)
    later = replace(FERRY, text="Moved.", sha256="1" * 64, published=MONDAY + HOUR)
    add(library, later)
    assert library.within(WEEK.start, WEEK.end) == (later,)


def test_articles_without_a_time_are_in_no_window_but_listed(library: Library) -> None:
    undated = article("u1", "Nobody knows when.", published=None)
    add(library, undated, FERRY)
    assert library.undated() == (undated,)
    assert library.within(datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)) == (FERRY,)


def test_articles_come_in_the_order_asked_for_each_once(library: Library) -> None:
    add(library, FERRY, BRIDGE)
    assert library.get([FERRY.id, "unknown", BRIDGE.id, FERRY.id]) == (FERRY, BRIDGE)


def test_many_articles_can_be_asked_for_at_once(library: Library) -> None:
    many = [article(f"a{number:04}", f"Text {number}.") for number in range(1_200)]
    assert len(library.add(many, seen_at=MONDAY).new) == len(many)
    assert library.get(each.id for each in many) == tuple(many)


def test_the_calendar_counts_articles_by_the_readers_week(library: Library) -> None:
    add(
        library,
        article("a1", "One.", published=datetime(2026, 5, 11, 2, tzinfo=UTC)),
        article("a2", "Two.", published=datetime(2026, 5, 11, 12, tzinfo=UTC)),
        replace(article("a3", "Three."), published_precision="day"),
        article("a4", "Four.", published=None),
        article("a5", "Five.", published=datetime(2021, 1, 3, tzinfo=UTC)),
    )
    assert library.calendar() == {"2020-W53": 1, "2026-W20": 3}
    assert library.calendar(NEW_YORK) == {"2020-W53": 1, "2026-W19": 1, "2026-W20": 2}


def test_search_finds_words_of_title_and_text_without_regard_to_case_or_accents(library: Library) -> None:
    add(library, FERRY, BRIDGE, article("c1", "The Kessel café closed."))
    assert [each.id for each in library.search("FERRY selby")] == [FERRY.id]
    assert [each.id for each in library.search("cafe")] == ["c1"]
    assert library.search("ferry bridge") == ()


def test_search_finds_a_phrase_only_where_its_words_stand_side_by_side(library: Library) -> None:
    add(library, FERRY)
    assert library.search('"ran aground"') == (FERRY,)
    assert library.search('"aground ran"') == ()


def test_search_finds_the_words_of_current_versions_only(library: Library) -> None:
    add(library, FERRY)
    add(library, replace(FERRY, text="A tug came.", sha256="1" * 64))
    assert library.search("Selby") == ()
    assert len(library.search("tug")) == 1


@pytest.mark.parametrize(
    "query", ["", '"', "AND", "NEAR(", "title:ferry", "fer*", "-", '"" ""', "\0", "a\0b", "\ud800x"]
)
def test_no_query_is_wrong(library: Library, query: str) -> None:
    add(library, FERRY)
    assert isinstance(library.search(query), tuple)


def test_a_lone_surrogate_is_kept_as_a_replacement_character_of_the_same_length(library: Library) -> None:
    odd = replace(FERRY, text="A\ud800B\udfff", title="\udc80", authors=("\ud83d",), outlet=None)
    add(library, odd)
    assert library.add([odd], seen_at=MONDAY).known == (odd.id,)
    assert library.get([odd.id])[0].text == "A\ufffdB\ufffd"


def test_an_error_in_the_middle_of_adding_leaves_the_library_as_it_was(library: Library) -> None:
    add(library, FERRY)
    batch = [replace(FERRY, text="Other words.", sha256="1" * 64)]
    batch += [article(f"a{number:04}", f"Text {number}.") for number in range(2 * CHUNK)]
    unstorable = article("z1", "Later than all.", published=datetime(2026, 5, 11))  # noqa: DTZ001 the error to come
    with pytest.raises(StoreError):
        library.add([*batch, unstorable], seen_at=MONDAY)
    assert library.versions(FERRY.id) == (FERRY,)
    assert library.calendar() == {"2026-W20": 1}
    assert library.search("Text") == ()
    assert add(library, BRIDGE) == (BRIDGE.id,)


def test_sources_that_fail_while_being_read_leave_the_library_as_it_was(library: Library) -> None:
    def interrupted() -> Iterator[Article]:
        yield FERRY
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add(interrupted(), seen_at=MONDAY)
    assert library.calendar() == {}
    assert add(library, BRIDGE) == (BRIDGE.id,)


def test_of_two_articles_with_one_id_the_last_counts_in_this_run_and_the_next(library: Library) -> None:
    later = replace(FERRY, text="The ferry was towed in.", sha256="1" * 64)
    first = library.add([FERRY, BRIDGE, later], seen_at=MONDAY)
    assert (first.new, first.changed, first.known) == ((FERRY.id, BRIDGE.id), (), (FERRY.id,))
    assert first.ids == (FERRY.id, BRIDGE.id, FERRY.id)
    again = library.add([FERRY, BRIDGE, later], seen_at=MONDAY)
    assert (again.new, again.changed) == ((), ())
    assert library.versions(FERRY.id) == (later,)


def test_a_run_that_waited_too_long_for_another_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.database.sqlite.BUSY_SECONDS", 0.01)
    path = tmp_path / "library.sqlite"
    with open_library(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another run"):
            library.add([FERRY], seen_at=MONDAY)
        assert library.undated() == ()  # reading waits for nobody
        other.execute("ROLLBACK")
        assert add(library, FERRY) == (FERRY.id,)


def test_times_without_a_zone_are_refused(library: Library) -> None:
    naive = datetime(2026, 5, 11)  # noqa: DTZ001 the very thing to refuse
    with pytest.raises(StoreError, match="no time zone"):
        library.add([FERRY], seen_at=naive)
    with pytest.raises(StoreError, match="no time zone"):
        library.add([replace(FERRY, published=naive)], seen_at=MONDAY)


def test_two_open_libraries_in_one_place_see_each_others_articles(place: Address) -> None:
    path = place
    with open_library(path) as one, open_library(path) as other:
        add(one, FERRY)
        assert add(other, FERRY, BRIDGE) == (FERRY.id, BRIDGE.id)
        assert len(one.within(WEEK.start, WEEK.end)) == 2


def test_a_closed_library_says_so_instead_of_answering(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.sqlite")
    library.close()
    library.close()
    with pytest.raises(StoreError, match="closed"):
        library.undated()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(ARTICLES, max_size=6))
def test_whatever_was_added_comes_back_exactly_and_adding_it_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article]
) -> None:
    path = tmp_path_factory.mktemp("store") / "library.sqlite"
    with open_library(path) as library:
        added = library.add(articles, seen_at=MONDAY)
        assert len(added.ids) == len(articles)
        last = {each.id: each for each in articles if each.id in added.new + added.changed}
        for kept in library.get(last):
            assert library.add([kept], seen_at=MONDAY).known == (kept.id,)
            assert library.get([kept.id]) == (kept,)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(ARTICLES)
def test_every_field_of_one_article_survives(tmp_path_factory: pytest.TempPathFactory, one: Article) -> None:
    with open_library(tmp_path_factory.mktemp("store") / "library.sqlite") as library:
        library.add([one], seen_at=MONDAY)
        assert library.get([one.id]) == (one,)


def test_what_is_dated_under_another_name_and_then_changed_in_one_go_has_its_last_words(library: Library) -> None:
    undated = replace(article("a1", "The ferry sailed.", published=None), url="https://courier.example/1")
    library.add([undated], seen_at=MONDAY)
    dated = article("b1", "The ferry sailed.")
    changed = replace(article("a1", "The ferry sank.", published=None), url=undated.url)
    library.add([dated, changed], seen_at=MONDAY)
    assert library.get(["a1"]) == (changed,)
    assert library.version("a1", undated.sha256) is not None
