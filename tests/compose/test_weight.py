"""How much an event matters."""

from datetime import timedelta

from briefing.compose.weight import weight
from briefing.model import Copy
from tests.factory import MONDAY, WEEK, article, event


def test_ten_reprints_weigh_no_more_than_the_one_text_they_repeat() -> None:
    origin = article("a0", outlet="Meridian")
    reprints = [article(f"b{n}", outlet=f"Paper {n}") for n in range(10)]
    everything = {each.id: each for each in [origin, *reprints]}
    alone = weight(event(origin), everything, WEEK)
    copied = event(origin, *reprints, copies=tuple(Copy(each.id, "a0") for each in reprints))
    assert weight(copied, everything, WEEK) == alone


def test_another_outlet_weighs_more_than_another_text_of_the_same_outlet() -> None:
    first, again = article("a0", outlet="Courier"), article("a1", outlet="Courier")
    other = article("a2", outlet="Gazette")
    everything = {each.id: each for each in (first, again, other)}
    assert weight(event(first, other), everything, WEEK) > weight(event(first, again), everything, WEEK)


def test_of_two_equal_events_the_newer_weighs_more() -> None:
    old, new = article("a0"), article("a1", published=MONDAY + timedelta(days=5))
    everything = {"a0": old, "a1": new}
    assert weight(event(new), everything, WEEK) > weight(event(old), everything, WEEK)


def test_three_columns_about_an_event_weigh_less_than_two_reports_of_it() -> None:
    column = "I have walked over our old bridge every day, and I say we should keep it. " * 10
    columns = [article(f"a{n}", column, outlet=f"Outlet {n}") for n in range(3)]
    reports = [article(f"b{n}", outlet=f"Outlet {n}") for n in range(2)]
    everything = {each.id: each for each in [*columns, *reports]}
    assert weight(event(*columns), everything, WEEK) < weight(event(*reports), everything, WEEK)


def test_length_weighs_nothing() -> None:
    rain = "Rain fell on Harnby on Monday, the weather office said. "
    short, long = article("a0", rain), article("a1", rain * 500)
    everything = {"a0": short, "a1": long}
    assert weight(event(long), everything, WEEK) == weight(event(short), everything, WEEK)
