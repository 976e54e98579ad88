"""`brief export`: the whole library as JSON Lines."""

import sys
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.database import Address
from briefing.errors import DeliverError
from briefing.export import exported

MEGABYTE = 1_000_000


@click.command("export")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(file: Path | None, library: Address | None, quiet: bool) -> None:
    """Write everything in the library to FILE, or to standard output, as JSON Lines.

    Articles with all their versions, editions, events, what you said of events and people, deliveries, visits: all but
    what can be found again from them. `brief import` makes a library of it.
    """
    with progress(quiet=quiet) as doing:
        lines = exported(library or load(Path()).library, doing)
        if file is None:
            sys.stdout.buffer.writelines(lines)
            return
        part = file.with_name(f".{file.name}.part")
        try:
            with part.open("wb") as into:
                into.writelines(lines)
            part.replace(file)
        except OSError as error:
            raise DeliverError(f"{file} cannot be written: {error.strerror}") from None
        finally:
            part.unlink(missing_ok=True)
    if not quiet:
        click.echo(f"{file}: {file.stat().st_size / MEGABYTE:.1f} MB", err=True)
