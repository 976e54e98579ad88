"""`brief verify FILE`: every sentence and quotation of a briefing against the library."""

from pathlib import Path

import click

FAULTY = 1


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--library", type=click.Path(path_type=Path), help="The library to check against (default: brief.toml's)."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(file: Path, library: Path | None, as_json: bool) -> None:
    """Check every sentence and quotation of a briefing, character for character, against the stored articles."""
