from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import happenings as happenings_module
from briefing.group import NO_BACKGROUND
from briefing.group import recent as group_recent
from briefing.group.recent import with_recent
from briefing.happenings import happenings, untold
from briefing.model import Article, Correction, Event, Window
from briefing.store import Library, open_library
from briefing.store.remembered import Remembered
from tests.factory import MONDAY, article
from tests.group.test_events import ARTICLES, TOLD

FIRE = [each for each in ARTICLES if TOLD[each.id] == "fire"]
DAY = timedelta(days=1)


def window(first: int, days: int = 1) -> Window:
    """Some days, counted from Monday."""
    start = MONDAY + first * DAY
    last = start + (days - 1) * DAY
    return Window("w", "range", start, start + days * DAY, date(2026, 5, start.day), date(2026, 5, last.day))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Library, Remembered]]:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library, Remembered(path) as memory:
        yield library, memory


def told(desk: tuple[Library, Remembered], of: Window, articles: Sequence[Article] = ()) -> tuple[Event, ...]:
    """The events of a window, after some articles more came in."""
    library, memory = desk
    library.add(articles, seen_at=MONDAY)
    return happenings(library.within(of.start, of.end, days=(of.first_day, of.last_day)), of, library, memory)


def on_day(article: Article, number: int) -> Article:
    return replace(article, published=MONDAY + number * DAY + timedelta(hours=9))


def test_an_event_goes_on_under_its_id_and_the_day_holds_its_own_articles_alone(
    desk: tuple[Library, Remembered],
) -> None:
    (monday,) = told(desk, window(0), [on_day(FIRE[0], 0)])
    (tuesday,) = told(desk, window(1), [on_day(FIRE[1], 1)])
    assert tuesday.id == monday.id
    assert tuesday.article_ids == (FIRE[1].id,)


def test_a_day_made_again_is_the_same_whatever_came_after_it(desk: tuple[Library, Remembered]) -> None:
    before = told(desk, window(0), [on_day(FIRE[0], 0)])
    told(desk, window(1), [on_day(each, 1) for each in ARTICLES if each != FIRE[0]])
    assert told(desk, window(0)) == before


def test_an_earlier_article_that_comes_late_changes_no_id(desk: tuple[Library, Remembered]) -> None:
    before = {article: each.id for each in told(desk, window(0, 7), ARTICLES[1:]) for article in each.article_ids}
    early = replace(ARTICLES[0], published=MONDAY - DAY)
    after = {article: each.id for each in told(desk, window(-1, 8), [early]) for article in each.article_ids}
    assert {article: after[article] for article in before} == before


def test_articles_of_other_sources_are_looked_back_at_only_where_they_may(desk: tuple[Library, Remembered]) -> None:
    library, memory = desk
    told(desk, window(0), [on_day(FIRE[0], 0)])
    tuesday = on_day(FIRE[1], 1)
    library.add([tuesday], seen_at=MONDAY)
    (alone,) = happenings([tuesday], window(1), library, memory, frozenset({tuesday.id}))
    assert alone.id != memory.membership()[FIRE[0].id]


def test_looking_back_at_a_day_does_not_change_what_was_told_of_it(desk: tuple[Library, Remembered]) -> None:
    monday = [on_day(each, 0) for each in ARTICLES[::2]]
    told(desk, window(0), monday)
    before = desk[1].membership()
    told(desk, window(1), [on_day(each, 1) for each in ARTICLES[1::2]])
    after = desk[1].membership()
    assert {each.id: after[each.id] for each in monday} == before


def test_a_day_that_only_looks_back_at_an_event_leaves_its_headline(desk: tuple[Library, Remembered]) -> None:
    told(desk, window(0, 2), [on_day(each, number % 2) for number, each in enumerate(FIRE)])
    before = desk[1].events()
    swans = article("swans", "Swans are back on the lake of Tarn.", title="Swans", published=MONDAY + 5 * DAY)
    told(desk, window(5), [swans])
    assert [event for event in desk[1].events() if "swans" not in event.article_ids] == list(before)


def test_a_story_that_goes_on_weeks_later_is_known_again(desk: tuple[Library, Remembered]) -> None:
    ship = "The container ship Marten Rose ran aground on the Otter Sand off Lindow, its master Ivo Karr radioed."
    free = "The container ship Marten Rose floated free of the Otter Sand off Lindow, its master Ivo Karr smiled."
    (first,) = told(desk, window(0), [article("s1", ship, title="Marten Rose aground")])
    assert first.story_id is None
    later = article("s2", free, title="Marten Rose afloat", published=MONDAY + 9 * DAY)
    (second,) = told(desk, window(9), [later])
    assert second.id != first.id
    assert second.story_id
    assert {event.story_id for event in desk[1].events()} == {second.story_id}
    assert told(desk, window(9)) == (second,)


def test_what_was_dropped_is_told(desk: tuple[Library, Remembered]) -> None:
    desk[1].correct(Correction("drop", ("a1", "a2"), (), "e1"), at=MONDAY)
    desk[1].correct(Correction("merge", ("a3",), ("a4",)), at=MONDAY)
    assert untold(desk[1]) == {"a1", "a2"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 20 * 24), st.booleans()), max_size=40),
    st.integers(1, 12),
    st.booleans(),
)
def test_of_what_came_before_only_the_latest_is_read_and_tells_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    came: list[tuple[int, bool]],
    most: int,
    choice: bool,
) -> None:
    monkeypatch.setattr(group_recent, "MOST_RECENT", most)
    monkeypatch.setattr(happenings_module, "LEAST_BACK", timedelta(minutes=5))
    earlier = []
    for number, (hours, by_day) in enumerate(came):
        each = article(f"a{number:011}", f"Ferry {number} sailed.", published=MONDAY - timedelta(hours=hours))
        day = MONDAY - timedelta(days=hours // 24)
        earlier.append(replace(each, published=day, published_precision="day") if by_day else each)
    batch = [article(f"b{number:011}", f"Bridge {number}.", published=MONDAY + DAY * number) for number in range(5)]
    only = frozenset(each.id for each in earlier[::2]) if choice else None
    with open_library(tmp_path_factory.mktemp("recent") / "library.sqlite") as library:
        library.add([*earlier, *batch], seen_at=MONDAY)
        every = library.within(MONDAY - happenings_module.RECENT, MONDAY)
        known = {each.id for each in batch}
        told = [each for each in every if each.id not in known and (only is None or each.id in only)]
        found = happenings_module.recent(batch, library, only)
    assert {*found} <= {*told}
    assert with_recent(NO_BACKGROUND, found) == with_recent(NO_BACKGROUND, told)
