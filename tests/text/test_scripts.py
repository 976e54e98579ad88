import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.scripts import mixed, scripts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mira Solen", ()),
        ("Irène Müller-Łoś", ()),
        ("Мира Солен", ()),
        ("Mira Солен", ()),  # each word is of one alphabet: written by two people, not by one who means to deceive
        ("Mir\u0430 Solen", ("LATIN", "CYRILLIC")),
        ("Harnby C\u043eurier", ("LATIN", "CYRILLIC")),
        ("\u0391na Velt", ("LATIN", "GREEK")),
        ("Radio 5 市民", ()),
        ("", ()),
    ],
)
def test_a_word_of_two_alphabets_is_told(name: str, expected: tuple[str, ...]) -> None:
    assert mixed(name) == expected


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert set(mixed(text)) <= scripts(text)
