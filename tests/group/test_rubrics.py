"""Titles that name no event."""

from briefing.group import group
from briefing.group.rubrics import FEWEST, FEWEST_OF_UNKNOWN, rubrics
from briefing.model import Copy
from tests.factory import article
from tests.group.printed import STORIES, story


def test_a_title_that_an_outlet_sets_above_text_after_text_joins_nothing() -> None:
    named = [article(name, story(name, 0, 5), title="News in brief") for name in STORIES]
    apart = [article(name, story(name, 0, 5), title=f"On the {name}") for name in STORIES]
    assert len(group(named)) >= len(group(apart)) - 1


def test_an_outlet_s_title_above_two_texts_is_a_rubric_and_above_copies_of_one_is_none() -> None:
    two = [article(f"a{n}", story("pier"), title="Pier  to Rise" if n else "Pier to rise") for n in range(FEWEST)]
    assert rubrics(two, ()).all()
    assert not rubrics(two, (Copy("a1", "a0"),)).any()


def test_two_outlets_that_set_one_title_mean_one_event() -> None:
    assert not rubrics([article("a", "One."), article("b", "Two.", outlet="Lindow Post")], ()).any()


def test_where_the_outlet_is_unknown_more_texts_are_asked_for() -> None:
    some = [article(f"a{n}", f"Text {n}.", outlet=None) for n in range(FEWEST_OF_UNKNOWN)]
    assert rubrics(some, ()).all()
    assert not rubrics(some[1:], ()).any()
