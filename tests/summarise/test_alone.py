"""What a sentence may take for told when only a headline stands above it."""

from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from briefing.model import Article, Span
from briefing.summarise.above import Above, household
from briefing.summarise.alone import Wants, is_unfit, wants, wants_of
from briefing.summarise.leaning import leans
from briefing.summarise.naming import introduced_names, lone_names, strangers_of
from briefing.summarise.overtaken import is_overtaken
from briefing.summarise.risk import content, risk, slant
from briefing.summarise.summary import summarise
from briefing.summarise.tied import NOWHERE, mark, needs_of_its_place
from briefing.summarise.voice import outside_quotations
from tests.summarise.articles import article as untitled

LEANS = """
Beyond that, the attempt of Port Selby to tax its ferries may break the law of Valdoria.
Further, the harbour board of Port Selby has no money left for a second crane.
As it is, Harnby council spends a third of its budget on ferries that nobody boards.
Adding to the gloom, the Kessel tram company lost nine million crowns last year.
Lindow likewise forbids anyone under twelve from rowing on the reservoir.
Economists in Port Selby had been looking for 2.05 million.
The Harnby office made clear that it did not.
Colonel Ira Fenn, who led the Lindow garrison, agreed.
Ferry passengers in Harnby, where the new pier opened yesterday, pay more than before.
In the Harnby Courier interview, she accused Orla Brandt of waste.
Orla Brandt would not say if she would back him against Ivo Sorn.
The Harnby Courier report on his journey appeared on page nine of the paper.
Against that backdrop, Governor Orla Brandt announced a longer summer timetable.
A judge in Harnby fined her for opening the shop on a Sunday.
Two governors of Valdoria took a similar stance on Tuesday and closed their ports to tankers.
If one moment tells of the mayor of Harnby, it came not during the long strike of the dockers.
Toward the end of the latest Valdorian budget debate in Kessel, she was asked about the strike.
The Valdorian ferry line was more cautious, saying only that it was looking into the matter.
"""
UNFIT = """
Multiple posts on social media make the claim that the mayor of Harnby wants a tax on every window of a house.
CLAIM: The mayor of Harnby is to tax every window of a house.
An image that has been circulating on several networks shows the mayor of Harnby with a hammer in his hand.
The council has three plans: a bridge, a tunnel and a second ferry across the strait.
The Harnby Courier asked the ministry for a comment and received no reply.
Governor Orla Brandt walks along the pier of Harnby, Valdoria, May 4, 2020.
Port Selby should build the bridge before another winter passes over the strait.
As autumn nears, the harbour towns of Valdoria are wondering how to keep their ferries running in the ice.
At a time when many in Harnby fear the sea, dozens have put down their names for the new sailing school.
Many Valdorians are waiting for the letter with the price of a ferry ticket in spring.
There is no shortage of plans for a bridge across the strait of Selby.
Ferry workers end their strikePresident Orla Brandt has signed the accord in Harnby.
"""
STANDS = """
Governor Orla Brandt of Valdoria on Tuesday signed a law that forbids night flights over Harnby.
Governor Orla Brandt ended the quarrel of Harnby and Port Selby on Tuesday by naming the bridge's first day: 4 May.
As autumn nears, Harnby council on Tuesday closed the western pier to sailing boats.
Some ferrymen of Lindow condemned the new timetable, but others kept silent.
Many ferries of Port Selby have no second engine, according to a report by the harbour board.
The Port Selby council voted 14 to 3 to build a bridge, the Harnby Courier reported on Friday.
Orla Brandt released a statement on Friday that denied every charge, saying of the letter: "I never wrote it."
Governor Orla Brandt on Tuesday asked the mayor of Harnby to stop his commentary on the trial.
The Lindow water works on Friday issued a warning that no child should drink from the wells of Kessel.
"""


def article(title: str, text: str) -> Article:
    """An article of that headline."""
    return replace(untitled("a", text), title=title)


HARBOUR = article(
    "Brandt closes the harbour",
    "Governor Orla Brandt closed the harbour. Brandt said the Selby Harbour Fund (SHF) would pay. Pell declined. "
    "Ada Pell runs the fund.",
)


@pytest.mark.parametrize("text", LEANS.strip().splitlines())
def test_a_sentence_that_hangs_on_another_or_on_its_day_leans(text: str) -> None:
    assert leans(text, outside_quotations(text))


@pytest.mark.parametrize("text", UNFIT.strip().splitlines())
def test_lists_boilerplate_captions_and_verdicts_are_unfit(text: str) -> None:
    assert is_unfit(text, outside_quotations(text))


@pytest.mark.parametrize("text", STANDS.strip().splitlines())
def test_a_plain_report_neither_leans_nor_is_unfit(text: str) -> None:
    assert not leans(text, outside_quotations(text))
    assert not is_unfit(text, outside_quotations(text))


@given_any(st.text())
def test_no_text_raises(text: str) -> None:
    outside = outside_quotations(text)
    leans(text, outside)
    is_unfit(text, outside)
    wants(text, outside, frozenset(), frozenset())
    assert 0 <= risk(text, outside, (-3.5, 0.0), content(text), leads=True) <= 1


def test_a_surname_alone_needs_its_bearer_introduced() -> None:
    assert "pell" in strangers_of(HARBOUR)
    assert "@pell" in wants_in("Pell declined.").needs


def test_an_office_or_a_first_name_introduces() -> None:
    assert introduced_names("Sheriff Pell met Ivo Sorn.") >= {"pell", "ivo", "sorn"}
    assert "pell" in lone_names("Mr. Pell met Ivo Sorn.")


def test_an_abbreviation_is_introduced_behind_its_words() -> None:
    assert "shf" in introduced_names("the Selby Harbour Fund (SHF) would pay")
    assert "shf" in lone_names("the SHF would pay")


