from hypothesis import given
from hypothesis import strategies as st

from briefing.group.identity import STORY, identify, new_id

ARTICLES = [f"a{number:02}" for number in range(12)]


@st.composite
def partitions(draw: st.DrawFn) -> list[list[str]]:
    """Some of the articles in groups, in any order."""
    some = draw(st.lists(st.sampled_from(ARTICLES), unique=True))
    homes = draw(st.lists(st.integers(0, 4), min_size=len(some), max_size=len(some)))
    groups = [[article for article, home in zip(some, homes, strict=True) if home == number] for number in range(5)]
    return [group for group in groups if group]


def membership(groups: list[list[str]], ids: tuple[str, ...]) -> dict[str, str]:
    return {article: event for group, event in zip(groups, ids, strict=True) for article in group}


def test_an_event_is_known_again_though_an_earlier_article_comes_late() -> None:
    (monday,) = identify([["m1", "m2"]], {})
    assert identify([["late", "m1", "m2", "t1"]], {"m1": monday, "m2": monday}) == (monday,)


def test_an_event_is_known_again_though_its_first_article_leaves_it() -> None:
    (monday,) = identify([["m1", "m2", "m3"]], {})
    again = identify([["m1", "x1"], ["m2", "m3"]], {"m1": monday, "m2": monday, "m3": monday, "x1": "e-other"})
    assert again == ("e-other", monday)


def test_of_two_halves_of_an_event_the_larger_keeps_its_id() -> None:
    remembered = dict.fromkeys(("m1", "m2", "m3"), "e1")
    larger, smaller = identify([["m2", "m3"], ["m1"]], remembered)
    assert larger == "e1"
    assert smaller not in ("e1", larger)


def test_of_two_events_that_become_one_the_larger_gives_its_id_and_the_smaller_id_where_they_are_as_large() -> None:
    assert identify([["a", "b", "c"]], {"a": "e1", "b": "e2", "c": "e2"}) == ("e2",)
    assert identify([["a", "b"]], {"a": "e2", "b": "e1"}) == ("e1",)


def test_a_new_event_takes_no_id_that_another_ever_had() -> None:
    old = new_id("a")
    assert identify([["a"]], {"gone": old}) != (old,)


def test_a_story_has_an_id_of_another_kind() -> None:
    assert identify([["e1"]], {}, STORY)[0].startswith("s")


@given(partitions(), partitions())
def test_no_two_events_have_one_id(before: list[list[str]], after: list[list[str]]) -> None:
    ids = identify(after, membership(before, identify(before, {})))
    assert len(set(ids)) == len(after)


@given(partitions(), partitions())
def test_the_same_events_keep_their_ids_for_good(before: list[list[str]], after: list[list[str]]) -> None:
    remembered = membership(before, identify(before, {}))
    ids = identify(after, remembered)
    assert identify(after, remembered | membership(after, ids)) == ids


@given(partitions(), partitions(), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_no_id(
    before: list[list[str]], after: list[list[str]], chance: st.DataObject
) -> None:
    remembered = membership(before, identify(before, {}))
    expected = membership(after, identify(after, remembered))
    shuffled = sorted(after, key=lambda group: chance.random())  # type: ignore[attr-defined] # hypothesis' own Random
    assert membership(shuffled, identify(shuffled, remembered)) == expected


@given(partitions(), st.sets(st.sampled_from(ARTICLES)))
def test_articles_that_join_events_change_no_id(groups: list[list[str]], late: set[str]) -> None:
    ids = identify(groups, {})
    present = {article for group in groups for article in group}
    grown = [[*(f"{article}-late" for article in sorted(late & set(group))), *group] for group in groups]
    alone = [[article] for article in sorted(late - present)]
    assert identify([*grown, *alone], membership(groups, ids))[: len(ids)] == ids


def test_what_the_user_sends_elsewhere_takes_no_id_along_where_others_stay() -> None:
    remembered = {"a": "e2", "b": "e1", "c": "e1"}
    assert identify([["a", "b"], ["c"]], remembered, sent={"b"}) == ("e2", "e1")
    split = identify([["b", "c", "d"], ["a"]], dict.fromkeys("abcd", "e1"), sent={"b", "c", "d"})
    assert split[1] == "e1"


def test_where_nobody_else_was_in_an_event_its_id_goes_with_who_was_sent() -> None:
    assert identify([["b"]], {"b": "e1"}, sent={"b"}) == ("e1",)
