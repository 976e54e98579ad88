"""Values: what a setting may hold, and what to say where it holds something else."""

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import ConfigError
from briefing.model import Format
from briefing.window import time_zone

FORMATS: tuple[Format, ...] = ("md", "html", "pdf", "json")
SHOWN = 40  # characters of a wrong value that still leave the message on one line

Reader = Callable[[object, str], Any]  # (the value in the file, the setting's name) → the value meant


def read(settings: Mapping[str, Any], readers: Mapping[str, Reader], where: str = "") -> dict[str, Any]:
    """The settings by name, each read by its reader; ConfigError names a key that does not exist, or is wrong.

    where: what the keys belong to, put before their names: "mail.".
    """
    for key in settings:
        if key not in readers:
            raise ConfigError(f'there is no setting "{where}{key}"{suggestion(key, tuple(readers))}')
    return {key: reader(settings[key], f"{where}{key}") for key, reader in readers.items() if key in settings}


def text(value: object, key: str) -> str:
    """A string with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{key} must be text in quotation marks, not {shown(value)}")
    return value


def path_name(value: object, key: str) -> str:
    """The name of a file or folder."""
    name = text(value, key)
    if "\0" in name:
        raise ConfigError(f"{key} is no name a file can have")
    return str(Path(name).expanduser()) if name.startswith("~/") else name


def items(value: object, key: str) -> list[object]:
    """A list with something in it."""
    if not isinstance(value, list) or not value:
        raise ConfigError(f'{key} must be a list such as ["one", "two"], not {shown(value)}')
    return value


def texts(value: object, key: str) -> tuple[str, ...]:
    """A list of strings, each with something in it."""
    return tuple(path_name(each, f"each of {key}") for each in items(value, key))


def formats(value: object, key: str) -> tuple[Format, ...]:
    """A list of formats, each once."""
    chosen = {}
    for each in texts(value, key):
        known = [format_ for format_ in FORMATS if format_ == each]
        if not known:
            raise ConfigError(f'{key} knows no "{each}"{suggestion(each, FORMATS)}')
        chosen[each] = known[0]
    return tuple(chosen.values())


def count(value: object, key: str) -> int:
    """A whole number above nought."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError(f"{key} must be a whole number above 0, not {shown(value)}")
    return value


def flag(value: object, key: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ConfigError(f"{key} must be true or false, not {shown(value)}")
    return value


def zone(value: object, key: str) -> str:
    """The name of a time zone."""
    name = text(value, key)
    time_zone(name)
    return name


def one_of(*words: str) -> Reader:
    """One of these words."""

    def reader(value: object, key: str) -> str:
        if value not in words:
            wrong = value if isinstance(value, str) else shown(value)
            raise ConfigError(f'{key} knows no "{wrong}"{suggestion(str(wrong), words)}')
        return str(value)

    return reader


def suggestion(wrong: str, right: tuple[str, ...]) -> str:
    """What was probably meant, or all there is, as the end of a message."""
    close = difflib.get_close_matches(wrong.lower(), right, n=1)
    return f': did you mean "{close[0]}"?' if close else f": there is {', '.join(right)}"


def shown(value: object) -> str:
    """A value as a user would recognise it in a message of one line."""
    written = str(value).lower() if isinstance(value, bool) else repr(value)
    return written if len(written) <= SHOWN else written[:SHOWN] + "…"
