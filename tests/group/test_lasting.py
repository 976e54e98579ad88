from dataclasses import replace
from datetime import timedelta

from briefing.group import group
from briefing.group.lasting import seen, settle
from briefing.model import Copy, Correction
from tests.factory import MONDAY, article, event
from tests.group.test_events import ARTICLES, TOLD

FIRE = [each for each in ARTICLES if TOLD[each.id] == "fire"]


def test_mondays_events_keep_their_ids_when_tuesdays_articles_come_even_earlier_ones() -> None:
    monday = settle(group(FIRE[1:]), FIRE[1:], {})
    early = replace(FIRE[0], published=MONDAY - timedelta(days=1))
    batch = [early, *(each for each in ARTICLES if each.id != early.id)]
    later = settle(group(batch), batch, monday.membership)
    assert later.membership[FIRE[1].id] == monday.membership[FIRE[1].id] == later.membership[early.id]


def test_settling_the_same_again_changes_nothing() -> None:
    once = settle(group(ARTICLES), ARTICLES, {})
    assert settle(group(ARTICLES), ARTICLES, once.membership) == once
    assert once.events == group(ARTICLES)


def test_events_are_told_as_the_user_corrected_them() -> None:
    one, two = article("a1"), article("a2", published=MONDAY + timedelta(days=1))
    found = [event(one, event_id="x1"), event(two, event_id="x2")]
    (merged,) = settle(found, [one, two], {}, [Correction("merge", ("a1",), ("a2",))]).events
    assert merged.article_ids == ("a1", "a2")
    assert (merged.first, merged.last) == (one.published, two.published)


def test_a_dropped_event_stays_dropped_when_more_of_it_comes_and_is_still_known() -> None:
    one, two = article("a1"), article("a2")
    drop = [Correction("drop", ("a1",), (), "e1")]
    settled = settle([event(one, two)], [one, two], {"a1": "e1"}, drop)
    assert settled.events == ()
    assert settled.membership == {"a1": "e1", "a2": "e1"}


def test_a_dropped_article_leaves_its_event_to_the_others() -> None:
    one, two = article("a1"), article("a2", title="The bridge of Harnby is open")
    (left,) = settle([event(one, two)], [one, two], {}, [Correction("drop", ("a1",))]).events
    assert left.article_ids == ("a2",)
    assert left.headline == two.title


def test_an_event_is_seen_as_far_as_a_window_goes() -> None:
    before, one, two = article("a0", published=MONDAY - timedelta(days=1)), article("a1"), article("a2")
    whole = event(before, one, two, event_id="e1", copies=(Copy("a1", "a0"), Copy("a2", "a0")))
    part = seen(whole, {each.id: each for each in (before, one, two)}, frozenset({"a1", "a2"}))
    assert part is not None
    assert (part.id, part.article_ids, part.first) == ("e1", ("a1", "a2"), MONDAY)
    assert part.copies == (Copy("a2", "a1"),)
    assert part.origins == 1


def test_an_event_outside_a_window_is_not_seen() -> None:
    assert seen(event(article("a1")), {"a1": article("a1")}, frozenset()) is None
