"""Numbers in words and figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.numerals import NUMERAL, figures, numerals


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("three people", 3, 1),
        ("27 injured", 27, 1),
        ("2,123,000 claims", 2123000, 1),
        ("2.1 million claims", 2100000, 100000),
        ("forty-one cases", 41, 1),
        ("$500 billion", 500 * 10**9, 10**9),
        ("7.5 per cent", "7.5", "0.1"),
        ("Twenty trucks", 20, 1),
    ],
)
def test_a_number_is_read_with_how_exactly_it_is_stated(text: str, value: int | str, grain: int | str) -> None:
    (found,) = numerals(text)
    assert (found.value, found.grain) == (Decimal(value), Decimal(grain))


@pytest.mark.parametrize("text", ["COVID-19", "E101", "1.2.3", "the 27th", "18-30", "someone", "a 10-year-old"])
def test_what_only_contains_digits_is_no_number(text: str) -> None:
    assert [each.value for each in numerals(text)] == []


def test_one_in_words_is_as_often_no_number() -> None:
    assert figures("One of the two ships was lost.") == {2}


@given(st.text())
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [each.span for each in numerals(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@given(
    st.lists(st.sampled_from(("one", "ſix", "Twenty-one", "hundred", "3.5", "1,000", "million", "x", "-", "TEN.\n")))
)
def test_numbers_are_found_wherever_the_pattern_finds_them(words: list[str]) -> None:
    text = " ".join(words).replace(" -", "-")
    assert [(each.span.start, each.span.end) for each in numerals(text)] == [
        found.span() for found in NUMERAL.finditer(text)
    ]
