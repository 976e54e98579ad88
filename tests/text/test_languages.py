"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.languages import is_plain_english, is_shouted, language

SAID = {
    "en": "The harbour master of Harnby said on Tuesday that the ferry would sail again on Friday.",
    "de": "Der Hafenmeister von Harnby sagte am Dienstag, dass die Fähre am Freitag wieder fahren werde.",
    "fr": "Le capitaine du port de Harnby a dit mardi que le bac repartirait vendredi matin.",
    "es": "El capitán del puerto de Harnby dijo el martes que el transbordador volverá a salir el viernes.",
    "ru": "Начальник порта Харнби сказал во вторник, что паром снова пойдёт в пятницу.",
    "uk": "Начальник порту Гарнбі сказав у вівторок, що пором знову піде у п'ятницю.",
}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert language(SAID[code]) == code


def test_capitals_do_not_change_the_language() -> None:
    assert language(SAID["en"].upper()) == "en"


@pytest.mark.parametrize("text", ["", "Harnby", "12.5 - 13.7 - 99", "?!" * 50, "\x00\ud800"])
def test_what_is_too_short_or_no_words_is_undetermined(text: str) -> None:
    assert language(text) == "und"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_gets_a_code_of_two_or_three_letters(text: str) -> None:
    assert len(language(text)) in (2, 3)


@pytest.mark.parametrize("line", ["HARBOUR WALL OF KESSEL FALLS IN THE STORM", "HARBOUR WALL OF KESSEL now", "ÉCOLE"])
def test_a_line_in_capitals_is_read_in_small_letters(line: str) -> None:
    assert is_shouted(line)


@pytest.mark.parametrize("line", ["The harbour WALL of Kessel", "UN at", "", "港 壁"])
def test_a_line_with_some_capitals_is_read_as_it_is(line: str) -> None:
    assert not is_shouted(line)


PLAIN = (
    "The harbour master of Harnby said on Tuesday that the ferry would sail again on Friday, after the storm that had "
    "torn it from its ropes. The council of Kessel was told that it has been repaired by the yard at Port Selby, and "
    "that the bill, of which the insurers are to pay a half, is with the treasurer. They said it was not about money."
)


def test_plain_english_is_told_without_the_model() -> None:
    assert is_plain_english(PLAIN)
    assert language(PLAIN) == "en"


@pytest.mark.parametrize("text", [*SAID.values(), *(5 * (said + " ") for code, said in SAID.items() if code != "en")])
def test_short_texts_and_other_languages_are_left_to_the_model(text: str) -> None:
    assert not is_plain_english(text)


@pytest.mark.parametrize("code", [code for code in SAID if code != "en"])
def test_english_that_goes_on_in_another_language_is_left_to_the_model(code: str) -> None:
    assert not is_plain_english(PLAIN[:250] + 3 * SAID[code])
    assert not is_plain_english(3 * SAID[code] + PLAIN[:250])
