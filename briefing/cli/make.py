"""`brief make`: a briefing of a week, a day, a month, or any stretch of days."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefing import window
from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import FORMATS, Config, formats, load, topic_named
from briefing.config.engine import engine_name
from briefing.database import Address
from briefing.errors import ConfigError
from briefing.make import Made, Order, make
from briefing.model import Format, Window
from briefing.read.naming import source_name
from briefing.window import time_zone

SOME_UNREAD = 3  # exit status: done, but some inputs could not be read
DRY_FORMATS: tuple[Format, ...] = ("md",)  # what a dry run prints
PROBLEMS_SHOWN = 10  # the rest stands in the coverage note
WEEKS_SHOWN = 12  # the latest ones; a user who looks for an older week knows its name


@click.command("make", context_settings={"show_default": True})
@click.option("--week", is_flag=False, flag_value="this", metavar="[WEEK]", help="2026-W20, last, or this one.")
@click.option("--day", is_flag=False, flag_value="today", metavar="[DATE]", help="2026-05-11, yesterday, or today.")
@click.option("--month", is_flag=False, flag_value="this", metavar="[MONTH]", help="2026-05, last, or this one.")
@click.option("--from", "first", metavar="DATE", help="First day of any stretch of days.")
@click.option("--to", "last", metavar="DATE", help="Its last day (today, if not given).")
@click.option(
    "--source", "sources", multiple=True, metavar="PATH", help="Brief these files and folders alone; more may follow."
)
@click.argument("more", nargs=-1, metavar="[PATH]...")
@click.option("--format", "kinds", multiple=True, metavar="LIST", help=f"Any of {','.join(FORMATS)}.")
@click.option("--out", type=click.Path(path_type=Path), help="The archive's folder, if not briefs/.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--engine", metavar="NAME", help="Where to work: auto, serial, processes, dask://HOST:PORT.")
@click.option("--words", type=click.IntRange(1), help="At most this many words of key sentences in all.")
@click.option("--method", metavar="NAME", help="How sentences are ranked: brief, textrank, lsa, lead, sumy:lex-rank, …")
@click.option("--topic", metavar="NAME", help="Brief one topic of brief.toml alone.")
@click.option("--force", is_flag=True, help="Write over files that were edited by hand.")
@click.option("--dry-run", is_flag=True, help="Print the briefing as Markdown; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    week: str | None,
    day: str | None,
    month: str | None,
    first: str | None,
    last: str | None,
    sources: tuple[str, ...],
    more: tuple[str, ...],
    kinds: tuple[str, ...],
    out: Path | None,
    library: Address | None,
    words: int | None,
    method: str | None,
    topic: str | None,
    engine: str | None,
    force: bool,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Make a briefing of a week (this one, unless said otherwise), a day, a month, or any stretch of days."""
    if more and not sources:
        raise click.UsageError(f"unexpected {more[0]}: name what to read with --source {more[0]}")
    config = load(Path())
    now = datetime.now(UTC)
    today = now.astimezone(time_zone(config.timezone)).date()
    config = replace(
        config,
        sources=tuple(Path(source) for source in (*sources, *more)) or config.sources,
        formats=DRY_FORMATS if dry_run else wanted(kinds) or config.formats,
        archive=out or config.archive,
        library=library or config.library,
        words=words or config.words,
        method=method or config.method,
        engine=engine_name(engine, "--engine") if engine else config.engine,
    )
    order = Order(
        config=config,
        window=asked(week, day, month, first, last, today, config),
        only_sources=bool(sources),
        force=force,
        dry_run=dry_run,
        topic=topic_named(topic, config.topics) if topic else None,
    )
    with progress(quiet=quiet) as show:
        made = make(order, now, show)
    report(made, order, as_json=as_json, quiet=quiet)
    if made.unread:
        sys.exit(SOME_UNREAD)


