"""`brief doctor`: what stands in the way, and what to do about it."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.database import Address
from briefing.doctor import Finding, examine
from briefing.errors import FAILED

MARKS = {"ok": "ok     ", "warning": "WARNING", "fault": "FAULT  "}


@click.command("doctor")
@click.option("--offline", is_flag=True, help="Ask no server.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--repair", is_flag=True, help="Where the library is damaged, keep what can be read of it.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what is well.")
def command(offline: bool, library: Address | None, as_json: bool, repair: bool, quiet: bool) -> None:
    """Check configuration, sources, library, archive, templates, fonts, clock, disk, mail and schedule."""
    if repair:
        from briefing.repair import mend

        click.echo(mend(Path(), library), err=as_json)
    found = []
    for finding in examine(Path(), datetime.now(UTC), offline=offline, library=library):
        found.append(finding)
        if not as_json and not (quiet and finding.level == "ok"):
            click.echo(line(finding))
    if as_json:
        click.echo(json.dumps([row(finding) for finding in found], ensure_ascii=False))
    if any(finding.level == "fault" for finding in found):
        sys.exit(FAILED)


def line(finding: Finding) -> str:
    """A finding for people."""
    advice = f"\n          → {finding.advice}" if finding.advice else ""
    return f"{MARKS[finding.level]}  {finding.subject}: {finding.message}{advice}"


def row(finding: Finding) -> dict[str, str]:
    """A finding for programs."""
    return {
        "level": finding.level,
        "subject": finding.subject,
        "message": finding.message,
        "advice": finding.advice,
    }
