"""The JSON holds everything, in a published shape."""

import json
from dataclasses import replace

import pytest

from briefing.model import Brief
from briefing.render import render
from briefing.render.to_json import schema
from tests.render.sample import article, empty, rich
from tests.render.schema import faults


@pytest.mark.parametrize("brief", [rich(), empty()], ids=["rich", "empty"])
def test_a_briefing_follows_the_published_schema(brief: Brief) -> None:
    assert list(faults(json.loads(render(brief, "json")), schema(), schema())) == []


def test_the_check_of_the_schema_finds_faults() -> None:
    document = json.loads(render(rich(), "json"))
    document["articles"][0]["sha256"] = "0"
    document["version"] = 2
    document["extra"] = None
    del document["sections"][0]["event"]["origins"]
    assert len(list(faults(document, schema(), schema()))) == 4


def test_every_place_gives_the_words_at_its_offsets_and_the_hash_of_its_article() -> None:
    document = json.loads(render(rich(), "json"))
    articles = {each["id"]: each for each in document["articles"]}
    places = [line["place"] for section in document["sections"] for line in section["sentences"] + section["quotes"]]
    assert len(places) == 8
    for place in places:
        assert articles[place["article"]]["text"][place["start"] : place["end"]] == place["text"]
        assert articles[place["article"]]["sha256"] == place["sha256"]


def test_half_a_surrogate_pair_is_written_and_read_back() -> None:
    odd = article(9, "T\ud800", "x\x00\u2028", "O", None)
    document = json.loads(render(replace(empty(), articles=(odd,)), "json").decode("utf-8"))
    assert document["articles"][0]["title"] == odd.title
    assert document["articles"][0]["text"] == odd.text
