"""`brief import`: a library out of what `brief export` wrote."""

from pathlib import Path
from typing import BinaryIO

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.database import Address
from briefing.export import imported


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--library", type=LIBRARY, help="The library to make, if not library.sqlite.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(file: BinaryIO, library: Address | None, quiet: bool) -> None:
    """Make a library of FILE (-: standard input), which `brief export` wrote; there may be none with anything in it."""
    place = library or load(Path()).library
    with progress(quiet=quiet) as doing:
        rows = imported(file, place, doing)
    if not quiet:
        click.echo(f"{place}: {rows} rows", err=True)
