"""Whom "he", "the company" and "the senator" mean, and how sure of it the stage says it is."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quote import PRINT_CONFIDENCE, quote
from tests.factory import article

HARBOUR = '"The harbour opens again in the spring,"'
SECONDS = 20  # far above what any of the long texts takes; what grows with the square takes minutes

# A name for each number, none of which is in the list of given names.
NAMES = [f"{a}{b}o {c}{d}ek" for a in ("Ba", "Ke", "Lo") for b in "krst" for c in ("Vu", "Mi", "Ta") for d in "lmnr"]
LONG = {
    "bearers of one surname": " ".join(f'"We go home," said B{"a" * n}l Velt. Velt left.' for n in range(1, 250)),
    "a name and a pronoun": " ".join(f'{name} Roe came. "We go home to it," he said.' for name in NAMES * 6),
    "a name and a role": " ".join(f'Mayor {name} Roe came. "We go home to it," the mayor said.' for name in NAMES * 6),
    "one sentence of names": (", ".join(NAMES) + ' and "we go home to it" she said, ') * 6,
    "bodies": " ".join(f'{name} Roe came. "We go home to it," the company said.' for name in NAMES * 6),
}


def speakers(text: str) -> list[str | None]:
    return [each.speaker for each in quote(article(text=text, title="")) if each.kind == "direct"]


def printed(text: str) -> list[str | None]:
    found = quote(article(text=text, title=""))
    return [each.speaker for each in found if each.kind == "direct" and each.confidence >= PRINT_CONFIDENCE]


def test_a_pronoun_means_who_acts_rather_than_whom_it_is_about() -> None:
    text = f"Robert Hale, the pilot, questioned the plans of Governor Tomas Arlen. {HARBOUR} he said."

    assert speakers(text) == ["Robert Hale"]


def test_somebody_named_in_the_words_did_not_say_them() -> None:
    text = 'Robert Hale and George Tarn came late. "{} should have stayed at home that night," he said.'

    assert speakers(text.format("Hale")) == ["George Tarn"]
    assert speakers(text.format("Tarn")) == ["Robert Hale"]


def test_they_leave_it_open_who_he_is() -> None:
    text = f"Robert Hale called George Tarn on Monday. They met at noon. {HARBOUR} he said."

    assert printed(text) == []


def test_a_verb_of_speech_belongs_to_one_speaker() -> None:
    text = f"Robert Hale, the pilot, says Kessel is too far for him. {HARBOUR} he said."

    assert speakers(text) == ["Robert Hale"]


def test_a_country_is_nobodys_he() -> None:
    text = f"Robert Hale spoke of Libya. Libya is far, and Libya is hot. {HARBOUR} he said."

    assert speakers(text) == ["Robert Hale"]


def test_the_company_is_the_name_just_spoken_of() -> None:
    text = f"Bo Sund asked about the ferry. Lindow Ferries answered on Monday. {HARBOUR} the company said."

    assert speakers(text) == ["Lindow Ferries"]


def test_the_company_is_no_person() -> None:
    text = f"Robert Hale answered on Monday. {HARBOUR} the company said."

    assert printed(text) == []
    assert speakers(text) != ["Robert Hale"]


def test_a_body_is_called_after_its_owner_but_not_printed() -> None:
    text = f"The answer came late. {HARBOUR} the Velt campaign said."

    assert speakers(text) == ["Velt campaign"]
    assert printed(text) == []


@pytest.mark.parametrize("phrase", ["the senator", "the envoy", "his physician"])
def test_a_role_nobody_was_given_names_nobody(phrase: str) -> None:
    text = f"The hall was full, and it was late. {HARBOUR} {phrase} said."

    assert speakers(text) == [None]


def test_an_unnamed_speaker_told_of_before_is_called_so() -> None:
    text = f"A dock worker in Kessel came late. {HARBOUR} the worker said."

    assert speakers(text) == ["dock worker in Kessel"]


def test_a_word_that_only_begins_a_sentence_names_nobody() -> None:
    text = f"The council met. Multiple outlets reported on Monday that {HARBOUR} was the plan."

    assert "Multiple" not in speakers(text)


def test_a_surname_after_a_quotation_is_a_name() -> None:
    assert speakers(f"The council met. {HARBOUR} Keldis said.") == ["Keldis"]


def test_a_surname_that_is_a_given_name_tells_no_gender() -> None:
    text = f"Clinton came late to the hall in Harnby. {HARBOUR} she said."

    assert speakers(text) == ["Clinton"]


def test_the_given_name_that_stands_there_most_often_is_a_surnames() -> None:
    text = (
        f"{HARBOUR} Velt said. The staff of Mayor Kurt Velt's sister was there, and the office of Mayor Ana Velt's.\n"
        "They had heard from the office of Mayor Ana Velt's before."
    )

    assert speakers(text)[0] == "Ana Velt"


@pytest.mark.parametrize("tag", ["R-Har.", "D-P.S.", "I-Kes.", "R-Kessel"])
def test_a_party_in_brackets_is_no_name_and_ends_no_sentence(tag: str) -> None:
    text = f"Sen. Ana Velt ({tag}) spoke when the doors opened for Judith Fenn. {HARBOUR} she said."

    assert speakers(text) == ["Ana Velt"]


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_does_not_grow_with_the_square_of_the_names(text: str) -> None:
    started = process_time()
    found = quote(article(text=text))

    assert found
    assert process_time() - started < SECONDS


PEOPLE = ("Ana Velt", "Robert Hale", "Velt", "Hale", "he", "she", "they", "the mayor", "Mayor Velt's office", "Lindow")
NAMED = {"Ana", "Robert", "Velt", "Hale", "mayor"}
SENTENCES = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["came.", f"said {HARBOUR}", f": {HARBOUR}", "asked why."])),
    max_size=12,
)


@given(SENTENCES)
def test_a_confidence_is_a_probability_and_a_name_one_of_the_articles(parts: list[tuple[str, str]]) -> None:
    text = " ".join(f"{who[0].upper()}{who[1:]} {what}" for who, what in parts)

    for each in quote(article(text=text, title="")):
        assert 0.0 <= each.confidence <= 1.0
        assert each.speaker is None or set(each.speaker.split()) <= set(text.split()) | NAMED
        assert each.speaker is not None or each.confidence == 0.0
