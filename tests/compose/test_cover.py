"""The first lines of a briefing."""

from dataclasses import replace
from datetime import timedelta

from briefing.compose.cover import cover, telling
from briefing.model import Article, Citation, Difference, KeySentence, Place, Section
from tests.factory import MONDAY, article, event, extract, span

SHOES = "Odile Branner came down the steps of the ministry with her shoes in her hand."
DEAL = "Teachers in Valdoria end their strike after a deal with the ministry on pay."
LATE = "Schools open on Monday, the teachers of Valdoria said after their strike."
FEATURE = article("a1", SHOES, title="Teachers end strike")
REPORT = article("a2", f"{DEAL} {'Much was said. ' * 60}{LATE}", title="Deal ends teachers' strike in Valdoria")


def section(*articles: Article, said: tuple[tuple[Article, str], ...]) -> Section:
    """A section of these sentences, ranked in this order."""
    extracts = [extract(each, words, rank=rank) for rank, (each, words) in enumerate(said)]
    sentences = tuple(KeySentence(each, Citation(Place(each.article_id, each.span), ())) for each in extracts)
    return Section(event(*articles, event_id=f"e-{articles[0].id}"), 1.0, sentences, (), ())


def test_the_sentence_that_says_what_the_headlines_say_leads() -> None:
    told = section(FEATURE, REPORT, said=((FEATURE, SHOES), (REPORT, LATE), (REPORT, DEAL)))
    assert telling(told, {"a1": FEATURE, "a2": REPORT}).extract.span.of(REPORT.text) == DEAL


def test_a_sentence_from_the_opening_comes_before_one_from_further_down() -> None:
    told = section(FEATURE, REPORT, said=((REPORT, LATE), (REPORT, DEAL)))
    assert telling(told, {"a1": FEATURE, "a2": REPORT}).extract.span.of(REPORT.text) == DEAL


def test_two_sections_of_one_story_have_one_line() -> None:
    again = article("a3", f"{DEAL} Pupils cheered.", title="Teachers' strike ends in Valdoria")
    other = article("a4", "A bell was given back to Tarn.", title="Bell returned")
    texts = {each.id: each for each in (REPORT, again, other)}
    sections = [section(REPORT, said=((REPORT, DEAL),)), section(again, said=((again, DEAL),)),
                section(other, said=((other, other.text),))]  # fmt: skip
    assert [each.extract.article_id for each in cover(sections, texts, ())] == ["a2", "a4"]


def test_a_briefing_without_sections_has_no_cover() -> None:
    assert cover([], {}, ()) == ()


def test_of_two_sentences_that_say_it_alike_the_newer_leads() -> None:
    few, more = "Measles cases in Lindow stand at 23.", "Measles cases in Lindow stand at 41."
    old = article("a5", few, title="Measles in Lindow: 23 cases")
    new = article("a6", more, title="Measles in Lindow", published=MONDAY + timedelta(days=3))
    told = section(old, new, said=((old, few), (new, more)))
    assert telling(told, {"a5": old, "a6": new}).extract.article_id == "a6"


def test_a_number_and_one_word_of_the_headlines_do_not_say_what_they_say() -> None:
    hoped = "Economists had looked for 2.05 million."
    fell = "In the week that ended on Saturday 2,123,000 people in all of Valdoria filed for help."
    report = article("a7", f"{hoped} {'Much was said. ' * 40}{fell}", title="People who file for help: 2.1 million")
    told = section(report, said=((report, fell), (report, hoped)))
    assert telling(told, {"a7": report}).extract.span.of(report.text) == fell


def test_a_number_that_was_overtaken_does_not_lead() -> None:
    few, more = "Measles cases in Lindow, closed to visitors, stand at 23.", "Lindow's measles rose to 41 cases."
    old = article("a5", few, title="Lindow measles: 23 cases, ward closed to visitors")
    new = article("a6", more, title="Measles in Lindow")
    told = section(old, new, said=((old, few), (new, more)))
    texts = {"a5": old, "a6": new}
    assert telling(told, texts).extract.article_id == "a5"
    cases = Difference("cases", (Place("a5", span(few, "23")), Place("a6", span(more, "41"))))
    assert telling(replace(told, figures=(cases,)), texts).extract.article_id == "a6"
