from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group import adopt_dates, copies
from briefing.group.lookalikes import WIDELY_SHARED
from briefing.model import Article, Copy
from tests.factory import MONDAY, article

STORY = (
    "The council of Port Selby voted on Tuesday to rebuild the east pier, which a storm broke in two last winter. "
    "Eleven members were in favour and six against after a debate of four hours that ended close to midnight. "
    "The work is to cost 14 million crowns, of which the ministry of transport in Kessel pays half. "
    "Fishermen had asked for a shorter pier with a deeper berth, and several of them left the hall before the vote. "
    "Divers will begin to clear the broken piles in August, when the water is low and the ferries run less often. "
    "The mayor, Hanne Orvik, called the decision overdue and thanked the engineers for their patience. "
    "An earlier plan to organise a public vote was dropped because the insurer wanted an answer before the summer. "
    "The harbour master expects the first cruise ships to moor at the new pier in the spring of 2028."
)
OTHER = (
    "Teachers in Lindow went back to their classrooms after nine days of strike and a night of talks in a hotel. "
    "The union won smaller classes in the first two years, the city kept the pay scale it had offered in January. "
    "Parents who had shared out the children among them brought cakes to the gates and took photographs. "
    "A vote of the members on the agreement follows within three weeks, and both sides expect it to pass."
)
NOTICE = (
    "Readers who value our reporting can support it with a monthly gift of any size through the page of our society. "
    "Every gift pays for the time of a reporter in a town hall where no other paper sits any more. "
    "Write to the desk if you have seen something that we should look into, and we treat every letter in confidence."
)


def pairs(*articles: Article) -> set[tuple[str, str]]:
    return {(copy.article_id, copy.origin_id) for copy in copies(articles)}


def test_a_reprint_under_another_headline_is_a_copy_of_the_earlier() -> None:
    later = MONDAY + timedelta(hours=3)
    first, second = article("b", STORY), article("a", STORY, title="Pier to rise again", published=later)
    assert pairs(first, second) == {("a", "b")}


def test_british_and_american_spelling_do_not_hide_a_copy() -> None:
    american = STORY.replace("favour", "favor").replace("harbour", "harbor").replace("organise", "organize")
    assert pairs(article("a", STORY), article("b", american)) == {("b", "a")}


def test_a_text_cut_by_half_is_a_copy_of_the_full_one() -> None:
    half = STORY[: STORY.index("Divers")]
    assert pairs(article("a", half), article("b", STORY)) == {("a", "b")}


def test_a_text_with_words_changed_in_every_sentence_is_a_copy() -> None:
    edited = STORY.replace("on Tuesday ", "").replace("close to midnight", "late at night").replace("several", "some")
    edited = edited.replace("called the decision overdue", "said that it was time").replace("low and", "low, since")
    assert pairs(article("a", STORY), article("b", edited)) == {("b", "a")}


def test_two_texts_are_no_copies() -> None:
    assert pairs(article("a", STORY), article("b", OTHER)) == set()


def test_a_long_statement_quoted_by_both_makes_no_copies() -> None:
    statement = '"' + STORY.replace(". ", ", ") + '"'
    left = f"{statement} the mayor told the council of Port Selby.\n\n{OTHER}"
    right = f"{statement} said Hanne Orvik on Wednesday.\n\n{NOTICE}"
    assert pairs(article("a", left), article("b", right, outlet="Lindow Radio")) == set()


def test_a_notice_that_an_outlet_prints_below_everything_makes_no_copies() -> None:
    own = [sentence for text in (STORY, OTHER) for sentence in text.split(". ")]
    texts = [f"{own[2 * n]}. {own[2 * n + 1]}.\n\n{NOTICE}" for n in range(4)]
    assert pairs(*(article(f"a{n}", text) for n, text in enumerate(texts))) == set()


def test_a_text_that_one_outlet_prints_again_and_again_is_still_one_text() -> None:
    assert pairs(*(article(f"a{n}", STORY) for n in range(4))) == {("a1", "a0"), ("a2", "a0"), ("a3", "a0")}


