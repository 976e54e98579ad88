"""Articles arrive in parts: what was found of the first parts is known again, and what the user said of it holds."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import rows
from briefing.group import group
from briefing.group.lasting import Settled, settle
from briefing.model import Article, Correction

ARTICLES = [
    rows.article(json.loads(line))
    for line in Path(__file__).with_name("articles.jsonl").read_text("utf-8").splitlines()
]
Numbers = st.sets(st.integers(0, len(ARTICLES) - 1), min_size=1)


def settled(
    articles: list[Article], remembered: dict[str, str], corrections: tuple[Correction, ...] = ()
) -> tuple[Settled, dict[str, str]]:
    """What is found of some articles, and what is remembered after it."""
    found = settle(group(articles), articles, remembered, corrections)
    return found, {**remembered, **found.membership}


def partition(found: Settled) -> set[frozenset[str]]:
    """The events as sets of articles."""
    return {frozenset(event.article_ids) for event in found.events}


@settings(max_examples=10, deadline=None)
@given(Numbers)
def test_tuesdays_articles_leave_mondays_events_their_ids(monday: set[int]) -> None:
    first, remembered = settled([ARTICLES[number] for number in sorted(monday)], {})
    second, _ = settled(ARTICLES, remembered)
    for event in first.events:
        homes = {second.membership[article_id] for article_id in event.article_ids}
        others = {
            remembered[each]
            for later in second.events
            if later.id in homes
            for each in later.article_ids
            if each in remembered
        }
        if len(homes) == 1 and others == {event.id}:
            assert homes == {event.id}


@settings(max_examples=10, deadline=None)
@given(st.lists(Numbers, max_size=3))
def test_in_whatever_parts_articles_came_the_events_are_the_same(parts: list[set[int]]) -> None:
    remembered: dict[str, str] = {}
    for part in parts:
        _, remembered = settled([ARTICLES[number] for number in sorted(part)], remembered)
    assert partition(settled(ARTICLES, remembered)[0]) == partition(settled(ARTICLES, {})[0])


@settings(max_examples=10, deadline=None)
@given(Numbers)
def test_the_same_articles_again_are_the_same_events_under_the_same_ids(numbers: set[int]) -> None:
    articles = [ARTICLES[number] for number in sorted(numbers)]
    first, remembered = settled(articles, {})
    assert settled(articles, remembered)[0] == first


@settings(max_examples=10, deadline=None)
@given(Numbers, st.data())
def test_what_the_user_merged_and_split_stays_so_when_more_comes(monday: set[int], data: st.DataObject) -> None:
    first, remembered = settled([ARTICLES[number] for number in sorted(monday)], {})
    one, other = data.draw(st.sampled_from(first.events)), data.draw(st.sampled_from(first.events))
    merged = Correction("merge", one.article_ids, other.article_ids)
    second, _ = settled(ARTICLES, remembered, (merged,))
    assert len({second.membership[each] for each in (*one.article_ids, *other.article_ids)}) == 1
    if len(one.article_ids) > 1:
        split = Correction("split", one.article_ids[:1], one.article_ids[1:])
        third, _ = settled(ARTICLES, remembered, (split,))
        assert third.membership[one.article_ids[0]] not in {third.membership[each] for each in one.article_ids[1:]}
