"""Doctor: everything `brief` needs to work, looked at one by one; each finding says what to do about it."""

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefing.config import FILE, Config, load
from briefing.database import Address
from briefing.errors import BriefError, ConfigError, StoreError
from briefing.window import time_zone

if TYPE_CHECKING:
    from briefing.deliver.delivery import Entry

Level = Literal["ok", "warning", "fault"]

FREE_WARNING = 500_000_000  # bytes: a library of 100,000 articles takes about this much
FREE_FAULT = 50_000_000  # a week's articles and briefings no longer fit for sure
DAMAGED = "`brief doctor --repair` keeps what can be read; or put a copy in its place"
CLOCK_SLACK = timedelta(hours=1)  # between two machines that share a library
# Languages whose scripts the fonts that come with Typst do not have (docs/reference/templates.md).
FONTLESS = ("ar", "bn", "fa", "he", "hi", "ja", "ka", "ko", "ta", "te", "th", "ur", "zh")
OTHERS = stat.S_IRWXG | stat.S_IRWXO
RECENT = timedelta(days=7)  # how long a letter that failed is worth a word


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    subject: str
    message: str
    advice: str = ""  # what to do; empty where nothing need be done


@dataclass(frozen=True, slots=True)
class Ward:
    """What the checks look at."""

    config: Config
    now: datetime
    offline: bool  # ask no server


def examine(folder: Path, now: datetime, *, offline: bool = False, library: Address | None = None) -> Iterator[Finding]:
    """Every finding, in the order of the pipeline. Nothing is changed, and nothing raised that a check is about."""
    try:
        config = load(folder)
    except ConfigError as error:
        yield Finding("fault", "configuration", str(error), f"edit {FILE}; all else waits for it")
        return
    config = replace(config, library=library or config.library)
    there = (folder / FILE).exists()
    yield Finding("ok", "configuration", f"{folder / FILE} is sound" if there else "no brief.toml: all defaults")
    ward = Ward(config, now, offline)
    for check in CHECKS:
        try:
            yield from check(ward)
        except (BriefError, OSError) as error:
            yield Finding("fault", check.__name__.replace("_", " "), str(error), "see the message")


def sources(ward: Ward) -> Iterator[Finding]:
    """Whether there is something to read, and it may be read."""
    config = ward.config
    for source in config.sources:
        if not source.exists():
            yield Finding(
                "fault", "sources", f"there is no file or folder {source}", "make it, or change sources in brief.toml"
            )
        elif not os.access(source, os.R_OK | (os.X_OK if source.is_dir() else 0)):
            yield Finding("fault", "sources", f"{source} may not be read", "change its permissions")
        elif source.is_dir() and not any(source.iterdir()):
            yield Finding("warning", "sources", f"{source} is empty", "put articles there, or name another folder")
        else:
            yield Finding("ok", "sources", f"{source} can be read")
    web = (*config.feeds, *config.pages)
    if web and there(config.library):
        from briefing.store import open_library
        from briefing.unreached import unreached

        open_library(config.library).close()
        asked, failed = unreached(config, config.library)
        for problem in failed:
            yield Finding("warning", "sources", f"{problem.subject}: {problem.message}", "open it in a browser")
        if not failed:
            yield Finding("ok", "sources", f"{asked} of {len(web)} feeds and pages asked so far, none failed last")


def library(ward: Ward) -> Iterator[Finding]:
    """Whether the library is whole."""
    path = ward.config.library
    if not path.exists():
        yield Finding("ok", "library", f"{path} is not there yet: it is made with the first briefing")
        return
    from briefing.database.seam import backend, opened
    from briefing.store.migrations import recognise

    try:
        with opened(path) as connection:
            recognise(connection, path)
            said = connection.faults()
            articles = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    except backend(path).Error as error:
        told = " ".join(str(error).split())
        yield Finding("fault", "library", f"{path} cannot be read: {told}", DAMAGED)
        return
    if not said:
        yield Finding("ok", "library", f"{path} is whole: {articles:,} articles")
    else:
        yield Finding("fault", "library", f"{path} is damaged: {'; '.join(said)}", DAMAGED)


def there(library: Address) -> bool:
    """Whether there is a library; where it cannot be told, `library` has told of it."""
    try:
        return library.exists()
    except StoreError:
        return False


def is_of_today(library: Address) -> bool:
    """Whether there is a library of this version's schema; where it cannot be told, `library` has told of it."""
    from briefing.database.seam import errors, opened
    from briefing.store.migrations import SCHEMA

    try:
        if not library.exists():
            return False
        with errors(library), opened(library) as connection:
            return connection.schema() == SCHEMA
    except StoreError:
        return False


