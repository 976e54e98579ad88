"""How well an event is corroborated, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import Copy
from briefing.render.crossing import crossing
from briefing.render.standing import independent, standing
from tests.render.sample import article, event, rich, section

MONDAY = datetime(2026, 5, 11, tzinfo=UTC)
FIRST, SECOND, THIRD = (article(n, "Ferry aground", "A ferry ran aground.", f"Outlet {n}", MONDAY) for n in (1, 2, 3))


def plain(words: str | None) -> str | None:
    return words.replace("\u00a0", " ") if words else None


def test_a_copy_is_no_origin_of_its_own() -> None:
    assert plain(independent((FIRST, SECOND, THIRD), (Copy(SECOND.id, FIRST.id),))) == "2 independent origins"
    assert plain(independent((FIRST, SECOND), (Copy(SECOND.id, FIRST.id),))) == "1 origin"


def test_two_texts_of_one_outlet_are_one_origin() -> None:
    assert plain(independent((FIRST, replace(SECOND, outlet="Outlet 1")), ())) == "1 origin"


def test_two_texts_that_credit_one_agency_are_one_origin() -> None:
    agency = replace(THIRD, outlet="Northern Wire")
    credited = tuple(replace(each, origin="Northern Wire") for each in (FIRST, SECOND))
    assert plain(independent((*credited, agency), ())) == "1 origin"


def test_a_single_article_needs_no_counting() -> None:
    assert independent((FIRST,), ()) is None
    assert plain(standing(1, 1)) == "1 article"
    assert plain(standing(3, 2)) == "3 articles, 2 outlets"


def test_outlets_by_events_show_who_reports_on_several() -> None:
    events = [section(event([each], "Ferry"), [each]) for each in (FIRST, SECOND)]
    again = [replace(THIRD, id=f"{number:012x}", outlet=f"outlet {number % 2}") for number in range(10, 14)]
    events[0] = section(event([FIRST, *again[:2]], "Ferry"), [FIRST, *again[:2]])
    events[1] = section(event([SECOND, *again[2:]], "Bridge"), [SECOND, *again[2:]])
    brief = replace(rich(), sections=tuple(events), articles=(FIRST, SECOND, *again))
    rows = crossing(brief)
    assert [(row.outlet, row.articles) for row in rows] == [("outlet 0", (1, 1)), ("outlet 1", (1, 1))]
    assert plain(rows[0].words) == "1 article on event 1, 1 article on event 2"


def test_where_no_two_outlets_report_on_several_events_there_is_no_picture() -> None:
    assert crossing(rich()) == ()
