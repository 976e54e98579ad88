"""Configuration: `brief.toml` → `Config`. Only this module knows the file's shape."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.config.engine import AUTO, engine_name
from briefing.config.environment import overlay
from briefing.config.fetch import parse_fetch, web_addresses
from briefing.config.mail import Mail, Mailbox, Recipient, Schedule, parse_mail, parse_recipients, parse_schedule
from briefing.config.topics import parse_parts, parse_topics, phrases, topic_named
from briefing.config.values import FORMATS, Reader, count, formats, path_name, read, text, texts, zone
from briefing.database import Address, address
from briefing.errors import ConfigError
from briefing.model import Format, Topic
from briefing.read.web.manners import Manners

__all__ = ["FORMATS", "Config", "Mail", "Mailbox", "Recipient", "Schedule", "formats", "load", "parse", "topic_named"]

FILE = "brief.toml"

SOURCES = "seeds"
LIBRARY = "library.sqlite"
ARCHIVE = "briefs"
TIMEZONE = "UTC"
DEFAULT_FORMATS: tuple[Format, ...] = ("md", "html", "pdf")
WORDS = 1200  # in all: a dozen events of a hundred words, which with their quotations fill ten minutes
METHOD = "brief"
TITLE = "Briefing"
ENGINE = AUTO
ESCAPES = ("\\", "hex value", "scalar value")  # words of TOML's faults that tell of a backslash: C:\\Users
HINT = ": write paths with / or between single quotation marks"
DEFAULT_SCHEDULE = Schedule()
DEFAULT_MANNERS = Manners()


@dataclass(frozen=True, slots=True)
class Config:
    """What the operator settled once, every path absolute or as given on the command line."""

    sources: tuple[Path, ...]  # files and folders to read
    library: Address  # a SQLite file, or a database on a PostgreSQL server
    archive: Path  # the folder briefings go to
    timezone: str  # IANA name: where the reader's days begin
    formats: tuple[Format, ...]  # of `FORMATS`, each once
    words: int  # of key sentences, over the whole briefing
    method: str  # how sentences are ranked; `briefing.summarise` knows the names
    templates: Path | None  # a folder with the user's own templates
    title: str  # what stands at the top of every briefing
    schedule: Schedule = DEFAULT_SCHEDULE
    mail: Mail | None = None  # None: nothing is mailed
    recipients: tuple[Recipient, ...] = ()
    feeds: tuple[str, ...] = ()  # addresses of feeds to fetch
    pages: tuple[str, ...] = ()  # addresses of pages to fetch
    fetch: Manners = DEFAULT_MANNERS  # how fetching behaves
    watch: tuple[str, ...] = ()  # words whose events are never left out
    topics: tuple[Topic, ...] = ()  # what a briefing can be of
    parts: tuple[Topic, ...] = ()  # of those, the ones a briefing of everything has as its parts, in order
    engine: str = ENGINE  # where the work is done; `briefing.config.engine` knows the names
    processes: int | None = None  # of that engine; None: one a processor


def load(folder: Path) -> Config:
    """The configuration of a folder: the environment's `BRIEF_…`, then its `brief.toml`, then the defaults.

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
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path} is not in UTF-8 (line {line}): save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = HINT if any(each in str(error) for each in ESCAPES) else ""
        raise ConfigError(f"{path} is not TOML: {one_line(error)}{hint}") from None
    settings |= overlay(PLAIN, os.environ)
    try:
        return parse(settings, folder)
    except ConfigError as error:
        raise ConfigError(f"{path}: {one_line(error)}") from None


def parse(settings: Mapping[str, Any], folder: Path) -> Config:
    """The configuration these settings stand for; ConfigError names the key that is wrong."""
    values = read(settings, READERS)
    schedule = parse_schedule(values.get("schedule", {}))
    templates = values.get("templates")
    topics = parse_topics(values.get("topic", {}))
    return Config(
        sources=tuple(folder / source for source in values.get("sources", default_sources(values))),
        library=address(values.get("library", LIBRARY), folder),
        archive=folder / values.get("archive", ARCHIVE),
        timezone=values.get("timezone", TIMEZONE),
        formats=values.get("formats", DEFAULT_FORMATS),
        words=values.get("words", WORDS),
        method=values.get("method", METHOD),
        templates=None if templates is None else folder / templates,
        title=values.get("title", TITLE),
        schedule=schedule,
        mail=parse_mail(values["mail"], folder) if "mail" in values else None,
        recipients=parse_recipients(values["recipient"], schedule) if "recipient" in values else (),
        feeds=values.get("feeds", ()),
        pages=values.get("pages", ()),
        fetch=parse_fetch(values.get("fetch", {})),
        watch=values.get("watch", ()),
        topics=topics,
        parts=parse_parts(values.get("parts", ()), topics),
        engine=values.get("engine", ENGINE),
        processes=values.get("processes"),
    )


def default_sources(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Where to read from if nothing is said: the samples, unless articles come from the web."""
    return () if values.get("feeds") or values.get("pages") else (SOURCES,)


def as_it_stands(value: object, _key: str) -> object:
    """A table, which has a parser of its own."""
    return value


PLAIN: Mapping[str, Reader] = {
    "sources": texts,
    "library": path_name,
    "archive": path_name,
    "timezone": zone,
    "formats": formats,
    "words": count,
    "method": text,
    "templates": path_name,
    "title": text,
    "engine": engine_name,
    "processes": count,
}
READERS: Mapping[str, Reader] = {
    **PLAIN,
    **dict.fromkeys(("feeds", "pages"), web_addresses),
    **dict.fromkeys(("watch", "parts"), phrases),
    **dict.fromkeys(("schedule", "mail", "recipient", "fetch", "topic"), as_it_stands),
}


def one_line(error: Exception) -> str:
    """An error's message without line breaks."""
    return " ".join(str(error).split())
