"""Rows of JSON: fields that are believed, and those that are not."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.clean.dates import Dating, from_field
from tests.clean.documents import article, document, problems

TEXT = (
    "HARNBY (AP) — The ferry is late, the harbour office said on Tuesday.\n"
    "Read more: The ferry in pictures\nIt has no crew."
)


def row(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields})


def test_a_row_gives_its_fields_and_its_text_is_cleaned() -> None:
    found = article(
        row(
            id="7",
            title="Ferry late",
            source="Harnby Courier",
            published="2026-05-12T18:40:00+02:00",
            authors=["Ada Quill"],
        ),
        "application/json",
    )
    assert found.text == "The ferry is late, the harbour office said on Tuesday.\n\nIt has no crew."
    assert (found.title, found.outlet, found.origin) == ("Ferry late", "Harnby Courier", "Associated Press")
    assert found.published == datetime(2026, 5, 12, 16, 40, tzinfo=UTC)
    assert (found.published_precision, found.utc_offset, found.authors) == ("second", 120, ("Ada Quill",))


def test_midnight_without_a_zone_is_a_day() -> None:
    found = article(row(published="2026-05-12T00:00:00"), "application/json")
    assert (found.published, found.published_precision) == (datetime(2026, 5, 12, tzinfo=UTC), "day")


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("0001-01-01T00:00:00", "its date, 0001-01-01, cannot be right, so it counts as undated"),
        ("1899-12-30", "its date, 1899-12-30, cannot be right, so it counts as undated"),
        ("2031-01-01", "its date, 2031-01-01, cannot be right, so it counts as undated"),
        ("last Tuesday", 'its date, "last Tuesday", is no date'),
        ("05/06/2026", 'its date, "05/06/2026", is no date'),  # May or June
        ("31.04.2026", 'its date, "31.04.2026", is no date'),
        ("1970-01-01T00:00:00Z", "its date, 1970-01-01, cannot be right, so it counts as undated"),
    ],
)
def test_a_date_that_cannot_be_is_not_believed(stated: str, message: str) -> None:
    body = row(published=stated)
    assert article(body, "application/json").published is None
    assert [problem.message for problem in problems(body, "application/json")] == [message]


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("12.05.2026", datetime(2026, 5, 12, tzinfo=UTC)),
        ("5.12.2025 10:30", datetime(2025, 12, 5, 10, 30, tzinfo=UTC)),
        ("05/13/2026", datetime(2026, 5, 13, tzinfo=UTC)),
        ("13/05/2026 6:15 pm", datetime(2026, 5, 13, 18, 15, tzinfo=UTC)),
        ("5-5-2026", datetime(2026, 5, 5, tzinfo=UTC)),
        ("May 12, 2026", datetime(2026, 5, 12, tzinfo=UTC)),
        ("Tue, 12 May 2026 10:00:00 +0200", datetime(2026, 5, 12, 8, tzinfo=UTC)),
        (1778500000, datetime(2026, 5, 11, 11, 46, 40, tzinfo=UTC)),
        (1778500000123, datetime(2026, 5, 11, 11, 46, 40, tzinfo=UTC)),
        ("1778500000", datetime(2026, 5, 11, 11, 46, 40, tzinfo=UTC)),
    ],
)
def test_dates_as_tables_have_them_are_read(stated: object, published: datetime) -> None:
    assert article(row(published=stated), "application/json").published == published


@given(st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.none())
def test_any_value_may_stand_where_a_date_should(stated: object) -> None:
    assert isinstance(from_field(stated), Dating)


def test_tomorrow_without_a_zone_may_be_today_at_the_date_line() -> None:
    assert article(row(published="2026-05-24"), "application/json").published is not None


def test_the_id_is_of_the_address_then_of_the_row_then_of_the_place() -> None:
    by_url = [
        article(row(id=name, url="https://courier.example/a?utm_source=x"), "application/json").id for name in "ab"
    ]
    assert by_url[0] == by_url[1]
    assert article(row(id="a"), "application/json").id != article(row(id="b"), "application/json").id
    places = [clean(document(row(), "application/json", part=part))[0] for part in (1, 2)]
    assert len({found.id for found in places if found}) == 2


def test_the_id_stays_when_the_text_changes() -> None:
    first, second = (
        article(json.dumps({"id": "a", "text": text}), "application/json") for text in ("One day.", "Two days.")
    )
    assert first.id == second.id
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{"text": "The ferry', "not a line of JSON, perhaps cut short"),
        ("[1, 2]", "not a line of JSON, perhaps cut short"),
        ("[" * 100_000, "not a line of JSON, perhaps cut short"),
        ('{"title": "Ferry late"}', "the row has no text"),
        ('{"text": 5}', "the row has no text"),
        ('{"text": " "}', "the row has no text"),
    ],
)
def test_a_row_that_is_none_is_a_problem(body: str, message: str) -> None:
    assert [problem.message for problem in problems(body, "application/json")] == [message]


def test_a_lone_surrogate_and_a_bidirectional_override_are_neutralised() -> None:
    found = article('{"text": "The \\u202eferry\\u0000 is \\ud800 late.", "title": "\\u2066Ferry"}', "application/json")
    assert found.text == "The ferry is \ufffd late."
    assert found.title == "Ferry"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from("id title text published source url outlet authors author".split()), JSON))  # noqa: SIM905 (a list of names reads better so)
def test_no_row_is_more_than_a_problem(fields: dict[str, object]) -> None:
    found, told = clean(document(json.dumps(fields), "application/json"))
    assert found is not None or told


@pytest.mark.parametrize(
    "fields",
    [
        {
            "publishedAt": "2026-05-12T10:00:00Z",
            "source": {"id": None, "name": "Courier"},
            "author": "Ana Roe",
            "link": "U",
        },
        {
            "datePublished": "2026-05-12T10:00:00Z",
            "publisher": {"name": "Courier"},
            "author": {"name": "Ana Roe"},
            "url": "U",
        },
        {
            "pubDate": "Tue, 12 May 2026 10:00:00 GMT",
            "source": "Courier",
            "authors": [{"name": "Ana Roe"}, 5],
            "url": "U",
        },
    ],
)
def test_fields_as_other_programs_call_them_are_known(fields: dict[str, object]) -> None:
    named = {name: "https://courier.example/1" if value == "U" else value for name, value in fields.items()}
    found = article(row(headline="Ferry late", **named), "application/json")
    assert (found.title, found.outlet, found.authors) == ("Ferry late", "Courier", ("Ana Roe",))
    assert (found.published, found.url) == (datetime(2026, 5, 12, 10, tzinfo=UTC), "https://courier.example/1")


@given(st.dictionaries(st.sampled_from(["source", "publisher", "author", "url", "date", "title"]), st.lists(st.none())))
def test_fields_of_any_type_are_taken(fields: dict[str, object]) -> None:
    assert article(row(**fields), "application/json").title == ""
