from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from briefing.group.corrections import corrected, dropped, retitled
from briefing.model import Correction, CorrectionKind
from tests.factory import article, event
from tests.group.test_identity import ARTICLES, partitions

some = st.lists(st.sampled_from(ARTICLES), unique=True, min_size=1, max_size=4).map(tuple)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    subjects = draw(some)
    others = tuple(article for article in draw(some) if article not in subjects)
    kind: CorrectionKind = draw(st.sampled_from(["merge", "split", "move", "drop"]))
    return Correction(kind, subjects[:1] if kind == "move" else subjects, () if kind == "drop" else others)


def home(groups: Sequence[Sequence[str]], article: str) -> Sequence[str]:
    return next(group for group in groups if article in group)


def together(groups: Sequence[Sequence[str]], *articles: str) -> bool:
    return set(articles) <= set(home(groups, articles[0]))


def test_merged_events_are_one_with_all_that_joined_either_since() -> None:
    merge = Correction("merge", ("a",), ("b",))
    assert corrected([["a", "new"], ["b", "later"], ["c"]], [merge]) == (("a", "b", "later", "new"), ("c",))


def test_articles_split_off_stay_off_and_what_is_new_stays_with_the_larger_part() -> None:
    split = Correction("split", ("a", "b"), ("c", "d", "e"))
    assert corrected([["a", "b", "c", "d", "e", "new"]], [split]) == (("a", "b"), ("c", "d", "e", "new"))


def test_a_moved_article_is_where_most_of_its_new_company_is() -> None:
    move = Correction("move", ("a",), ("c", "d", "e"))
    assert corrected([["a", "b"], ["c", "new"], ["d", "e"]], [move]) == (("a", "d", "e"), ("b",), ("c", "new"))


def test_a_moved_article_is_alone_where_none_of_its_new_company_is() -> None:
    assert corrected([["a", "b"]], [Correction("move", ("a",), ("c",))]) == (("a",), ("b",))


def test_moves_are_made_in_the_order_they_were_said() -> None:
    moves = [Correction("move", ("b",), ("gone",)), Correction("move", ("a",), ("b",))]
    assert corrected([["a", "b"]], moves) == (("a", "b"),)
    assert corrected([["a", "b"]], moves[::-1]) == (("a",), ("b",))


def test_what_was_moved_stays_when_others_are_split_off_and_does_not_follow_them() -> None:
    wishes = [Correction("move", ("b",), ("a", "c")), Correction("split", ("a",), ("b", "c"))]
    assert corrected([["a", "c"], ["b", "d"]], wishes) == (("a",), ("b", "c"), ("d",))
    assert corrected([["a", "b"]], [Correction("move", ("b",), ("a",)), Correction("split", ("a",), ("b",))]) == (
        ("a",),
        ("b",),
    )


def test_of_contradicting_corrections_the_later_one_holds() -> None:
    merge, split = Correction("merge", ("a",), ("b",)), Correction("split", ("a",), ("b",))
    assert corrected([["a"], ["b"]], [merge, split]) == (("a",), ("b",))
    assert corrected([["a"], ["b"]], [split, merge]) == (("a", "b"),)


def test_a_merger_brings_nothing_back_that_was_split_off() -> None:
    wishes = [Correction("split", ("a",), ("b",)), Correction("merge", ("a",), ("c",))]
    assert corrected([["a"], ["b", "c"]], wishes) == (("a", "c"), ("b",))


def test_dropped_articles_and_events_are_told() -> None:
    wishes = [Correction("drop", ("a",)), Correction("drop", ("b", "c"), (), "e1"), Correction("merge", ("a",), ("b",))]
    assert dropped(wishes) == (frozenset("abc"), frozenset({"e1"}))


@given(partitions(), st.lists(corrections(), max_size=6))
def test_no_article_is_lost_or_doubled(groups: list[list[str]], wishes: list[Correction]) -> None:
    found = corrected(groups, wishes)
    assert sorted(a for group in found for a in group) == sorted(a for group in groups for a in group)


@given(partitions(), st.lists(corrections(), max_size=6), st.permutations(range(5)))
def test_the_order_of_groups_changes_nothing(
    groups: list[list[str]], wishes: list[Correction], order: list[int]
) -> None:
    shuffled = [groups[number][::-1] for number in order if number < len(groups)]
    assert corrected(shuffled, wishes) == corrected(groups, wishes)


@given(partitions(), st.lists(corrections(), max_size=5), corrections())
def test_the_latest_correction_holds_whatever_is_grouped_how(
    groups: list[list[str]], earlier: list[Correction], last: Correction
) -> None:
    present = {article for group in groups for article in group}
    found = corrected(groups, [*earlier, last])
    subjects = [article for article in last.subjects if article in present]
    others = [article for article in last.others if article in present]
    if last.kind == "merge" and subjects + others:
        assert together(found, *subjects, *others)
    if last.kind == "split" and subjects:
        assert together(found, *subjects)
        assert not set(home(found, subjects[0])) & set(others)
    if last.kind == "move" and subjects:
        assert not others or set(home(found, subjects[0])) & set(others)


def test_what_leaves_again_stays_apart_from_what_left_before() -> None:
    first, second = Correction("split", ("a",), ("b", "c")), Correction("split", ("b",), ("c",))
    assert corrected([["a", "b", "c"]], [first, second]) == (("a",), ("b",), ("c",))


def test_a_moved_article_draws_nothing_along_when_its_new_event_is_merged() -> None:
    moved, merged = Correction("move", ("a",), ("d",)), Correction("merge", ("a", "d"), ("e",))
    assert corrected([["a", "b", "c"], ["d"], ["e"]], [moved, merged]) == (("a", "d", "e"), ("b", "c"))


@given(partitions())
def test_without_corrections_groups_stay_as_they_are(groups: list[list[str]]) -> None:
    assert corrected(groups, []) == tuple(sorted(tuple(sorted(group)) for group in groups))


def called(event_id: str, words: str, *articles: str) -> Correction:
    return Correction("retitle", articles, event=event_id, words=words)


def test_a_headline_of_the_users_own_goes_to_the_event_of_that_id() -> None:
    events = [event(article("a1"), event_id="e1"), event(article("a2"), event_id="e2")]
    wishes = [called("e1", "Ours", "a2"), called("e1", "Last", "a1")]
    assert [each.headline for each in retitled(events, wishes)] == ["Last", "Harnby bridge opens"]


def test_where_that_id_is_gone_it_goes_to_the_event_that_holds_most_of_the_articles() -> None:
    events = [event(article("a1"), event_id="e3"), event(article("a2"), article("a4"), event_id="e4")]
    found = retitled(events, [called("e1", "Ours", "a2", "a4", "a9")])
    assert [each.headline for each in found] == ["Harnby bridge opens", "Ours"]
    assert retitled(events, [called("e1", "Ours", "a8", "a9")]) == tuple(events)