def wanted(kinds: Sequence[str]) -> tuple[Format, ...]:
    """The formats of all --format there are, each of which may name several; none where there is none."""
    return formats([each.strip() for each in ",".join(kinds).split(",")], "--format") if kinds else ()


def asked(
    week: str | None,
    day: str | None,
    month: str | None,
    first: str | None,
    last: str | None,
    today: date,
    config: Config,
) -> Window:
    """The window that was asked for; ConfigError where it is more than one."""
    given = [name for name, value in (("--week", week), ("--day", day), ("--month", month), ("--from", first)) if value]
    if len(given) > 1:
        raise ConfigError(f"{given[0]} and {given[1]} do not go together: give one of them")
    if last and not first:
        raise ConfigError("--to needs --from: give the first day too")
    if day:
        return window.day(day, today, config.timezone)
    if month:
        return window.month(month, today, config.timezone)
    if first:
        return window.between(first, last or "today", today, config.timezone)
    return window.week(week or "this", today, config.timezone)


def report(made: Made, order: Order, *, as_json: bool, quiet: bool) -> None:
    """Data on standard output, everything else on standard error."""
    coverage = made.brief.coverage
    if as_json:
        click.echo(json.dumps(summary(made), ensure_ascii=False))
    elif order.dry_run:
        click.echo(made.files["md"].decode("utf-8"), nl=False)
    elif not quiet:
        for path in made.written:
            click.echo(str(path))
    if quiet:
        return
    if not coverage.articles:
        click.echo(empty(made, order), err=True)
    else:
        click.echo(f"{made.brief.id}: {counts(made)}", err=True)
    if made.kept:
        click.echo(f"brief: {made.kept} was edited by hand and is kept: --force writes over it", err=True)
    for problem in coverage.problems[:PROBLEMS_SHOWN]:
        click.echo(f"brief: {problem.subject}: {problem.message}", err=True)
    if len(coverage.problems) > PROBLEMS_SHOWN:
        click.echo(f"brief: and {len(coverage.problems) - PROBLEMS_SHOWN} more, in the coverage note", err=True)


def empty(made: Made, order: Order) -> str:
    """What to say when the window holds no article: which weeks do."""
    weeks = made.weeks
    if not weeks and order.only_sources:
        return f"No article is from {made.brief.id}: {named(order.config.sources)} has none with a date."
    if not weeks:
        return f"No article is from {made.brief.id}, and the library has no dated article yet: name some with --source."
    shown = ", ".join(f"{week} ({articles})" for week, articles in list(weeks.items())[-WEEKS_SHOWN:])
    if order.topic:  # the weeks are those of all articles
        return f'Nothing of {order.window.id} is of the topic "{order.topic.name}". Weeks with articles of any: {shown}'
    return f"No article is from {made.brief.id}. Weeks with articles: {shown}"


def named(sources: Sequence[Path]) -> str:
    """What was to be read, in a few words."""
    return source_name(sources[0]) if len(sources) == 1 else f"what {len(sources)} sources hold"


def counts(made: Made) -> str:
    """How much went in and came out, in one line."""
    coverage = made.brief.coverage
    found = ((coverage.articles, "article"), (coverage.outlets, "outlet"), (coverage.events, "event"))
    return (
        f"{', '.join(amount(number, noun) for number, noun in found)}; "
        f"{len(made.brief.sections)} told, {len(made.brief.also)} in a line"
    )


def summary(made: Made) -> dict[str, object]:
    """What was made, for programs."""
    coverage = made.brief.coverage
    return {
        "id": made.brief.id,
        "files": [str(path) for path in made.written],
        "articles": coverage.articles,
        "outlets": coverage.outlets,
        "events": coverage.events,
        "sections": len(made.brief.sections),
        "undated": len(coverage.undated),
        "problems": [[problem.stage, problem.subject, problem.message] for problem in coverage.problems],
        "weeks": dict(made.weeks),
    }
