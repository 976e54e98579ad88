"""The filters take what programs send: fields of other types count as missing, what cannot be is told in a line."""

import json

import pytest
from click.testing import CliRunner, Result

from briefing.cli.pipe import command
from briefing.errors import ReadError

TEXT = "The harbour of Harnby was closed on Tuesday after a ship ran aground. “We wait for the tide,” said Odo Fenn."
FILTERS = ("group", "summarise", "quote")


def pipe(name: str, *rows: object) -> Result:
    return CliRunner().invoke(command, [name], input="".join(f"{json.dumps(row)}\n" for row in rows))


def printed(result: Result) -> list[dict[str, object]]:
    assert result.exception is None, result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def sentences(row: object) -> object:
    return row["sentences"] if isinstance(row, dict) else None


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize(
    "fields",
    [
        {"title": ["a"], "source": {"name": "Courier"}, "outlet": ["Courier"]},
        {"authors": 5, "language": 5, "origin": {"a": 1}},
        {"authors": ["Ana Roe", None, {"name": "x"}], "url": ["https://a.example"], "partial_date": 7},
        {"event": ["a"]},
        {"event": {"b": 1, "a": 2}},
        {"published": ["2026-05-12"]},
        dict.fromkeys(("title", "published", "source", "outlet", "url", "authors", "language", "origin", "event")),
    ],
)
def test_a_field_of_another_type_is_as_if_it_were_not_there(name: str, fields: dict[str, object]) -> None:
    alone, odd = ({"id": "a", "text": TEXT, **some} for some in ({}, fields))
    found: list[object] = [*printed(pipe(name, odd))]
    expected: list[object] = [*printed(pipe(name, alone))]
    if name == "summarise":  # what it says of an event's name is another matter
        found, expected = [*map(sentences, found)], [*map(sentences, expected)]
    assert found == expected


def test_an_event_of_any_type_comes_back_as_it_was() -> None:
    events: list[object] = [{"b": 1, "a": [2]}, ["x"], 5, "5", None]
    rows = [{"id": str(number), "text": TEXT, "event": event} for number, event in enumerate(events)]
    assert [row["event"] for row in printed(pipe("summarise", *rows))] == events


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("bad", [None, True, ["a"], {"a": 1}, ""])
def test_an_article_without_an_id_is_told_in_a_line(name: str, bad: object) -> None:
    result = pipe(name, {"id": bad, "text": TEXT})
    assert isinstance(result.exception, ReadError)
    assert str(result.exception) == 'line 1 is no article: it needs "id" and "text"'


def test_an_article_that_comes_twice_counts_once_and_two_of_one_id_are_told() -> None:
    row, other = {"id": "a", "text": TEXT}, {"id": "a", "text": "Another text altogether, of the same name."}
    once, twice = printed(pipe("summarise", row)), printed(pipe("summarise", row, row))
    assert once == twice
    assert len(printed(pipe("group", row, row))) == 2
    for name in ("group", "summarise"):
        assert str(pipe(name, row, other).exception) == 'two articles have the id "a": give each its own'
    apart = [{**row, "event": 1}, {**other, "event": 2}]
    assert len(printed(pipe("summarise", *apart))) == 2
