"""Only http and https addresses can be followed, and none can break out of where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render import links


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//news.example/a",
        "/a",
        "http://",
        "http:///a",
        "https://[::1",
        "https://user:word@news.example/",
        "https://news.example@evil.example/",
        "https://news example/a",
        "https://news.example/a\tb",
        "https://news.example\\@evil.example",
        "https://news.example:port/",
        "https://news.example/" + "a" * 2048,
        "https://news.example/" + "ü" * 1000,
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert links.safe(url) is None


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("HTTPS://News.Example/A?b=c&d=e#f", "https://news.example/A?b=c&d=e#f"),
        (" https://news.example/a b\u00a0c ", "https://news.example/a%20b%C2%A0c"),
        ("http://news.example:8080/%20%zz", "http://news.example:8080/%20%25zz"),
        ('https://news.example/(a)"b"[c]<d>`e`', "https://news.example/%28a%29%22b%22%5Bc%5D%3Cd%3E%60e%60"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://news.example/?a=1&copy;", "https://news.example/?a=1&copy%3B"),
        ("https://news.example/{{x}}|$*", "https://news.example/%7B%7Bx%7D%7D%7C%24%2A"),
    ],
)
def test_addresses_are_percent_escaped(url: str, written: str) -> None:
    assert links.safe(url) == written


@given(st.text(max_size=40) | st.text(max_size=40).map("https://news.example/".__add__))
def test_every_address_comes_out_safe_or_not_at_all(url: str) -> None:
    written = links.safe(url)
    assert written is None or re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+[A-Za-z0-9/:?#@!&+,=%._~-]*", written)
    assert written is None or links.safe(written) == written


def test_a_place_is_found_by_its_first_and_last_words() -> None:
    words = "One two three four five six seven eight nine ten, el-even"
    assert links.place("https://news.example/1", words) == (
        "https://news.example/1#:~:text=One%20two%20three%20four%20five,seven%20eight%20nine%20ten%2C%20el%2Deven"
    )


def test_words_too_long_for_an_address_are_left_out_of_it() -> None:
    assert links.place("https://news.example/1", "x" * 5000) == "https://news.example/1"


def test_a_short_sentence_is_found_whole_and_an_old_fragment_is_kept() -> None:
    assert links.place("https://news.example/1#top", "So be it.") == "https://news.example/1#top:~:text=So%20be%20it."


def test_a_fragment_holds_no_second_mark() -> None:
    assert links.safe("https://news.example/a#b#c") == "https://news.example/a#b%23c"