def test_a_brief_quoted_whole_in_a_long_round_up_is_no_copy() -> None:
    brief = STORY[: STORY.index("Fishermen")]
    roundup = f"{brief} {OTHER} {NOTICE} " + " ".join(
        f"Item {n} of the day is about town number {n}." for n in range(60)
    )
    assert pairs(article("a", brief), article("b", roundup)) == set()


def test_short_texts_are_copies_only_when_identical() -> None:
    short = "The bridge is open again."
    assert pairs(article("a", short), article("b", short)) == {("b", "a")}
    assert pairs(article("a", short), article("b", short.replace("open", "closed"))) == set()


@pytest.mark.parametrize("outlets", [20, WIDELY_SHARED + 1, 3 * WIDELY_SHARED])
def test_a_text_that_any_number_of_outlets_print_is_one(outlets: int) -> None:
    words = STORY.split()
    edited = (
        " ".join("vans" if place % 101 == n % 101 else word for place, word in enumerate(words)) for n in range(outlets)
    )
    printed = [article(f"a{n:03}", text, outlet=f"Outlet {n}") for n, text in enumerate(edited)]
    assert len({origin for _, origin in pairs(*printed, article("b", OTHER))}) == 1
    assert len(copies([*printed, article("b", OTHER)])) == outlets - 1


def test_empty_texts_are_no_copies() -> None:
    assert pairs(article("a", ""), article("b", "")) == set()


def test_the_agency_is_the_origin_though_a_reprint_came_earlier_and_is_longer() -> None:
    agency = replace(article("z", STORY, outlet="Reuters", published=None), origin="Reuters")
    reprint = article("a", STORY + " It was cold.")
    assert pairs(agency, reprint) == {("a", "z")}


def test_a_reprint_that_credits_the_agency_goes_before_one_that_does_not() -> None:
    credited = article("b", "PORT SELBY (Reuters) - " + STORY, published=MONDAY + timedelta(days=1))
    assert pairs(article("a", STORY), credited) == {("a", "b")}


def test_the_fullest_is_the_origin_where_nothing_else_tells() -> None:
    half = STORY[: STORY.index("Divers")]
    assert pairs(article("a", half, published=None), article("b", STORY, published=None)) == {("a", "b")}


def test_an_undated_copy_takes_the_day_of_its_dated_origin() -> None:
    dated = article("a", STORY, published=MONDAY + timedelta(hours=9))
    undated = article("b", STORY, outlet="Lindow Radio", published=None)
    adopted = adopt_dates([dated, undated], [Copy("b", "a")])[1]
    assert (adopted.published, adopted.published_precision, adopted.dated_by) == (MONDAY, "day", "copy")


def test_an_undated_origin_takes_the_earliest_day_of_its_copies() -> None:
    undated = article("a", STORY, published=None)
    late, early = (
        article(i, STORY, outlet="Lindow Radio", published=MONDAY + timedelta(days=d)) for i, d in (("b", 2), ("c", 1))
    )
    adopted = adopt_dates([undated, late, early], [Copy("b", "a"), Copy("c", "a")])
    assert adopted[0].published == MONDAY + timedelta(days=1)
    assert adopted[1:] == (late, early)


def test_the_same_outlets_copy_gives_its_time_too() -> None:
    dated = article("a", STORY, published=MONDAY + timedelta(hours=9))
    adopted = adopt_dates([dated, article("b", STORY, published=None)], [Copy("b", "a")])[1]
    assert (adopted.published, adopted.published_precision) == (dated.published, "second")


def test_without_a_dated_copy_an_article_stays_undated() -> None:
    undated = (article("a", STORY, published=None), article("b", STORY, published=None))
    assert adopt_dates(undated, [Copy("b", "a")]) == undated


@given(st.permutations(range(5)))
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    texts = (STORY, OTHER, STORY[40:], OTHER + " " + NOTICE, NOTICE)
    articles = [article(f"a{n}", text) for n, text in enumerate(texts)]
    assert copies([articles[n] for n in order]) == copies(articles)


@pytest.mark.parametrize("text", ["\x00" * 50, "\ud800 " * 50, "word " * 200_000, "x" * 1_000_000])
def test_odd_texts_never_raise(text: str) -> None:
    assert pairs(article("a", text), article("b", OTHER)) == set()