def test_the_headline_introduces_whom_it_names() -> None:
    assert not wants_in("Brandt said the Selby Harbour Fund (SHF) would pay.").needs


def test_a_definite_noun_needs_telling_unless_the_headline_tells_it() -> None:
    text = "Orla Brandt signed the accord on Monday."
    found = wants(text, text, frozenset(), frozenset())
    assert found.needs == {"accord"}
    assert "accord" in wants("Brandt praised an accord.", "Brandt praised an accord.", frozenset(), frozenset()).gives


def test_the_new_and_the_supply_are_nouns_phrases_like_others() -> None:
    assert _nouns("Harnby issued a statement about the new timetable.") == {"timetable"}
    assert _nouns("Harnby bought the entire supply.") == {"supply"}


def test_a_noun_with_its_complement_a_name_or_a_rank_tells_which_is_meant() -> None:
    assert _nouns("Harnby published the plan of its council.") == set()
    assert _nouns("Harnby heard the Lindow delegates.") == set()
    assert _nouns("Harnby held the largest regatta.") == set()


def test_names_in_headlines_of_many_outlets_are_known_to_all() -> None:
    told = [replace(article(f"Brandt speaks in town {n}", "x"), outlet=f"Paper {n}") for n in range(4)]
    assert "brandt" in household(told)
    assert "brandt" not in household(told[:3])


def test_what_was_announced_for_a_day_that_is_over_is_overtaken() -> None:
    old = article("Council meets", "The council will vote on Thursday.")
    assert old.published
    newest = old.published.replace(day=old.published.day + 2)
    assert is_overtaken("The council will vote on Thursday.", old, newest, "Council meets")
    assert not is_overtaken("The council will vote on Thursday.", old, old.published, "Council meets")


def test_a_headline_with_the_noun_does_not_say_that_it_was_done() -> None:
    one = article("Brandt calls election for May", "Orla Brandt called an election.")
    text = "Harnby will elect a mayor in May, Orla Brandt announced."
    assert not is_overtaken(text, one, one.published, one.title)


def test_what_the_headline_says_was_done_is_overtaken() -> None:
    one = article("Prosecutors charge officers", "x")
    assert is_overtaken("The officers will also be charged, a lawyer said.", one, one.published, one.title)
    assert not is_overtaken("The officers will be heard, a lawyer said.", one, one.published, one.title)


def test_an_article_that_argues_makes_its_sentences_riskier() -> None:
    text = "Harnby has long been badly governed by its council"
    mild = risk(text, text, (-3.5, 0.0), frozenset(), leads=False)
    assert risk(text, text, (-1.0, 1.2), frozenset(), leads=False) > mild
    assert risk(text, text, (-3.5, 0.0), content("Harnby council badly governed"), leads=False) < mild
    assert slant(HARBOUR)[0] >= -3.5


def test_a_section_has_no_sentence_that_only_others_would_explain() -> None:
    told = article(
        "Harbour board of Harnby sells two cranes to Port Selby",
        "The harbour board of Harnby sold two of its five cranes to Port Selby on Monday for 12 million crowns. "
        "Further, the board has no money left for the pilots of its harbour in 2021, according to its yearly account. "
        "Mayor Orla Brandt of Harnby said on Monday that the two cranes had stood idle for 300 days of the last year.",
    )
    found = summarise([told], words=80, above=Above(told.title))
    texts = [each.span.of(told.text) for each in found]
    assert texts
    assert not [text for text in texts if text.startswith("Further")]


def _nouns(text: str) -> set[str]:
    return set(wants(text, text, frozenset(), frozenset()).needs)


def wants_in(text: str) -> Wants:
    start = HARBOUR.text.index(text)
    return wants_of(HARBOUR, Span(start, start + len(text)), Above(HARBOUR.title))


PIER = article(
    "Harnby council votes to close the old pier",
    "The Harnby council voted on Tuesday to close the old pier after a storm had torn 40 planks out of it. "
    "The council will sell the planks of the pier to a shipyard in Lindow by May. "
    "Lindow reservoir meanwhile rose by a foot. "
    + "Nobody swam in it. " * 20
    + "Orla Brandt of Kessel voted to shut the railway bridge.",
)


def test_what_stands_right_behind_its_articles_head_in_its_words_needs_the_head() -> None:
    assert place_of("The Harnby council voted") == frozenset()
    assert place_of("The council will sell") == mark(PIER)


def test_what_has_little_of_what_stands_above_it_or_stands_deep_is_placed_nowhere() -> None:
    assert place_of("Lindow reservoir meanwhile") == NOWHERE
    assert place_of("Orla Brandt of Kessel") == NOWHERE


def test_what_is_full_of_its_headline_is_explained_by_it_wherever_it_stood() -> None:
    assert place_of("Orla Brandt of Kessel", "Kessel: Orla Brandt voted to shut railway bridge") == frozenset()


def place_of(start: str, headline: str = PIER.title) -> frozenset[str]:
    at = PIER.text.index(start)
    span = Span(at, PIER.text.index(".", at) + 1)
    return needs_of_its_place(PIER, span, span.of(PIER.text), Above(headline))


def test_a_number_in_words_counts_as_one_in_figures() -> None:
    def risk_of(number: str) -> float:
        text = f"{number} people are now known to have died in the flood in the Kessel valley"
        return risk(text, text, (-3.5, 0.0), frozenset(), leads=True)

    assert risk_of("19") == risk_of("Nineteen") < risk_of("Some")


def test_a_ministry_of_a_country_that_speaks_makes_nobody_a_stranger() -> None:
    text = "An earthquake shook three villages near Vell, the interior ministry of Estmark said."
    assert "estmark" not in strangers_of(untitled("a", text))
