from pathlib import Path

import pytest

from briefing.database import Address
from briefing.errors import StoreError
from briefing.model import Visit
from briefing.store import open_library
from briefing.store.visits import Visits
from tests.factory import MONDAY

FEED = Visit("https://courier.example/rss", '"a1"', "Mon, 11 May 2026 08:00:00 GMT")


@pytest.fixture
def path(place: Address) -> Address:
    open_library(place).close()
    return place


def test_a_visit_is_remembered_from_run_to_run(path: Address) -> None:
    with Visits(path) as visits:
        assert visits.visited([FEED.url]) == {}
        visits.remember([FEED], at=MONDAY)
    with Visits(path) as visits:
        assert visits.visited([FEED.url, "https://other.example/"]) == {FEED.url: FEED}


def test_the_last_visit_takes_the_place_of_the_one_before(path: Address) -> None:
    failed = Visit(FEED.url, problem="is not there (any more)")
    with Visits(path) as visits:
        visits.remember([FEED], at=MONDAY)
        visits.remember([failed], at=MONDAY)
        assert visits.visited([FEED.url]) == {FEED.url: failed}


def test_many_addresses_may_be_asked_for_at_once(path: Address) -> None:
    many = [Visit(f"https://courier.example/{number}") for number in range(2_500)]
    with Visits(path) as visits:
        visits.remember(many, at=MONDAY)
        assert len(visits.visited(visit.url for visit in many)) == 2_500


def test_what_no_file_can_hold_is_found_again_all_the_same(path: Address) -> None:
    odd = Visit("https://courier.example/\ud800", '"\ud800"')
    with Visits(path) as visits:
        visits.remember([odd], at=MONDAY)
        assert visits.visited([odd.url]) == {odd.url: Visit(odd.url, '"\ufffd"')}


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"no library" * 100)
    with Visits(tmp_path / "other") as visits, pytest.raises(StoreError):
        visits.visited([FEED.url])
