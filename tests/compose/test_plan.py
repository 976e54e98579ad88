"""Which events get a section, which a line."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import plan, reports
from briefing.compose.plan import LINES_MAX, SECTION_WORDS_MAX, SECTIONS_ALONE_MAX, SECTIONS_MAX
from briefing.model import Article, Event
from tests.factory import WEEK, article, event


def week_of(sizes: list[int]) -> tuple[list[Event], dict[str, Article]]:
    """An event a size, told by that many outlets."""
    events, articles = [], {}
    for number, size in enumerate(sizes):
        members = [article(f"a{number:03}{each:03}", outlet=f"Outlet {each}") for each in range(size)]
        articles.update({each.id: each for each in members})
        events.append(event(*members, event_id=f"e{number:03}"))
    return events, articles


def test_what_most_outlets_report_comes_first() -> None:
    events, articles = week_of([1, 4, 2])
    planned = plan(events, articles, WEEK, words=600)
    assert [len(section.event.article_ids) for section in planned.sections] == [4, 2, 1]


def test_events_of_one_outlet_do_not_fill_a_briefing() -> None:
    events, articles = week_of([1] * 40)
    planned = plan(events, articles, WEEK, words=2000)
    assert len(planned.sections) == SECTIONS_ALONE_MAX
    assert len(planned.lines) == LINES_MAX


def test_a_small_budget_makes_fewer_sections_rather_than_stumps() -> None:
    events, articles = week_of([3] * 10)
    assert len(plan(events, articles, WEEK, words=120).sections) == 2


@given(st.lists(st.integers(1, 9), max_size=60), st.integers(1, 5000))
def test_every_event_is_told_listed_or_counted_and_the_budget_holds(sizes: list[int], words: int) -> None:
    events, articles = week_of(sizes)
    planned = plan(events, articles, WEEK, words=words)
    placed = [each.event.id for each in (*planned.sections, *planned.lines)] + [each.id for each in planned.omitted]
    assert sorted(placed) == sorted(each.id for each in events)
    assert len(planned.sections) <= SECTIONS_MAX
    assert sum(section.words for section in planned.sections) <= words
    assert all(section.words <= SECTION_WORDS_MAX for section in planned.sections)


def test_key_sentences_come_from_reports_where_there_are_any() -> None:
    report = article("a1")
    column = article("a2", "I have walked over our old bridge every day, and I say we should keep it. " * 10)
    assert reports([report, column]) == (report,)
    assert reports([column]) == (column,)
