"""How loud a headline is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.loudness import loudness


@pytest.mark.parametrize(
    "title",
    [
        "US ships leave Harnby after the storm",
        "WHO says fever in Kessel is over",
        "Shares in Lindow have their worst day since 1987",
        "Court asked to look again at Orr v Velt",
        "Governor Orr: Harnby bridge opens on Monday",
        "7 dead in fire at Port Selby",
        "Teachers’ union ends strike in Harnby’s schools",
        "Orr says so just after the vote",
    ],
)
def test_a_plain_title_has_no_mark(title: str) -> None:
    assert loudness(title) == 0


@pytest.mark.parametrize(
    "title",
    [
        "Who let the Harnby bridge fall?",
        "The bridge affair: how Orr came to Harnby",
        "Inside the governor's plan for the quay",
        "5 key facts that the council did not tell",
        "The council's plan for the quay, explained",
        "Ana Velt, Harnby bridge, Port Selby, Council, Trams",
        "Council falsely accuses a ferryman of theft",
        "Council just paved the way for Orr",
        "The Latest: two more ships in Harnby",
        "We paid for the bridge that Orr did not build",
        "Tram drivers reject ‘an offer nobody can live on’",
        "Tram drivers reject ‘offer",
    ],
)
def test_a_title_that_asks_explains_lists_or_judges_has_one(title: str) -> None:
    assert loudness(title) >= 1


def test_a_word_or_two_of_somebodys_are_half_a_mark() -> None:
    assert loudness("Orr calls the strike 'unfair'") == 0.5


def test_what_others_say_in_their_own_voice_is_not_the_papers() -> None:
    assert loudness("Orr: You must not cross our bridge") < loudness("You must not cross our bridge")
    assert loudness("Orr tells ferrymen 'you must pay'") < loudness("Orr tells ferrymen you must pay and we should ask")


def test_a_quotation_in_front_sells() -> None:
    assert loudness("'Not one more day at sea': Orr goes home") > loudness(
        "Orr goes home after 'not one more day at sea'"
    )


@given(st.text(max_size=3_000))
def test_any_text_has_its_marks_counted(title: str) -> None:
    assert loudness(title) >= 0