def archive(ward: Ward) -> Iterator[Finding]:
    """Whether briefings can be written."""
    folder = ward.config.archive
    existing = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        yield Finding("ok", "archive", f"{folder} can be written")
    else:
        yield Finding("fault", "archive", f"{existing} may not be written", "change its permissions, or archive")


def templates(ward: Ward) -> Iterator[Finding]:
    """Whether every format can be made, by making each of an empty briefing; and whether its letters can be printed."""
    from briefing import pipeline
    from briefing.model import Brief, Coverage
    from briefing.render import render, to_mail
    from briefing.window import day

    config = ward.config
    window = day("today", ward.now.date(), config.timezone)
    coverage = Coverage(0, 0, 0, 0, (), (), (), ())
    brief = Brief(window.id, config.title, window, pipeline.GENERATOR, config.timezone, (), (), (), (), coverage)
    for format_ in config.formats:
        render(brief, format_, templates=config.templates)
    to_mail.to_mail(brief, to_mail.Setting("mailto:a@example.org"), templates=config.templates)
    yield Finding("ok", "templates", f"{', '.join(config.formats)} and mail can be made")


def fonts(ward: Ward) -> Iterator[Finding]:
    """Whether the PDF has letters for the languages in the library."""
    config = ward.config
    if "pdf" not in config.formats or not there(config.library):
        return
    from briefing.database.connection import marks
    from briefing.database.seam import errors, opened

    own = config.templates is not None and (config.templates / "fonts").is_dir()
    query = f"SELECT language, count(*) FROM article WHERE language IN ({marks(FONTLESS)}) GROUP BY 1 ORDER BY 1"  # noqa: S608 marks only
    try:
        with errors(config.library), opened(config.library) as connection:
            found = connection.execute(query, FONTLESS).fetchall()
    except StoreError:
        return  # `library` has told of it
    if found and not own:
        told = ", ".join(f"{language} ({number})" for language, number in found)
        advice = "put fonts for it into a folder fonts/ beside your own brief.typ: docs/reference/templates.md"
        yield Finding("warning", "fonts", f"the PDF's fonts have no letters for articles in {told}", advice)
    else:
        yield Finding("ok", "fonts", "the PDF has letters for every language in the library")


def clock(ward: Ward) -> Iterator[Finding]:
    """Whether it is as late as the machine says, and in which time zone the reader lives."""
    from briefing.setup import guessed_zone

    config = ward.config
    local = ward.now.astimezone(time_zone(config.timezone))
    newest = newest_article(config.library)
    if newest and newest > ward.now + CLOCK_SLACK:
        message = f"it is {local:%Y-%m-%d %H:%M}, but the library was filled at {newest:%Y-%m-%d %H:%M} UTC"
        yield Finding("fault", "clock", message, "set the machine's clock: timedatectl set-ntp true")
    else:
        yield Finding("ok", "clock", f"it is {local:%Y-%m-%d %H:%M} in {config.timezone}")
    machine = guessed_zone(os.environ)
    if local.utcoffset() != ward.now.astimezone(time_zone(machine)).utcoffset():
        advice = "set timezone in brief.toml, if the reader lives where the machine is"
        yield Finding(
            "warning", "time zone", f"this machine lives in {machine}, the reader in {config.timezone}", advice
        )


def newest_article(library: Address) -> datetime | None:
    """When the library last took an article."""
    if not there(library):
        return None
    from briefing.database.seam import errors, opened

    try:
        with errors(library), opened(library) as connection:
            moment = connection.execute("SELECT max(seen_at) FROM article").fetchone()[0]
    except StoreError:
        return None
    return datetime.fromisoformat(moment) if moment else None


def room(free: int) -> str:
    """So many bytes, for people."""
    return f"{free / 1e9:,.1f} GB" if free >= 1e9 else f"{free // 1_000_000} MB"


def disk(ward: Ward) -> Iterator[Finding]:
    """Whether there is room."""
    archive, library = ward.config.archive, ward.config.library
    here = [("library", library.parent)] if isinstance(library, Path) else []
    for name, path in (*here, ("archive", archive)):
        existing = next(each for each in (path.absolute(), *path.absolute().parents) if each.exists())
        free = shutil.disk_usage(existing).free
        level: Level = "fault" if free < FREE_FAULT else "warning" if free < FREE_WARNING else "ok"
        advice = "" if level == "ok" else f"make room on the disk of {existing}"
        yield Finding(level, "disk", f"{room(free)} free for the {name}", advice)


