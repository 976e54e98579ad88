from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from unittest.mock import Mock, patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group.announced import done_in, superseded
from briefing.group.headline import COMMENTARY_COST, MARK_COST, SUPERSEDED_COST, _oddness, headline
from briefing.model import Article
from briefing.text.commentary import is_commentary
from briefing.text.loudness import loudness
from tests.factory import article

PLAIN = "Port Selby council votes to rebuild the east pier"


@pytest.mark.parametrize(
    "loud",
    [
        "Will Port Selby council rebuild the east pier?",
        "Opinion: Port Selby council must rebuild the east pier",
        "WATCH: Port Selby council votes to rebuild pier",
        "LIVE updates: Port Selby council votes on the pier",
        "‘Overdue’: Port Selby council votes to rebuild the pier",
        "PORT SELBY COUNCIL VOTES TO REBUILD THE EAST PIER",
        "Why Port Selby council votes to rebuild the east pier",
        "5 things to know as Port Selby council rebuilds its pier",
        "You won't believe what Port Selby council pays for its pier!",
        "Pier",
        "The folly of rebuilding the east pier",
        "9 big questions about the Port Selby council and its east pier",
        "The Latest: Port Selby council votes to rebuild the east pier",
        "Orr: No, Port Selby council did not vote to rebuild the pier",
        "Port Selby council rebuilds the f***ing east pier",
        "Port Selby council lied about the east pier",
        "Port Selby council must rebuild the east pier",
        "Port Selby council votes too late for the east pier",
        "It's not so late for Port Selby council to rebuild the pier",
        "Port Selby council made the pier its cause. The vote changes nothing.",
        "Council vs. storm: Port Selby rebuilds the east pier",
    ],
)
def test_the_plain_title_goes_before_a_loud_one(loud: str) -> None:
    articles = [article("a", title=loud), article("b", title=PLAIN)]
    assert headline(articles, frozenset()) == PLAIN
    assert headline(articles[::-1], frozenset()) == PLAIN


def test_the_title_that_shares_most_with_the_others_is_taken() -> None:
    titles = (PLAIN, "East pier of Port Selby to be rebuilt", "Fishermen leave the hall early")
    assert headline([article(f"a{n}", title=title) for n, title in enumerate(titles)], frozenset()) in titles[:2]


def test_a_title_is_plain_when_the_other_articles_tell_what_it_says() -> None:
    lead = "The council of Port Selby voted on Monday to rebuild the east pier, which a storm broke in March."
    told = article("a", lead, title="Council votes to rebuild east pier after storm")
    feature = article("b", lead, title="Oysters, lanterns and an old song by the water")
    assert headline([feature, told, article("c", lead, title="")], frozenset()) == told.title


def test_a_report_goes_before_commentary_and_commentary_alone_still_has_a_headline() -> None:
    view = replace(article("a", title="Port Selby needs its east pier back"), url="https://selby.example/opinion/pier")
    assert headline([view, article("b", title=PLAIN)], frozenset()) == PLAIN
    assert headline([view], frozenset()) == view.title


def test_an_origins_title_goes_before_its_copys() -> None:
    articles = [article("a", title="Council votes to rebuild pier"), article("b", title="Council votes to renew pier")]
    assert headline(articles, frozenset({"a"})) == "Council votes to renew pier"


def test_an_event_without_a_title_has_no_headline() -> None:
    assert headline([article(title=" ")], frozenset()) == ""


def test_a_headline_is_one_line() -> None:
    assert headline([article(title="Pier\n to  rise")], frozenset()) == "Pier to rise"


TITLES = (
    PLAIN,
    "Council to rebuild pier?",
    "Opinion: rebuild the pier",
    "WATCH: Port Selby council to rebuild its pier!",
)
LEADS = ("The council of Port Selby rebuilt the east pier.", "I say we must. " * 40, "Rain fell on Harnby.")


def all_doubts_at_once(articles: Sequence[Article]) -> str:
    """The headline where every doubt is raised against every title."""
    told = partial(done_in, articles)

    def doubts(each: Article) -> float:
        costs = SUPERSEDED_COST * superseded(each, told) + COMMENTARY_COST * is_commentary(each)
        return MARK_COST * loudness(each.title) + costs + _oddness(each)

    none = {name: Mock(return_value=0) for name in ("loudness", "superseded", "is_commentary")}
    with patch.multiple("briefing.group.headline", _oddness=doubts, **none):
        return headline(articles, frozenset())


@given(st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from(LEADS)), min_size=1, max_size=6))
def test_doubts_raised_when_they_matter_choose_what_all_doubts_would(written: list[tuple[str, str]]) -> None:
    articles = [article(f"a{place}", lead, title=title) for place, (title, lead) in enumerate(written)]
    assert headline(articles, frozenset()) == all_doubts_at_once(articles)


def test_commentary_is_asked_of_few_titles_of_a_large_event() -> None:
    lead = "The council of Port Selby voted on Monday to rebuild the east pier, which a storm broke in March."
    articles = [article(f"a{place}", f"{lead} {place}", title="Why the pier? " * 3) for place in range(50)]
    with patch("briefing.group.headline.is_commentary", return_value=False) as asked:
        assert headline([article("b", lead, title=PLAIN), *articles], frozenset()) == PLAIN
    assert asked.call_count <= 1


def test_a_title_without_a_letter_is_taken_only_where_there_is_no_other() -> None:
    text = "The city council of Kessel will investigate the blue light over the harbour, it said on Tuesday."
    odd, plain = article("a", text, title="???"), article("b", text, title="WATCH: Blue light!")
    assert headline([odd, plain], frozenset()) == "WATCH: Blue light!"
    assert headline([odd], frozenset()) == "???"
