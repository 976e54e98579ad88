from dataclasses import replace

import pytest

from briefing.deliver.topics import has_something, mentioning, narrowed
from briefing.model import Alteration, Amendment
from tests.render.sample import BEFORE, empty, rich


def headlines(*topics: str) -> list[str]:
    brief = narrowed(rich(), mentioning(topics))
    return [section.event.headline for section in (*brief.sections, *brief.also)]


FERRY = "Ferry runs aground off Port Selby, all passengers safe"
BRIDGE = "Bridge at Kessel to reopen to lorries"


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (["port  selby"], [FERRY]),
        (["lorries", "ferry"], [FERRY, BRIDGE]),
        (["lorr"], []),
        (["(ferry)"], []),
        (["customs service"], [BRIDGE]),
        (["STRIKE"], ["Tram drivers to vote on strike [update]"]),
    ],
)
def test_events_that_mention_a_topic_as_a_whole_word_are_kept(topics: list[str], expected: list[str]) -> None:
    assert headlines(*topics) == expected


def test_where_all_is_wanted_it_is_the_briefing_itself() -> None:
    assert narrowed(rich(), lambda _event, _articles: True) == rich()


def test_corrections_and_changes_at_the_source_are_those_of_what_is_wanted() -> None:
    ferry = Alteration("a1", "Courier", "Ferry", None, BEFORE, "It carried 214.", None, "s2")
    tram = replace(ferry, title="Tram", before="The strike is off.")
    amended = (Amendment(2, FERRY, "words", "a", "b"), Amendment(2, "Gone", "words", "The strike is off.", ""))
    brief = replace(rich(), edition=2, amendments=amended, alterations=(ferry, tram))
    kept = narrowed(brief, mentioning(["ferry"]))
    assert (kept.alterations, kept.amendments) == ((ferry,), amended[:1])
    kept = narrowed(brief, mentioning(["strike"]))
    assert (kept.alterations, kept.amendments) == ((tram,), amended[1:])


def test_the_cover_tells_of_what_is_left() -> None:
    brief = narrowed(rich(), mentioning(["Kessel"]))
    members = {article_id for section in brief.sections for article_id in section.event.article_ids}
    assert brief.cover
    assert {sentence.extract.article_id for sentence in brief.cover} <= members


def test_nothing_left_is_nothing_to_send() -> None:
    assert has_something(rich())
    assert not has_something(narrowed(rich(), mentioning(["zeppelin"])))
    assert not has_something(empty())
