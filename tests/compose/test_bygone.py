"""Quotations of another time."""

import pytest

from briefing.compose.bygone import is_bygone, tells_of_then
from briefing.compose.voices import choose
from tests.factory import article, quote

SAID = "We will never give up the old quay of this town to anybody"


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID},” Orr told the Courier in 2013.",
        f"In 2018 he tweeted: “{SAID}.”",
        f"“{SAID},” she said in a statement at the time.",
        f"In February, Orr said that “{SAID}.”",
        f"“{SAID},” Orr said last month.",
        f"Orr had previously said “{SAID}.”",
        f"“{SAID},” Orr said in a January 2015 interview with the Courier.",
        f"“{SAID},” Orr recalled during his 2016 appearance in Lindow.",
        f"“{SAID},” Orr tweeted Jan. 24.",
        f"On April 10, Orr texted Weir: “{SAID}.”",
        f"“{SAID},” Orr told the court on Dec. 28, 2016.",
        f"Orr replied at the time: “{SAID}.”",
    ],
)
def test_words_around_a_quotation_tell_that_it_is_of_another_time(text: str) -> None:
    assert tells_of_then(text, article("a1", text))


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID},” said Orr, who voted for the mayor in 2016.",
        f"“{SAID},” Orr said on Tuesday.",
        f"“{SAID},” Orr said in May.",
        f"“{SAID},” Orr said in May 2026.",
        f"“{SAID},” Orr said on May 10.",
        f"“{SAID},” Orr said of the vote on June 20.",
        f"“{SAID},” Orr said on Feb. 30.",
        f"“{SAID},” Orr said in a May 2026 interview.",
        f"“{SAID},” Orr said at the time of the accident.",
        "“He told us so in 2013,” Orr said.",
        f"Using the Harbour Act of 2009, says Orr, “{SAID}.”",
        f"Orr said she was hoping to open it in July: “{SAID}.”",
    ],
)
def test_what_is_said_now_of_another_time_is_said_now(text: str) -> None:
    assert not tells_of_then(text, article("a1", text))


def test_a_time_that_the_headline_names_is_what_the_article_is_about() -> None:
    text = f"“{SAID},” Orr said in a 2015 speech."
    assert not tells_of_then(text, article("a1", text, title="Orr praised the quay in 2015 speech"))


def test_a_quotation_of_another_time_stands_in_the_sentence_that_tells_when_or_nowhere() -> None:
    dated = article("a1", f"In 2013 Mira Solen told the Courier: “{SAID}.”")
    (found,) = choose([quote(dated, SAID)], {"a1": dated}, confidence=0.9, shown=())
    assert found.citation.place.span.of(dated.text) == dated.text
    apart = article("a1", f"Mira Solen spoke of it at the time. “{SAID},” Solen said at the time, and went.")
    assert choose([quote(apart, SAID)], {"a1": apart}, confidence=0.9, shown=(), alone=lambda *_: False) == ()


@pytest.mark.parametrize(
    ("before", "after", "bygone"),
    [
        ("The mayor showed a clip of a 2014 briefing about the quay.", "Solen said", True),
        ("Mira Solen told the Courier last year to wait.", "she said", True),
        ("Mira Solen told the Courier last year to wait.", "she said on Friday", False),
        ("Mira Solen told the Courier that in 2015 the quay was closed.", "she said", False),
        ("Ivo Sorn told the Courier last year to wait.", "Solen said", False),
        ("“Wait,” she said on Feb. 19.", "she said four days later", True),
        ("“Wait,” Solen tweeted Feb. 19.", "she said", True),
        ("“Wait,” Sorn said on Feb. 19.", "Solen said", False),
    ],
)
def test_a_quotation_goes_on_at_the_time_of_the_sentence_before_it(before: str, after: str, bygone: bool) -> None:
    told = article("a1", f"The quay is old. {before} “{SAID},” {after}.")
    assert is_bygone(quote(told, SAID, speaker="Mira Solen"), told) == bygone
