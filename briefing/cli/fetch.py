"""`brief fetch`: what is new in the feeds and pages of `brief.toml`."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import Config, load
from briefing.config.engine import engine_name
from briefing.database import Address
from briefing.errors import ConfigError
from briefing.fetch import Fetched, fetch
from briefing.model import Problem

SOME_UNREAD = 3  # exit status: done, but some inputs could not be read
PROBLEMS_SHOWN = 10  # --json has them all


@click.command("fetch")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--engine", metavar="NAME", help="Where to work: auto, serial, processes, dask://HOST:PORT.")
@click.option("--opml-export", is_flag=True, help="Print the feeds of brief.toml as OPML; fetch nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what came as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(library: Address | None, engine: str | None, opml_export: bool, as_json: bool, quiet: bool) -> None:
    """Fetch what is new in the feeds and pages that brief.toml lists."""
    config = load(Path())
    if opml_export:
        click.echo(exported(config), nl=False)
        return
    urls = (*config.feeds, *config.pages)
    if not urls:
        raise ConfigError("brief.toml lists neither feeds nor pages: brief add URL adds a feed")
    config = replace(
        config,
        library=library or config.library,
        engine=engine_name(engine, "--engine") if engine else config.engine,
    )
    with progress(quiet=quiet) as show:
        fetched = fetch(urls, config, datetime.now(UTC), show)
    if as_json:
        click.echo(json.dumps(summary(fetched), ensure_ascii=False))
    tell(counts(fetched), fetched.taken.problems, quiet=quiet)


def exported(config: Config) -> str:
    """The feeds as OPML."""
    from briefing.read.opml import Listed, opml

    return opml([Listed(url, "") for url in config.feeds], config.title)


def summary(fetched: Fetched) -> dict[str, object]:
    """What came, for programs."""
    taken = fetched.taken
    return {
        "asked": fetched.asked,
        "unchanged": fetched.unchanged,
        "feeds": list(fetched.feeds),
        "new": list(taken.new),
        "changed": list(taken.changed),
        "known": taken.known,
        "problems": [[problem.stage, problem.subject, problem.message] for problem in taken.problems],
    }


def counts(fetched: Fetched) -> str:
    """What came, in one line."""
    taken = fetched.taken
    return (
        f"{fetched.asked} feeds and pages asked, {fetched.unchanged} without news: "
        f"{amount(len(taken.new), 'new article')}, {len(taken.changed)} changed"
    )


def tell(line: str, problems: tuple[Problem, ...], *, quiet: bool) -> None:
    """A line and the first problems on standard error; ends with status 3 where there are problems."""
    if not quiet:
        click.echo(line, err=True)
        for problem in problems[:PROBLEMS_SHOWN]:
            click.echo(f"brief: {problem.subject}: {problem.message}", err=True)
        if len(problems) > PROBLEMS_SHOWN:
            click.echo(f"brief: and {len(problems) - PROBLEMS_SHOWN} more, listed by --json", err=True)
    if problems:
        sys.exit(SOME_UNREAD)
