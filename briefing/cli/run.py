"""`brief run`: what the schedule calls."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.cli.send import exit_status, report
from briefing.config import load
from briefing.database import Address
from briefing.deliver.lock import BusyError
from briefing.due import next_due
from briefing.run import run
from briefing.window import time_zone


@click.command("run")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--retry", is_flag=True, help="Try again at once what waits, and what was refused for good.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(library: Address | None, retry: bool, as_json: bool, quiet: bool) -> None:
    """Fetch, make and send whatever is due and not yet done; call it as often as you like."""
    config = load(Path())
    config = replace(config, library=library or config.library)
    try:
        with progress(quiet=quiet) as show:
            results = run(config, lambda: datetime.now(UTC), show, retry=retry)
    except BusyError as error:
        if not quiet:
            click.echo(f"brief: {error}", err=True)
        return
    report(results, config, as_json=as_json, quiet=quiet, settled=False)
    if not quiet and all(entry.key in each.done_before for each in results for entry in each.entries):
        then = next_due(config, datetime.now(UTC)).astimezone(time_zone(config.timezone))
        click.echo(f"Nothing to do; the next briefing is due at {then:%Y-%m-%d %H:%M} {config.timezone}.", err=True)
    sys.exit(exit_status(results))
