"""`brief verify FILE…`: every sentence and quotation of briefings against the library."""

import json
import sys
from pathlib import Path

import click

from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.config import load
from briefing.database import Address
from briefing.deliver.year import is_year
from briefing.errors import FAILED, VerifyError
from briefing.store import Library, open_library
from briefing.verify import Report, verify


@click.command("verify")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON, a line a file.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what does not match.")
def command(files: tuple[Path, ...], library: Address | None, as_json: bool, quiet: bool) -> None:
    """Check every sentence and quotation of briefings, character for character, against the stored articles."""
    with open_library(library or load(Path()).library, create=False) as stored:
        sound = [checked(file, stored, as_json=as_json, quiet=quiet) for file in files]
    if not all(sound):
        sys.exit(FAILED)


def checked(file: Path, stored: Library, *, as_json: bool, quiet: bool) -> bool:
    """Whether all stands in a file as it should; what does not is told. A year's page has nothing to check."""
    if is_year(file):
        tell_year(file, as_json=as_json, quiet=quiet)
        return True
    try:
        report = verify(
            file.read_bytes(),
            file.suffix.removeprefix("."),
            lambda article_id: next(iter(stored.get([article_id])), None),
            stored.versions,
        )
    except VerifyError as error:
        click.echo(f"brief: {file}: {error}", err=True)
        return False
    tell(file, report, as_json=as_json, quiet=quiet)
    return not report.faults


def tell(file: Path, report: Report, *, as_json: bool, quiet: bool) -> None:
    """What was found in a file."""
    if as_json:
        click.echo(json.dumps(summary(report), ensure_ascii=False))
        return
    for fault in report.faults:
        click.echo(f"{file}, {fault.where}: {fault.message}")
    if not quiet:
        wrong = amount(len(report.faults), "fault") if report.faults else "all stand where they say"
        click.echo(f"{file}: {report.checked} sentences and quotations checked; {wrong}", err=True)


def tell_year(file: Path, *, as_json: bool, quiet: bool) -> None:
    """That a file lists briefings and is none, so that a whole folder can be named; programs get a line a file."""
    if as_json:
        click.echo(json.dumps({"checked": 0, "faults": [], "skipped": "a list of briefings"}))
    elif not quiet:
        click.echo(f"{file}: a list of briefings, with nothing in it to check", err=True)


def summary(report: Report) -> dict[str, object]:
    """The report, for programs."""
    return {
        "checked": report.checked,
        "faults": [{"where": each.where, "message": each.message} for each in report.faults],
    }
