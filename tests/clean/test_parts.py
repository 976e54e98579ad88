"""The small parts: wrapping, addresses, dates, Markdown's marks."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.dates import UNDATED, Dating, find_date, from_copy, from_iso
from briefing.clean.markdown import is_markdown, plain, words
from briefing.clean.outlets import agency, is_outlet, named, of_host
from briefing.clean.unwrap import paragraphs_of
from briefing.clean.urls import canonical, host_of


def test_one_paragraph_a_line_stays_one_paragraph_a_line() -> None:
    text = "The ferry is late.\nIt has no crew.\nNobody knows when it will sail, the office said.\n\nBuses run."
    assert len(paragraphs_of(text)) == 4


def test_a_headline_above_its_date_is_not_joined_to_it() -> None:
    wrapped = (
        "HARNBY COURIER\nTuesday, 12 May 2026\n\n"
        "The first ship to enter the harbour in eight days was a\n"
        "small one. At two in the afternoon the coaster Saint Oda\n"
        "passed the lighthouse with a load of barley, and some\n"
        "people on the breakwater clapped as it came alongside.\n"
    )
    first, second, third = paragraphs_of(wrapped)
    assert (first, second) == ("HARNBY COURIER", "Tuesday, 12 May 2026")
    assert third.endswith("came alongside.")


def test_a_poem_is_not_wrapped_prose() -> None:
    poem = "The ferry sleeps.\nThe gulls are up.\nThe tide is out,\nso is the cup.\n"
    assert len(paragraphs_of(poem)) == 4


@given(st.text(max_size=400))
def test_unwrapping_keeps_every_letter(text: str) -> None:
    assert "".join("".join(paragraphs_of(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://courier.example/a?action=click&module=Top%20Stories&pgtype=Homepage&id=7",
            "https://courier.example/a?id=7",
        ),
        ("https://courier.example/a?ref=rss&partner=feed&smid=tw-share&gclid=1", "https://courier.example/a"),
        (
            "https://courier.example/a?ref=4711&source=print&module=3",
            "https://courier.example/a?ref=4711&source=print&module=3",
        ),
        (
            "https://courier.example/?p=12&page=2&story=ferry&cid=99",
            "https://courier.example/?p=12&page=2&story=ferry&cid=99",
        ),
        ("HTTPS://Courier.Example:443/a?b=1&utm_medium=x&fbclid=y#top", "https://courier.example/a?b=1"),
        ("http://courier.example", "http://courier.example/"),
        ("https://courier.example/a?x=1&y=2", "https://courier.example/a?x=1&y=2"),
        ("ftp://courier.example/a", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://[bad", None),
        ("/a/b", None),
        ("https://courier.example/" + "a" * 3_000, None),
        (None, None),
    ],
)
def test_an_address_is_made_canonical_or_refused(url: object, expected: str | None) -> None:
    assert canonical(url) == expected


@given(st.text())
def test_a_canonical_address_is_its_own(text: str) -> None:
    once = canonical(f"https://courier.example/{text}")
    assert once is None or canonical(once) == once


@pytest.mark.parametrize(
    ("line", "time", "precision", "offset"),
    [
        ("January 27, 2025", "2025-01-27T00:00", "day", None),
        ("Published: 12 May 2026, 18:40", "2026-05-12T18:40", "minute", None),
        ("May 12, 2026, 8:30 p.m.", "2026-05-12T20:30", "minute", None),
        ("Updated: 15 May 2026 at 10.20am", "2026-05-15T10:20", "minute", None),
        ("18 May 2026, 13:30 (CEST)", "2026-05-18T11:30", "minute", 120),
        ("18 May 2026 13:30 +05:30", "2026-05-18T08:00", "minute", 330),
        ("Published: 2026-05-12T11:30:00+02:00", "2026-05-12T09:30", "second", 120),
    ],
)
def test_a_date_line_is_read_with_what_it_states(line: str, time: str, precision: str, offset: int | None) -> None:
    dating, partial = from_copy(line)
    assert dating.published == datetime.fromisoformat(time).replace(tzinfo=UTC)
    assert (dating.precision, dating.utc_offset, partial) == (precision, offset, None)


@pytest.mark.parametrize(("line", "partial"), [("MOSCOW, November 5.", "--11-05"), ("on 30 March", "--03-30")])
def test_a_day_without_a_year_is_partial(line: str, partial: str) -> None:
    assert from_copy(line) == (UNDATED, partial)


@pytest.mark.parametrize("line", ["The ferry may 3 times be late", "February 30, 2026", "12 of them marched", ""])
def test_what_is_no_date_is_none(line: str) -> None:
    assert from_copy(line) == (UNDATED, None)


def test_the_first_date_of_a_line_is_found() -> None:
    found = find_date("from 12 May 2026 to June 3, 2026")
    assert found is not None
    assert found[1] == date(2026, 5, 12)


@given(st.text())
def test_any_text_has_a_dating(text: str) -> None:
    assert isinstance(from_iso(text), Dating)
    assert isinstance(from_copy(text)[0], Dating)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Bold** and *slanted* and `code`", "Bold and slanted and code"),
        ("[A link](https://x.example/a_b) and ![a picture](b.png)", "A link and "),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        (r"a \*star\* stays", "a *star* stays"),
    ],
)
def test_marks_go_and_words_stay(line: str, expected: str) -> None:
    assert words(line) == expected


def test_a_heading_is_the_title_and_a_line_that_is_one_link_goes() -> None:
    found = plain(
        "# Ferry is late\n\nThe ferry is late.\n\n[More from Harnby](https://courier.example/harnby)\n\n## Tides\n"
    )
    assert found.title == "Ferry is late"
    assert [line for line in found.lines if line] == ["The ferry is late.", "Tides"]


def test_prose_is_no_markdown() -> None:
    assert not is_markdown("The ferry is late #harnby.\nIt has no crew (see page 4).")


def test_a_host_tells_its_outlet_where_it_is_known_or_spells_it() -> None:
    assert of_host("www.reuters.com") == "Reuters"
    assert of_host("theharbinger.example") == "The Harbinger"
    assert of_host("lindow-radio.example") == "Lindow Radio"
    assert of_host("courier.example") is None
    assert host_of("https://www.courier.example/a") == "courier.example"


def test_outlets_and_people_are_told_apart() -> None:
    assert is_outlet("The Harnby Courier")
    assert is_outlet("Reuters")
    assert not is_outlet("Ada Quill")
    assert (agency("/TASS/"), agency("AP"), agency("Ada")) == ("TASS", "Associated Press", None)
    assert named("www.dw.com") == "Deutsche Welle"
