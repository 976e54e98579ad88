"""Topics and watch words."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.plan import LINES_MAX, plan
from briefing.compose.topics import narrowed, of_topic, on_topic, watched
from briefing.model import Copy, Topic
from tests.factory import WEEK, article, event

HARBOUR = Topic("harbour", words=("dock strike", "harbour"), names=("May",))
SHIP = article("a1", "The Harbour is shut.", title="Ship aground")
FAIR = article("a2", "Visitors may come until June.", title="Spring fair")


def test_words_are_found_in_any_case_and_names_as_they_are_written() -> None:
    assert on_topic(SHIP, HARBOUR)
    assert not on_topic(FAIR, HARBOUR)
    assert on_topic(article("a3", "Ferries stop in May."), HARBOUR)
    assert on_topic(article("a4", "A dock\nstrike began."), HARBOUR)
    assert not on_topic(article("a5", "Harbourside flats are sold.", title="Flats"), HARBOUR)


def test_what_is_excluded_is_out_and_other_outlets_are_too() -> None:
    assert not on_topic(SHIP, Topic("x", words=("harbour",), exclude=("aground",)))
    assert on_topic(SHIP, Topic("x", words=("harbour",), outlets=("harnby courier",)))
    assert not on_topic(SHIP, Topic("x", words=("harbour",), outlets=("Gazette",)))
    assert on_topic(FAIR, Topic("x", outlets=("Harnby Courier",)))


def test_a_word_in_passing_far_down_makes_no_topic_but_is_watched() -> None:
    long = article("a1", "Nothing much. " * 200 + "The harbour is shut.", title="News")
    assert not on_topic(long, HARBOUR)
    assert watched(event(long), {"a1": long}, ("Harbour",))


def test_an_event_is_of_a_topic_when_half_of_its_own_texts_are() -> None:
    articles = {each.id: each for each in (SHIP, FAIR, article("a3", "A fair.", title="Fair"))}
    assert of_topic(event(SHIP, FAIR), articles, HARBOUR)
    assert not of_topic(event(*articles.values()), articles, HARBOUR)
    assert of_topic(event(*articles.values(), copies=(Copy("a3", "a2"),)), articles, HARBOUR)


def test_a_briefing_of_a_topic_holds_nothing_else() -> None:
    events = (event(SHIP, event_id="e1"), event(FAIR, event_id="e2"))
    kept, members, undated = narrowed(events, {"a1": SHIP, "a2": FAIR}, (FAIR, SHIP), HARBOUR)
    assert ([each.id for each in kept], list(members), undated) == (["e1"], ["a1"], (SHIP,))


def test_what_a_reader_watches_for_has_a_section_whoever_reports_it() -> None:
    big = {f"b{n}": article(f"b{n}", "Rain.", outlet=f"Outlet {n}") for n in range(40)}
    articles = {**big, "a1": SHIP}
    events = [event(*list(big.values())[2 * n : 2 * n + 2], event_id=f"e{n}") for n in range(20)]
    planned = plan([*events, event(SHIP, event_id="ship")], articles, WEEK, words=1200, watch=("harbour",))
    assert [each.event.id for each in planned.sections if each.watched] == ["ship"]


@given(st.integers(1, 60))
def test_what_is_watched_is_never_left_out_while_lines_last(number: int) -> None:
    articles = {f"a{n:02}": article(f"a{n:02}", "The harbour." if n < 9 else "Rain.") for n in range(number)}
    events = [event(each, event_id=f"e{each.id}") for each in articles.values()]
    planned = plan(events, articles, WEEK, words=100, watch=("harbour",))
    assert len(planned.lines) <= LINES_MAX
    assert not [each.id for each in planned.omitted if each.id < "ea09"]


def test_sections_are_told_by_part() -> None:
    planned = plan([event(SHIP), event(FAIR, event_id="e2")], {"a1": SHIP, "a2": FAIR}, WEEK, words=600,
                   parts=(HARBOUR,))  # fmt: skip
    assert {each.event.id: each.topic for each in planned.sections} == {"e00000000001": "harbour", "e2": ""}
