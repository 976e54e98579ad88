"""Bytes to letters: encodings, and letters that act instead of standing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.characters import neutral
from briefing.clean.decode import decode

WORDS = "Der Bürgermeister von Köln öffnete am Dienstag die große Brücke über den Fluss. Über tausend Gäste kamen. "


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "iso8859-1"]
)
def test_an_encoding_is_found_without_being_declared(codec: str) -> None:
    assert decode((WORDS * 4).encode(codec)) == WORDS * 4


def test_a_declared_encoding_is_followed() -> None:
    html = '<html><head><meta charset="windows-1251"></head><body>Паром опоздал на час.</body></html>'
    assert "Паром опоздал" in decode(html.encode("cp1251"))


def test_utf_8_that_is_declared_as_something_else_is_utf_8() -> None:
    html = f'<meta charset="iso-8859-1"><p>{WORDS}'
    assert decode(html.encode("utf-8")) == html


def test_utf_8_cut_inside_a_letter_is_still_utf_8() -> None:
    assert decode((WORDS * 20).encode("utf-8")[:-1] + b"\xc3").startswith(WORDS)


@pytest.mark.parametrize("name", ["unicode_escape", "rot13", "zlib", "utf-7", "idna", "no-such-thing"])
def test_a_declared_encoding_that_is_none_is_passed_over(name: str) -> None:
    assert "\\x41" in decode(f'<meta charset="{name}">\\x41 \xe4'.encode("cp1252"))


def test_mojibake_is_left_no_worse() -> None:
    broken = WORDS.encode("utf-8").decode("cp1252")
    assert decode(broken.encode("utf-8")) == broken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00b\x07c", "abc"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("co\xadop\u200berate\ufeff", "cooperate"),
        ("it\x92s", "it’s"),
        ("10\xa0000\u2009km\t!", "10 000 km !"),
        ("a\ud800b", "a\ufffdb"),
        ("שלום\u200f, ferry", "שלום\u200f, ferry"),
    ],
)
def test_letters_that_act_go_and_spaces_are_spaces(text: str, expected: str) -> None:
    assert neutral(text) == expected


@given(st.binary(max_size=300))
def test_any_bytes_can_be_decoded_and_printed(body: bytes) -> None:
    text = neutral(decode(body))
    assert "\x00" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_neutral_text_stays_as_it_is(text: str) -> None:
    assert neutral(neutral(text)) == neutral(text)


def test_letters_tied_together_and_accents_set_apart_are_what_they_spell() -> None:
    assert neutral("the de\ufb01cit of a \ufb02eet, the o\ufb03ce") == "the deficit of a fleet, the office"
    assert neutral("Rene\u0301e Mu\u0308ller") == "Renée Müller"
    assert neutral("Ren\u00e9e") == "Ren\u00e9e"
