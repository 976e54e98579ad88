"""Configuration: `brief.toml` → `Config`. Only this module knows the file's shape."""

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ConfigError
from briefing.model import Format
from briefing.window import time_zone

FILE = "brief.toml"
FORMATS: tuple[Format, ...] = ("md", "html", "pdf", "json")

SOURCES = "seeds"
LIBRARY = "library.sqlite"
ARCHIVE = "briefs"
TIMEZONE = "UTC"
DEFAULT_FORMATS: tuple[Format, ...] = ("md", "html", "pdf")
WORDS = 1200  # in all: a dozen events of a hundred words, which with their quotations fill ten minutes
METHOD = "brief"
TITLE = "Briefing"

SHOWN = 40  # characters of a wrong value that still leave the message on one line


@dataclass(frozen=True, slots=True)
class Config:
    """What the operator settled once, every path absolute or as given on the command line."""

    sources: tuple[Path, ...]  # files and folders to read
    library: Path  # the SQLite file
    archive: Path  # the folder briefings go to
    timezone: str  # IANA name: where the reader's days begin
    formats: tuple[Format, ...]  # of `FORMATS`, each once
    words: int  # of key sentences, over the whole briefing
    method: str  # how sentences are ranked; `briefing.summarise` knows the names
    templates: Path | None  # a folder with the user's own templates
    title: str  # what stands at the top of every briefing


def load(folder: Path) -> Config:
    """The configuration of a folder; what its `brief.toml` leaves out, or all of it without one, is the default.

    Relative paths are taken from `folder`. Raises ConfigError, in one line, for a file that is no TOML, a key that
    does not exist, or a value that cannot be.
    """
    path = folder / FILE
    try:
        settings = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        settings = {}
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}): check its permissions") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path} is not TOML: {one_line(error)}") from None
    try:
        return parse(settings, folder)
    except ConfigError as error:
        raise ConfigError(f"{path}: {one_line(error)}") from None


def parse(settings: Mapping[str, Any], folder: Path) -> Config:
    """The configuration these settings stand for; ConfigError names the key that is wrong."""
    for key in settings:
        if key not in READERS:
            raise ConfigError(f'there is no setting "{key}"{suggestion(key, tuple(READERS))}')
    values = {key: read(settings[key], key) for key, read in READERS.items() if key in settings}
    templates = values.get("templates")
    return Config(
        sources=tuple(folder / source for source in values.get("sources", (SOURCES,))),
        library=folder / values.get("library", LIBRARY),
        archive=folder / values.get("archive", ARCHIVE),
        timezone=values.get("timezone", TIMEZONE),
        formats=values.get("formats", DEFAULT_FORMATS),
        words=values.get("words", WORDS),
        method=values.get("method", METHOD),
        templates=None if templates is None else folder / templates,
        title=values.get("title", TITLE),
    )


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


def texts(value: object, key: str) -> tuple[str, ...]:
    """A list of strings, each with something in it."""
    if not isinstance(value, list) or not value:
        raise ConfigError(f'{key} must be a list such as ["one", "two"], not {shown(value)}')
    return tuple(path_name(each, f"each of {key}") for each in value)


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


def zone(value: object, key: str) -> str:
    """The name of a time zone."""
    name = text(value, key)
    time_zone(name)
    return name


READERS: Mapping[str, Callable[[object, str], Any]] = {
    "sources": texts,
    "library": path_name,
    "archive": path_name,
    "timezone": zone,
    "formats": formats,
    "words": count,
    "method": text,
    "templates": path_name,
    "title": text,
}


def suggestion(wrong: str, right: tuple[str, ...]) -> str:
    """What was probably meant, or all there is, as the end of a message."""
    close = difflib.get_close_matches(wrong.lower(), right, n=1)
    return f': did you mean "{close[0]}"?' if close else f": there is {', '.join(right)}"


def shown(value: object) -> str:
    """A value as a user would recognise it in a message of one line."""
    written = str(value).lower() if isinstance(value, bool) else repr(value)
    return written if len(written) <= SHOWN else written[:SHOWN] + "…"


def one_line(error: Exception) -> str:
    """An error's message without line breaks."""
    return " ".join(str(error).split())
