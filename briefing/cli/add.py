"""`brief add PATH|URL…`: articles into the library; feeds into brief.toml as well."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing.add import Added, add
from briefing.cli.amounts import amount
from briefing.cli.fetch import tell
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.config.engine import engine_name
from briefing.database import Address


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--once", is_flag=True, help="Do not put feeds into brief.toml.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--engine", metavar="NAME", help="Where to work: auto, serial, processes, dask://HOST:PORT.")
@click.option("--json", "as_json", is_flag=True, help="Print what came as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    sources: tuple[str, ...], once: bool, library: Address | None, engine: str | None, as_json: bool, quiet: bool
) -> None:
    """Add articles to the library: files, folders, pages, feeds.

    A feed, and every feed of an OPML list, is put into brief.toml, where brief fetch finds it.
    """
    config = load(Path())
    config = replace(
        config,
        library=library or config.library,
        engine=engine_name(engine, "--engine") if engine else config.engine,
    )
    with progress(quiet=quiet) as show:
        added = add(sources, config, Path(), datetime.now(UTC), follow=not once, progress=show)
    if as_json:
        click.echo(json.dumps(summary(added), ensure_ascii=False))
    tell(counts(added), added.problems, quiet=quiet)


def summary(added: Added) -> dict[str, object]:
    """What came, for programs."""
    return {
        "new": list(added.new),
        "changed": list(added.changed),
        "known": added.known,
        "subscribed": list(added.subscribed),
        "problems": [[problem.stage, problem.subject, problem.message] for problem in added.problems],
    }


def counts(added: Added) -> str:
    """What came, in one line."""
    line = f"{amount(len(added.new), 'new article')}, {len(added.changed)} changed, {added.known} known already"
    if added.subscribed:
        line += f"; {amount(len(added.subscribed), 'feed')} put into brief.toml"
    return line
