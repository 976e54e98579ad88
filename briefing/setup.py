"""Set-up: all of `brief init`, from a few answers to a commented `brief.toml`, templates, samples."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from briefing.config import FILE, SOURCES, TIMEZONE
from briefing.config.mail import PASSWORD_VARIABLE
from briefing.errors import BriefError, ConfigError
from briefing.render.templates import shipped as shipped_templates
from briefing.window import time_zone

TEMPLATES = "templates"
ZONE_FILES = "zoneinfo/"  # what stands before a zone's name in the link /etc/localtime


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody who sets `brief` up is asked; empty strings for what they leave out."""

    sources: tuple[str, ...] = (SOURCES,)
    timezone: str = TIMEZONE
    sender: str = ""  # from which address mail leaves; empty: no mail
    host: str = ""
    user: str = ""
    recipient: str = ""
    templates: bool = False  # whether there is a folder of the user's own


def write_config(folder: Path, answers: Answers, *, force: bool = False) -> Path:
    """Write the folder's `brief.toml`; ConfigError where there is one already, unless `force`."""
    path = folder / FILE
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(commented(answers))
    except FileExistsError:
        raise ConfigError(f"{path} is there already: edit it, or write over it with --force") from None
    except OSError as error:
        raise BriefError(f"{path} cannot be written: {error.strerror}") from None
    return path


def copy_templates(folder: Path) -> Path:
    """Copy the shipped templates into the folder's `templates`; ConfigError where that is there already."""
    return copy(shipped_templates(), folder / TEMPLATES)


def copy_samples(folder: Path) -> Path:
    """Copy the sample articles into the folder's `seeds`; ConfigError where that is there already."""
    package = resources.files("briefing")
    inside = package / SOURCES
    return copy(inside if inside.is_dir() else Path(str(package)).parent / SOURCES, folder / SOURCES)


def copy(source: Traversable, target: Path) -> Path:
    """Copy a folder of the project's; ConfigError where the target exists, BriefError where it cannot be made."""
    try:
        target.mkdir()
    except FileExistsError:
        raise ConfigError(f"{target} is there already: move it away first") from None
    except OSError as error:
        raise BriefError(f"{target} cannot be made: {error.strerror}") from None
    for each in source.iterdir():
        if each.is_file():
            with each.open("rb") as read, (target / each.name).open("wb") as written:
                shutil.copyfileobj(read, written)
    return target


def guessed_zone(environ: Mapping[str, str], link: Path = Path("/etc/localtime")) -> str:
    """The machine's time zone by name, UTC where it cannot be told."""
    named = environ.get("TZ", "").removeprefix(":")
    try:
        found = named or str(link.readlink()).partition(ZONE_FILES)[2]
        return time_zone(found).key.removeprefix("Etc/")
    except (OSError, ConfigError):
        return TIMEZONE


def commented(answers: Answers) -> str:
    """The text of a `brief.toml` that says what each setting is for, with what is left out in comments."""
    general = f"""# brief: what to read, where to keep it, whom to send it. Every line may be left out.

# Files and folders to read articles from; feeds and pages on the web are listed as feeds = ["https://…"], pages = […].
sources = [{", ".join(quoted(each) for each in answers.sources)}]

# Where the reader lives: when a day begins, and the hours shown.
timezone = {quoted(answers.timezone)}

# The library (one file) and the archive (a folder of briefings).
library = "library.sqlite"
archive = "briefs"

# What to write: md, html, pdf, json.
formats = ["md", "html", "pdf"]

# How many words of key sentences a briefing may have in all.
words = 1200

# A folder of templates of your own; `brief init --templates` copies the shipped ones to begin with.
{"" if answers.templates else "# "}templates = {quoted(TEMPLATES)}

[schedule]
# When `brief run` makes and sends the briefing of the day before (or, with every = "week", of the week before).
hour = "07:00"
every = "day"
"""
    return general + (mail_lines(answers) if answers.sender else no_mail_lines())


def mail_lines(answers: Answers) -> str:
    """The tables for mail, filled in."""
    user = f"user = {quoted(answers.user)}" if answers.user else '# user = "…"'
    return f"""
[mail]
from = {quoted(answers.sender)}
host = {quoted(answers.host)}
security = "starttls"  # or "tls"
{user}
# The password never stands here: put it into the variable {PASSWORD_VARIABLE}, or name a file or a command that has it.
# password_file = "/home/you/.config/brief/password"
# password_command = ["pass", "show", "mail"]

[[recipient]]
address = {quoted(answers.recipient or answers.sender)}
# topics = ["harbour", "Port Selby"]  # only events that mention one of these
# attach = ["pdf"]
# hour = "06:30"
# every = "week"
# only_when_something = false  # also send when there is nothing to tell
"""


def no_mail_lines() -> str:
    """The tables for mail, in comments."""
    example = Answers(sender="The desk <desk@example.org>", host="smtp.example.org", user="desk@example.org",
                      recipient="Mira Solen <mira@example.org>")  # fmt: skip
    lines = mail_lines(example).strip().splitlines()
    return "\n# To have it mailed, take the marks away:\n" + "".join(f"# {line}".rstrip() + "\n" for line in lines)


def quoted(text: str) -> str:
    """A TOML basic string; JSON's strings are a part of those, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
