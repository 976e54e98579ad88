from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefing.database import Address
from briefing.model import Edition, Event, Quote, Span, Told
from briefing.store import open_library
from briefing.store.editions import Editions
from briefing.store.quotations import Quotations
from briefing.store.remembered import Remembered
from briefing.store.search import KINDS, Hit, Kind, Search, Wanted
from tests.factory import MONDAY, WEEK, article

METHOD = 7
SAID = 'The ferry ran aground off Port Selby. "We are safe," said Ingrid Talvoss.'
FERRY = article("a00000000001", SAID, title="Ferry aground")
OIL = article(
    "a00000000002", "Fuel oil leaks near the ferry pier in Ha\u0308rnby, the harbour office said.",
    title="Oil in the harbour", outlet="Lindow Radio", published=datetime(2026, 5, 12, 23, 30, tzinfo=UTC),
)  # fmt: skip
SCHOOL = article("a00000000003", "Школы Эстмарка откроются в понедельник.", title="Школы открываются", published=None)


@pytest.fixture
def path(place: Address) -> Address:
    with open_library(place) as library:
        library.add([FERRY, OIL, SCHOOL], seen_at=MONDAY)
    with Remembered(place) as remembered:
        event = Event("e00000000001", (FERRY.id, OIL.id), "Ferry aground", MONDAY, OIL.published, (), None)
        remembered.remember([event], {FERRY.id: event.id, OIL.id: event.id})
    with Quotations(place) as quotations:
        start = FERRY.text.index('"We')
        said = Quote(FERRY.id, "direct", Span(start, start + 14), "Ingrid Talvoss", None, None, "said", 0.9)
        quotations.remember([(FERRY, [said])], METHOD)
    with Editions(place) as editions:
        told = Told("e00000000001", "Ferry aground", (FERRY.id,), ("The ferry ran aground off Port Selby.",), "s", None)
        editions.remember(Edition(WEEK, "", (told,)))
    return place


@pytest.fixture
def search(path: Address) -> Iterator[Search]:
    with Search(path, ZoneInfo("Europe/Berlin"), METHOD) as search:
        yield search


def ids(search: Search, kind: Kind, words: str = "", **more: object) -> list[str]:
    found = search.find(kind, Wanted(words, **more))  # type: ignore[arg-type] # each test gives what Wanted takes
    assert found.total >= len(found.hits)
    return [hit.id for hit in found.hits]


def only(search: Search, kind: Kind, words: str) -> Hit:
    (hit,) = search.find(kind, Wanted(words)).hits
    return hit


def test_all_words_must_be_there_in_any_case_with_or_without_accents(search: Search) -> None:
    assert ids(search, "article", "FERRY") == [FERRY.id, OIL.id]  # in the headline it weighs more
    assert ids(search, "article", "ferry oil") == [OIL.id]
    assert ids(search, "article", "harnby") == [OIL.id]
    assert ids(search, "article", "школы ОТКРОЮТСЯ") == [SCHOOL.id]


def test_phrases_beginnings_and_exceptions(search: Search) -> None:
    assert ids(search, "article", '"port selby"') == [FERRY.id]
    assert ids(search, "article", '"selby port"') == []
    assert ids(search, "article", "harb*") == [OIL.id]
    assert ids(search, "article", "ferry -oil") == [FERRY.id]


def test_every_kind_is_found_by_its_words_and_tells_where_they_stand(search: Search) -> None:
    for kind in KINDS:
        assert ids(search, kind, "nowhere") == []
    quotation = only(search, "quotation", "safe")
    assert (quotation.id, quotation.speaker) == (f"{FERRY.id}:38-52", "Ingrid Talvoss")
    assert only(search, "quotation", "talvoss").id == quotation.id
    briefing = only(search, "briefing", "aground")
    assert (briefing.id, briefing.event_id) == ("2026-W20", "e00000000001")
    event = only(search, "event", "oil pier")
    assert (event.id, event.article_id, event.articles) == ("e00000000001", OIL.id, 2)
    assert event.outlets == ("Harnby Courier", "Lindow Radio")
    assert [piece.text for piece in only(search, "article", "leaks").snippet if piece.found] == ["leaks"]


