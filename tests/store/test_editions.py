"""What the library remembers of the briefings that were made."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.database import Address
from briefing.errors import StoreError
from briefing.model import Edition, Told, Window
from briefing.store import open_library
from briefing.store.editions import Editions
from tests.factory import WEEK

TOLD = Told("e1", "Ferry \ud800 aground", ("a1", "a2"), ("The ferry ran aground.",), "e0", date(2026, 5, 4))
BARE = Told("e2", "", (), (), "e2", None)


def later(weeks: int) -> Window:
    """The week so many weeks after."""
    shift = timedelta(weeks=weeks)
    return Window(f"2026-W{20 + weeks}", "week", WEEK.start + shift, WEEK.end + shift, WEEK.first_day + shift,
                  WEEK.last_day + shift)  # fmt: skip


@pytest.fixture
def path(place: Address) -> Address:
    open_library(place).close()
    return place


def test_what_an_edition_told_comes_back(path: Address) -> None:
    with Editions(path) as editions:
        editions.remember(Edition(WEEK, "", (TOLD, BARE)))
        (found,) = editions.before(later(1), "", 5)
    assert found == Edition(WEEK, "", (replace(TOLD, headline="Ferry \ufffd aground"), BARE))


def test_a_window_is_compared_with_what_ended_before_it_the_latest_first(path: Address) -> None:
    with Editions(path) as editions:
        for weeks in (0, 1, 2, 3):
            editions.remember(Edition(later(weeks), "", (TOLD,)))
        assert [each.window.id for each in editions.before(later(2), "", 5)] == ["2026-W21", "2026-W20"]
        assert [each.window.id for each in editions.before(later(2), "", 1)] == ["2026-W21"]
        assert editions.before(WEEK, "", 5) == ()


def test_topics_and_kinds_of_windows_are_kept_apart(path: Address) -> None:
    with Editions(path) as editions:
        editions.remember(Edition(WEEK, "harbour", (TOLD,)))
        editions.remember(Edition(replace(WEEK, id="2026-05-11", kind="day"), "", (TOLD,)))
        assert editions.before(later(1), "", 5) == ()
        assert len(editions.before(later(1), "harbour", 5)) == 1


def test_an_edition_made_again_takes_the_place_of_the_last(path: Address) -> None:
    with Editions(path) as editions:
        editions.remember(Edition(WEEK, "", (TOLD, BARE)))
        editions.remember(Edition(WEEK, "", (BARE,)))
        (found,) = editions.before(later(1), "", 5)
    assert found.told == (BARE,)


def test_a_file_that_is_no_library_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x" * 4096)
    with Editions(tmp_path / "notes.txt") as editions, pytest.raises(StoreError, match="is no library"):
        editions.before(WEEK, "", 1)
