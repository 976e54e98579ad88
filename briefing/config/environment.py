"""Environment: a setting of `brief.toml` may be given as `BRIEF_…`, which goes before the file."""

from collections.abc import Mapping
from typing import Any

from briefing.config import values
from briefing.errors import ConfigError

PREFIX = "BRIEF_"
SEPARATOR = ","  # between the entries of a list


def overlay(readers: Mapping[str, values.Reader], environ: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the environment names, as the file would have them; an empty variable names none.

    Raises ConfigError, which names the variable, where the value cannot be.
    """
    found = {}
    for key, reader in readers.items():
        name = PREFIX + key.upper()
        written = environ.get(name, "")
        if written:
            found[key] = as_setting(written, reader, name)
            reader(found[key], name)
    return found


def as_setting(written: str, reader: values.Reader, name: str) -> object:
    """The text of a variable as the kind of value that its setting takes."""
    if reader in (values.texts, values.formats):
        return [each.strip() for each in written.split(SEPARATOR)]
    if reader is values.count:
        if not written.isdecimal():
            raise ConfigError(f"{name} must be a whole number above 0, not {values.shown(written)}")
        return int(written)
    return written