def test_days_are_the_readers(search: Search) -> None:
    # 23:30 UTC on the 12th is the 13th in Berlin.
    assert ids(search, "article", "oil", last=date(2026, 5, 12)) == []
    assert ids(search, "article", "oil", first=date(2026, 5, 13), last=date(2026, 5, 13)) == [OIL.id]
    assert only(search, "article", "oil").first == date(2026, 5, 13)
    assert ids(search, "briefing", "ferry", first=date(2026, 5, 17)) == ["2026-W20"]
    assert ids(search, "briefing", "ferry", first=date(2026, 5, 18)) == []
    assert ids(search, "article", first=date.min, last=date.max) == [OIL.id, FERRY.id]


def test_an_event_of_articles_that_state_their_day_alone_is_of_that_day_west_of_greenwich_too(path: Address) -> None:
    day = datetime(2026, 5, 14, tzinfo=UTC)
    swans = replace(article("a00000000004", "Swans came back to the Tarn.", published=day), published_precision="day")
    with open_library(path) as library:
        library.add([swans], seen_at=MONDAY)
    with Remembered(path) as remembered:
        event = Event("e00000000004", (swans.id,), "Swans", day, day, (), None)
        remembered.remember([event], {swans.id: event.id})
    with Search(path, ZoneInfo("America/New_York"), METHOD) as search:
        hit = only(search, "event", "swans")
        assert (hit.first, hit.last, hit.articles) == (date(2026, 5, 14), date(2026, 5, 14), 1)
        hit = only(search, "event", "leaks")  # an hour is where the reader lives: midnight UTC, and 23:30
        assert (hit.first, hit.last, hit.articles) == (date(2026, 5, 10), date(2026, 5, 12), 2)


def test_an_outlet_is_known_by_any_part_of_its_name(search: Search) -> None:
    assert ids(search, "article", "ferry", outlets=("radio",)) == [OIL.id]
    assert ids(search, "quotation", "safe", outlets=("radio",)) == []
    assert ids(search, "briefing", "ferry", outlets=("courier",)) == ["2026-W20"]
    assert ids(search, "briefing", "ferry", outlets=("radio",)) == []
    assert ids(search, "article", "ferry", outlets=("nobody",)) == []
    assert search.outlets("LIND") == ("Lindow Radio",)


def test_without_words_everything_is_listed_the_latest_first(search: Search) -> None:
    assert ids(search, "article") == [OIL.id, FERRY.id, SCHOOL.id]
    assert ids(search, "article", limit=1, skip=1) == [FERRY.id]
    assert ids(search, "event") == ["e00000000001"]
    assert ids(search, "briefing") == ["2026-W20"]
    assert len(ids(search, "quotation")) == 1


def test_what_holds_no_word_finds_nothing_rather_than_all(search: Search) -> None:
    assert ids(search, "article", "—") == []
    assert ids(search, "article", "-ferry") == []


def test_words_of_an_article_that_changed_are_found_and_its_old_quotations_not(path: Address) -> None:
    with open_library(path) as library:
        library.add([article(FERRY.id, "All is well in Kessel now.", title="Nothing")], seen_at=MONDAY)
    with Search(path, ZoneInfo("UTC"), METHOD) as search:
        assert ids(search, "article", "kessel") == [FERRY.id]
        assert ids(search, "quotation", "safe") == []
        assert ids(search, "quotation") == []


def test_a_briefing_made_again_is_found_by_its_new_words_alone(path: Address) -> None:
    with Editions(path) as editions:
        told = Told("e00000000001", "Ferry afloat", (FERRY.id,), ("The tide lifted it.",), "s", None)
        editions.remember(Edition(WEEK, "", (told,)))
    with Search(path, ZoneInfo("UTC"), METHOD) as search:
        assert ids(search, "briefing", "tide") == ["2026-W20"]
        assert ids(search, "briefing", "selby") == []
