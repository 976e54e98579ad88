"""The tables `[topic.NAME]`, and the lists `parts` and `watch`."""

from pathlib import Path

import pytest

from briefing.config import parse, topic_named
from briefing.errors import ConfigError
from briefing.model import Topic

HARBOUR = {"words": ["dock  strike", "port", "port"], "names": ["May"], "exclude": ["seal"]}


def test_a_topic_is_read_with_all_it_says() -> None:
    config = parse({"topic": {"harbour": HARBOUR}, "parts": ["harbour"], "watch": ["Halcyon Reach"]}, Path())
    topic = Topic("harbour", ("dock strike", "port"), ("May",), (), ("seal",))
    assert (config.topics, config.parts, config.watch) == ((topic,), (topic,), ("Halcyon Reach",))
    assert topic_named("harbour", config.topics) == topic


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"topic": {"Harbour!": HARBOUR}}, "small letters, digits and dashes"),
        ({"topic": {"harbour": {"exclude": ["seal"]}}}, "must have words, names or outlets"),
        ({"topic": {"harbour": {"word": ["x"]}}}, 'no setting "topic.harbour.word": did you mean "words"'),
        ({"topic": {"harbour": {"words": []}}}, "topic.harbour.words must be a list"),
        ({"topic": ["harbour"]}, "must be a table"),
        ({"topic": {"harbour": HARBOUR}, "parts": ["harbor"]}, 'no topic "harbor": did you mean "harbour"'),
        ({"parts": ["harbour"]}, r"describe it in brief.toml under \[topic.harbour\]"),
        ({"watch": "Reach"}, "watch must be a list"),
    ],
)
def test_what_cannot_be_is_named(settings: dict[str, object], told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        parse(settings, Path())
