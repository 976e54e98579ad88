from dataclasses import replace
from datetime import timedelta

from briefing.database import Address
from briefing.model import Alteration, Edition, Place, Printed, PrintedEvent, Printing, Span
from briefing.store import open_library
from briefing.store.editions import Editions
from briefing.store.printings import Printings
from tests.factory import MONDAY, WEEK

NEXT = replace(WEEK, id="2026-W21", start=WEEK.end, end=WEEK.end + timedelta(days=7))
WORDS = Printed("quotation", "All “are”\nsafe \ud800", Place("a1", Span(3, 20)), "s1", "Ingrid Talvoss")
ALTERED = Alteration("a1", "Courier", "Ferry", None, WEEK, "All are safe.", None, "s2")
FIRST = Printing(WEEK, "", 1, (PrintedEvent("e1", "Ferry", (WORDS,)),), (ALTERED,))


def library(place: Address) -> Address:
    open_library(place).close()
    return place


def test_an_edition_comes_back_as_it_was_kept(place: Address) -> None:
    with Printings(library(place)) as printings:
        assert printings.of(WEEK, "") == ()
        second = replace(FIRST, number=2, alterations=())
        printings.remember(second, at=MONDAY)
        printings.remember(FIRST, at=MONDAY)
        assert printings.of(WEEK, "") == (FIRST, second)
        assert printings.of(WEEK, "harbour") == ()


def test_the_same_number_again_takes_the_place_of_the_last(place: Address) -> None:
    with Printings(library(place)) as printings:
        printings.remember(FIRST, at=MONDAY)
        again = replace(FIRST, events=())
        printings.remember(again, at=MONDAY + timedelta(days=1))
        assert printings.of(WEEK, "") == (again,)


def test_before_a_window_stand_all_editions_of_the_last_briefings_the_latest_first(place: Address) -> None:
    path = library(place)
    with Editions(path) as editions:
        for window in (WEEK, NEXT):
            editions.remember(Edition(window, "", ()))
    later = replace(NEXT, id="2026-W22", start=NEXT.end, end=NEXT.end + timedelta(days=7))
    with Printings(path) as printings:
        other = replace(FIRST, window=NEXT)
        for each in (FIRST, other, replace(FIRST, number=2)):
            printings.remember(each, at=MONDAY)
        found = printings.before(later, "", 6)
        assert [(each.window.id, each.number) for each in found] == [("2026-W21", 1), ("2026-W20", 2), ("2026-W20", 1)]
        assert found[0] == other
        assert [each.window.id for each in printings.before(later, "", 1)] == ["2026-W21"]
        assert printings.before(WEEK, "", 6) == ()
        assert printings.before(replace(later, kind="day"), "", 6) == ()
