"""Copies as desks make them: how many texts some articles are."""

from itertools import combinations

import pytest

from briefing.group import copies, group
from tests.group.groups import Group, groups

GROUPS = {each.name: each for each in groups()}
PRECISION, RECALL = 0.98, 0.95  # of pairs of articles that are one text
# An outlet's page that grows keeps its first entries, which then look like what the outlet prints below everything.
# Nothing is claimed by it, as an outlet's own articles are never independent of each other.
KNOWN_TO_FAIL = frozenset({"a live page of one outlet"})


def one_text(of: Group) -> set[frozenset[str]]:
    """The pairs of articles that are found to be one text."""
    home = {each.id: each.id for each in of.articles} | {
        copy.article_id: copy.origin_id for copy in copies(of.articles)
    }
    return {frozenset(pair) for pair in combinations(home, 2) if home[pair[0]] == home[pair[1]]}


def gold(of: Group) -> set[frozenset[str]]:
    """Those that are."""
    letters = dict(zip((each.id for each in of.articles), of.texts, strict=True))
    return {frozenset(pair) for pair in combinations(letters, 2) if letters[pair[0]] == letters[pair[1]]}


@pytest.mark.parametrize("name", [name for name in GROUPS if name not in KNOWN_TO_FAIL])
def test_what_a_desk_makes_of_a_text_is_told_from_a_text_of_its_own(name: str) -> None:
    assert one_text(GROUPS[name]) == gold(GROUPS[name])


def test_over_all_groups_hardly_a_pair_is_wrong_or_missed() -> None:
    assert len(GROUPS) >= 45
    found = {pair for each in GROUPS.values() for pair in one_text(each)}
    right = {pair for each in GROUPS.values() for pair in gold(each)}
    assert len(found & right) >= PRECISION * len(found)
    assert len(found & right) >= RECALL * len(right)


def test_copies_are_in_one_event_and_short_texts_on_different_things_in_several() -> None:
    for each in GROUPS.values():
        event_of = {article_id: event.id for event in group(each.articles) for article_id in event.article_ids}
        assert all(len({event_of[article_id] for article_id in pair}) == 1 for pair in one_text(each))
    assert len(group(GROUPS["short texts"].articles)) == len(GROUPS["short texts"].articles)
