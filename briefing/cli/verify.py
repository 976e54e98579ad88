"""`brief verify FILE`: every sentence and quotation of a briefing against the library."""

import json
import sys
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.config import load
from briefing.database import Address
from briefing.errors import FAILED
from briefing.store import open_library
from briefing.verify import Report, verify


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what does not match.")
def command(file: Path, library: Address | None, as_json: bool, quiet: bool) -> None:
    """Check every sentence and quotation of a briefing, character for character, against the stored articles."""
    with open_library(library or load(Path()).library, create=False) as stored:
        report = verify(
            file.read_bytes(),
            file.suffix.removeprefix("."),
            lambda article_id: next(iter(stored.get([article_id])), None),
            stored.versions,
        )
    if as_json:
        click.echo(json.dumps(summary(report), ensure_ascii=False))
    else:
        for fault in report.faults:
            click.echo(f"{file}, {fault.where}: {fault.message}")
        if not quiet:
            wrong = f"{len(report.faults)} do not match" if report.faults else "all stand where they say"
            click.echo(f"{file}: {report.checked} sentences and quotations checked; {wrong}", err=True)
    if report.faults:
        sys.exit(FAILED)


def summary(report: Report) -> dict[str, object]:
    """The report, for programs."""
    return {
        "checked": report.checked,
        "faults": [{"where": each.where, "message": each.message} for each in report.faults],
    }