def mail(ward: Ward) -> Iterator[Finding]:
    """Whether mail could leave: the server answers, its certificate holds, it knows user and password."""
    config = ward.config
    if config.mail is None:
        if config.recipients:
            yield Finding(
                "fault", "mail", "there are recipients but no [mail]", "say there by which server mail leaves"
            )
        else:
            yield Finding("ok", "mail", "not set up: nothing is mailed")
        return
    from briefing.deliver.smtp import SessionError
    from briefing.letters import picture
    from briefing.send import carrier, password

    if config.mail.logo:
        picture(config.mail.logo)
    if not config.recipients:
        yield Finding("warning", "mail", "nobody gets any mail", "add a [[recipient]] to brief.toml")
    where = f"{config.mail.host}:{config.mail.port}"
    if config.mail.user is not None:
        password(config.mail)
        file = config.mail.password_file
        if file and file.exists() and file.stat().st_mode & OTHERS:
            yield Finding("warning", "mail", f"others than you may read {file}", f"chmod 600 {file}")
    if ward.offline:
        yield Finding("ok", "mail", f"{where} was not asked (--offline)")
        return
    with closing(carrier(config)) as connection:
        try:
            connection.ready()
        except SessionError as error:
            yield Finding("fault", "mail", str(error), "nothing was sent")
        else:
            yield Finding("ok", "mail", f"{where} takes our mail" + (" and login" if config.mail.user else ""))


def deliveries(ward: Ward) -> Iterator[Finding]:
    """Whether letters of the last days did not arrive."""
    from briefing.deliver.ledger import Ledger

    path = ward.config.library
    if not is_of_today(path):
        return  # no ledger yet; the next run brings it
    missed: dict[str, list[Entry]] = {}
    with Ledger(path) as ledger:
        for each in sorted(ledger.entries(), key=lambda entry: entry.changed_at):
            if each.changed_at > ward.now - RECENT and each.state in ("deferred", "refused"):
                missed.setdefault(each.key.recipient, []).append(each)
    for recipient, letters in missed.items():
        yield Finding("warning", "deliveries", *lost(recipient, letters))


def lost(recipient: str, letters: Sequence["Entry"]) -> tuple[str, str]:
    """What a recipient did not get, told once, and what to do. letters: the latest last, at least one."""
    from briefing.deliver.delivery import ARCHIVE

    latest = letters[-1]
    files = recipient == ARCHIVE
    before = f" ({len(letters) - 1} more did not arrive)" if len(letters) > 1 else ""
    to = "the archive" if files else recipient
    told = f"{latest.key.briefing} to {to} was {latest.state}: {latest.reply}{before}"
    if latest.state == "deferred":
        return told, "it is tried again"
    option = "--week" if "W" in latest.key.briefing else "--day"
    if files:
        return told, f"brief make {option} {latest.key.briefing}"
    return told, f"mend the address in {FILE}; for the same again, brief send --retry {option} {latest.key.briefing}"


def corrections(ward: Ward) -> Iterator[Finding]:
    """Whether what the user said of single words can still be followed."""
    from briefing.compose.marks import placed
    from briefing.store import open_library
    from briefing.store.remembered import Remembered

    path = ward.config.library
    if not is_of_today(path):
        return  # the next run brings it up to date
    with open_library(path) as library, Remembered(path) as remembered:
        kept = remembered.kept()
        articles = {each.id: each for each in library.get(each.correction.subjects[0] for each in kept)}
    lapsed = [each.number for each in kept if each.correction.span and placed(each.correction, articles) is None]
    if lapsed:
        numbers = ", ".join(map(str, lapsed))
        message = f"{len(lapsed)} of {len(kept)} are about words that their articles say no more: {numbers}"
        yield Finding("warning", "corrections", message, "look at brief corrections, and undo what is not needed")
    elif kept:
        yield Finding("ok", "corrections", f"{len(kept)} are followed: brief corrections lists them")


def schedule(ward: Ward) -> Iterator[Finding]:
    """Whether anything calls `brief run`."""
    from briefing.deliver.install import installed
    from briefing.deliver.timer import Timer

    how = installed(Timer(Path.cwd(), ()))
    if how:
        yield Finding("ok", "schedule", f"brief run is called by {how}")
    elif ward.config.recipients:
        yield Finding("warning", "schedule", "nothing calls brief run", "brief schedule install")
    else:
        yield Finding("ok", "schedule", "none: briefings are made when you ask")


CHECKS: tuple[Callable[[Ward], Iterable[Finding]], ...] = (
    sources,
    library,
    archive,
    templates,
    fonts,
    clock,
    disk,
    mail,
    deliveries,
    corrections,
    schedule,
)
