from pathlib import Path

import pytest

from briefing.summarise.above import Above
from briefing.summarise.candidates import candidates
from briefing.summarise.standing import ABOUT_NOBODY, Judge, Standing, standing_of
from briefing.text.typewriter import typeset
from tests.summarise.articles import article

LINES = (Path(__file__).parent / "standing.txt").read_text("utf-8").splitlines()
CASES = [(line[2:], line[0] == "+") for line in LINES if line.startswith(("+ ", "- "))]


@pytest.mark.parametrize(("sentence", "stands"), CASES, ids=[sentence[:50] for sentence, _ in CASES])
def test_a_sentence_stands_alone_or_is_not_chosen(sentence: str, stands: bool) -> None:
    assert (standing_of(sentence, len(sentence.split()), "en") is Standing.GOOD) == stands


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("HARNBY (Reuters) - The port was shut on Monday.", "The port was shut on Monday."),
        ("KESSEL, Estmark — Voters went to the polls.", "Voters went to the polls."),
        ("PORT SELBY, Jan. 4 (AP) -- A ferry sank.", "A ferry sank."),
        ("Port Selby — The mayor of Harnby left.", "The mayor of Harnby left."),
        ("Olga Brandt — Harnby's mayor — has left.", "Olga Brandt — Harnby's mayor — has left."),
        ("Harnby (CNN Business) The port was shut.", "The port was shut."),
        ("(CNN) The port was shut on Monday.", "The port was shut on Monday."),
        ("• The bridge to Kessel is shut.", "The bridge to Kessel is shut."),
        ("NATO said the port was shut - for a week.", "NATO said the port was shut - for a week."),
        ("The port - and the bridge - was shut.", "The port - and the bridge - was shut."),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(text: str, own: str) -> None:
    assert [found.text for found in candidates([article("a", text)])] == [own]


def test_another_languages_leaning_sentences_are_known_too() -> None:
    assert standing_of("Er sagte am Montag in Harnby nichts dazu.", 8, "de") is Standing.LEANING
    assert standing_of("Олга Брандт відкрила порт у Гарнбі в понеділок.", 8, "uk") is Standing.GOOD


def test_the_opening_of_an_article_needs_no_name_that_stands_elsewhere_too() -> None:
    opening = "Valdoria's teachers settled a strike of nearly three weeks early on Friday, and schools open on Monday."
    later = "Teachers will be paid four per cent more from autumn and three per cent a year later."
    articles = [article("a", f"{opening}\n{later}")]
    listed = candidates(articles)
    judge = Judge(articles, listed)
    assert judge.of(0).doubts < ABOUT_NOBODY
    assert judge.of(1).doubts >= ABOUT_NOBODY  # among others it may stand
    assert Judge(articles, listed, Above("Teachers end their strike")).of(1).standing is Standing.IF_NOTHING_ELSE


def test_wire_copy_is_read_as_printed_copy_is() -> None:
    typed = (
        "PORT SELBY, Valdoria (AP) _ Olga Brandt shut the port of Selby. ``We lost it _ all of it,'' Marek Toll said."
    )
    articles = [article("a", typed)]
    first, second = candidates(articles)
    assert typed[first.span.start : first.span.end] == first.text == "Olga Brandt shut the port of Selby."
    assert typed[second.span.start : second.span.end] == "``We lost it _ all of it,'' Marek Toll said."
    assert second.text == "“We lost it — all of it,” Marek Toll said."


def test_an_opening_word_in_capitals_for_its_looks_is_read_as_a_word() -> None:
    assert typeset("THIS is the moment a crane fell in Harnby.").startswith("This is")
    assert typeset("AT least 40 people were hurt.").startswith("At least")
    assert typeset("US troops left Harnby.").startswith("US troops")
