"""`brief send`: a briefing by mail, to each recipient once."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing import window
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import Config, load
from briefing.database import Address
from briefing.deliver.delivery import ARCHIVE, Entry
from briefing.deliver.ledger import Ledger
from briefing.due import latest, named
from briefing.errors import FAILED, ConfigError
from briefing.send import FIRST_EDITION, Issue, Order, Sent, mail_of, send
from briefing.store import open_library
from briefing.window import time_zone

SOME_UNREAD = 3  # exit status: done, but some inputs could not be read
OUTBOX = Path("outbox")
PROBLEMS_SHOWN = 10  # the rest stands in the coverage note
STATUS_LINES = 50  # the latest; `--json` gives all


@click.command("send", context_settings={"show_default": True})
@click.option("--day", is_flag=False, flag_value="yesterday", metavar="[DATE]", help="2026-05-11, today, or yesterday.")
@click.option("--week", is_flag=False, flag_value="last", metavar="[WEEK]", help="2026-W20, this, or the last one.")
@click.option("--to", "to", multiple=True, metavar="ADDRESS", help="Send to this recipient only; may be repeated.")
@click.option("--edition", type=click.IntRange(1), default=FIRST_EDITION, help="2 and more send a correction.")
@click.option("--retry", is_flag=True, help="Try again at once what waits, and what was refused for good.")
@click.option("--dry-run", is_flag=True, help="Write the letters as .eml files; send nothing, change nothing.")
@click.option("--out", type=click.Path(path_type=Path), default=OUTBOX, help="Where --dry-run writes to.")
@click.option("--status", is_flag=True, help="Show the ledger: what was sent to whom.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    day: str | None,
    week: str | None,
    to: tuple[str, ...],
    edition: int,
    retry: bool,
    dry_run: bool,
    out: Path,
    status: bool,
    library: Address | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Mail the briefing of the last whole day (or another day or week) to every recipient who has not had it yet."""
    config = load(Path())
    config = replace(config, library=library or config.library)
    if status:
        show_status(config, as_json=as_json)
        return
    mail_of(config)
    now = datetime.now(UTC)
    issues = asked(config, day, week, to, now)
    if not issues:
        raise ConfigError(nobody(config, by_the_week=week is not None))
    order = Order(config, lambda _ledger: issues, edition, retry=retry, dry_run=out if dry_run else None)
    with progress(quiet=quiet) as show:
        results = send(order, lambda: datetime.now(UTC), show)
    if dry_run and not as_json:
        show_letters(results)
    else:
        report(results, config, as_json=as_json, quiet=quiet)
    sys.exit(exit_status(results))


def asked(config: Config, day: str | None, week: str | None, to: Sequence[str], now: datetime) -> tuple[Issue, ...]:
    """Which issue is asked for, and for whom: without `--to` a day's is for daily readers, a week's for weekly ones."""
    if day and week:
        raise ConfigError("--day and --week do not go together: give one of them")
    recipients = named(config, to)
    if not day and not week:
        return latest(config, recipients, now)
    today = now.astimezone(time_zone(config.timezone)).date()
    of = window.day(day, today, config.timezone) if day else window.week(week or "last", today, config.timezone)
    wanted = tuple(each for each in recipients if to or each.every == of.kind)
    return (Issue(of, wanted),) if wanted else ()


def nobody(config: Config, *, by_the_week: bool) -> str:
    """Why the briefing asked for is for nobody, and what to do."""
    if not config.recipients:
        return "there is no recipient: add a [[recipient]] to brief.toml, or name one with --to"
    length = "week" if by_the_week else "day"
    return f'no recipient reads by the {length}: set every = "{length}" for one, or name one with --to'


def report(results: Sequence[Sent], config: Config, *, as_json: bool, quiet: bool, settled: bool = True) -> None:
    """One line a recipient on standard output, what went wrong on standard error: each fault of a source once.

    settled: whether to show, too, what an earlier run had done or given up; what still waits is shown in any case.
    A quiet run says only what it tried itself and did not bring about: a schedule knocks every five minutes, for days.
    """
    tried = [(entry, entry.key not in each.done_before) for each in results for entry in each.entries]
    if as_json:
        click.echo(json.dumps([row(entry) for entry, _ in tried], ensure_ascii=False))
    elif not quiet:
        for entry, now in tried:
            if now or settled or entry.state == "deferred":
                click.echo(line(entry, config) + ("" if now else " (before)"))
    problems = () if quiet else dict.fromkeys(each for sent in results for each in sent.problems[:PROBLEMS_SHOWN])
    for problem in problems:
        click.echo(f"brief: {problem.subject}: {problem.message}", err=True)
    for entry, now in tried:
        if now and entry.state in ("deferred", "refused") and (quiet or as_json):
            click.echo(f"brief: {line(entry, config)}", err=True)


def show_letters(results: Sequence[Sent]) -> None:
    """After a dry run: the files that were written, and who would get nothing, or has had it."""
    for each in results:
        for entry in each.entries:
            if entry.key in each.done_before:
                click.echo(f"{entry.key.recipient} has {entry.key.briefing} already, or waits for it", err=True)
            elif entry.state == "empty":
                click.echo(f"{entry.key.recipient} would get nothing of {entry.key.briefing}: {entry.reply}", err=True)
            else:
                click.echo(entry.reply)


def show_status(config: Config, *, as_json: bool) -> None:
    """Print the ledger."""
    open_library(config.library, create=False).close()  # an older library has no ledger until it is brought up to date
    with Ledger(config.library) as ledger:
        entries = ledger.entries()
    if as_json:
        click.echo(json.dumps([row(entry) for entry in entries], ensure_ascii=False))
        return
    for entry in sorted(entries, key=lambda each: each.changed_at)[-STATUS_LINES:]:  # ids of weeks and days mix badly
        click.echo(line(entry, config))
    if not entries:
        click.echo("Nothing was sent yet.", err=True)


def line(entry: Entry, config: Config) -> str:
    """An entry for people."""
    zone = time_zone(config.timezone)
    edition = f" (edition {entry.key.edition})" if entry.key.edition != FIRST_EDITION else ""
    files = entry.key.recipient == ARCHIVE
    told = {
        "sent": "written" if files else "sent",
        "sending": "begun and not ended: sent again next time",
        "empty": "nothing to write" if files else "nothing to send",
        "deferred": f"put off: {entry.reply}",
        "refused": f"refused for good: {entry.reply}",
    }[entry.state]
    when = f"{entry.changed_at.astimezone(zone):%Y-%m-%d %H:%M}"
    again = f"; again after {entry.retry_at.astimezone(zone):%Y-%m-%d %H:%M}" if entry.retry_at else ""
    return f"{entry.key.briefing}{edition}  {entry.key.recipient}  {when}  {told}{again}"


def row(entry: Entry) -> dict[str, object]:
    """An entry for programs."""
    return {
        "briefing": entry.key.briefing,
        "edition": entry.key.edition,
        "recipient": entry.key.recipient,
        "state": entry.state,
        "tries": entry.tries,
        "message_id": entry.message_id,
        "changed_at": entry.changed_at.isoformat(),
        "retry_at": entry.retry_at.isoformat() if entry.retry_at else None,
        "reply": entry.reply,
    }


def exit_status(results: Sequence[Sent]) -> int:
    """1 where anything did not arrive, 3 where some inputs could not be read, else 0."""
    if any(each.failed for each in results):
        return FAILED
    return SOME_UNREAD if any(each.problems for each in results) else 0
