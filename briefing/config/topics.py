"""Topics: the tables `[topic.NAME]`, and the lists `parts` and `watch`, of `brief.toml`."""

import re
from collections.abc import Mapping
from typing import Any

from briefing.config.mail import table
from briefing.config.values import Reader, items, read, shown, suggestion, text
from briefing.errors import ConfigError
from briefing.model import Topic

# A name is part of a file's: 2026-W20-harbour.md.
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,9}")
NAME_CHARACTERS = 40


def phrases(value: object, key: str) -> tuple[str, ...]:
    """A list of words and phrases, each with white space folded and once."""
    found = (" ".join(text(each, f"each of {key}").split()) for each in items(value, key))
    return tuple(dict.fromkeys(found))


TOPIC: Mapping[str, Reader] = dict.fromkeys(("words", "names", "outlets", "exclude"), phrases)


def parse_topics(value: object) -> tuple[Topic, ...]:
    """The tables `[topic.NAME]`, in the file's order. Raises ConfigError."""
    return tuple(parse_topic(name, each) for name, each in table(value, "topic").items())


def parse_topic(name: str, value: object) -> Topic:
    """One `[topic.NAME]`."""
    if not NAME.fullmatch(name) or len(name) > NAME_CHARACTERS:
        raise ConfigError(f"a topic must be named in small letters, digits and dashes, not {shown(name)}")
    found: dict[str, Any] = read(table(value, f"topic.{name}"), TOPIC, f"topic.{name}.")
    if not found.keys() & {"words", "names", "outlets"}:
        raise ConfigError(f"topic.{name} must have words, names or outlets")
    return Topic(name, **{key: found.get(key, ()) for key in TOPIC})


def parse_parts(names: tuple[str, ...], topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics that a briefing has as its parts. Raises ConfigError where one is not there."""
    return tuple(topic_named(name, topics) for name in names)


def topic_named(name: str, topics: tuple[Topic, ...]) -> Topic:
    """The topic of that name; ConfigError where there is none."""
    found = next((topic for topic in topics if topic.name == name), None)
    if found is None:
        names = tuple(topic.name for topic in topics)
        hint = suggestion(name, names) if names else f": describe it in brief.toml under [topic.{name}]"
        raise ConfigError(f'there is no topic "{name}"{hint}')
    return found
