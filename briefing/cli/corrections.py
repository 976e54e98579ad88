"""`brief corrections`: what the user said of events and words, in order; any of it can be taken back."""

import json
from pathlib import Path

import click

from briefing import correct
from briefing.cli.events import at, desk, tell
from briefing.cli.place import LIBRARY
from briefing.cli.words import row, short
from briefing.config import load
from briefing.database import Address
from briefing.model import Correction
from briefing.window import time_zone

MEANT = {
    "merge": "put together",
    "split": "taken apart",
    "move": "moved",
    "drop": "told of no more",
    "retitle": "called",
    "pin": "pinned",
    "strike": "struck",
    "speaker": "said by",
}


@click.group("corrections", invoke_without_command=True)
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_context
def command(ctx: click.Context, library: Address | None, as_json: bool) -> None:
    """List what was said of events, headlines, sentences and quotations, the latest last."""
    if ctx.invoked_subcommand:
        return
    with desk(library) as (_, remembered):
        kept = remembered.kept()
    if as_json:
        rows = [{"number": each.number, "at": each.made_at.isoformat(), **row(each.correction)} for each in kept]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    zone = time_zone(load(Path()).timezone)
    for each in kept:
        click.echo(f"{each.number:4}  {each.made_at.astimezone(zone):%Y-%m-%d %H:%M}  {line(each.correction)}")
    if not kept:
        click.echo("No corrections.", err=True)


@command.command("undo")
@click.argument("number", type=int, required=False)
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def undo(number: int | None, library: Address | None, as_json: bool) -> None:
    """Take a correction back: that of a NUMBER, or the latest."""
    with desk(library) as (stored, remembered):
        tell(correct.undo(at(stored, remembered), number), stored, as_json=as_json, undone=True)


def line(said: Correction) -> str:
    """A correction for people."""
    what = {"retitle": f"event {said.event}", "drop": f"event {said.event}" if said.event else "article"}.get(said.kind)
    if said.span:
        name = f" {said.name or 'nobody'}" if said.kind == "speaker" else ""
        return f"{MEANT[said.kind]}{name}: {short(said.words)} ({said.subjects[0]}:{said.span.start}-{said.span.end})"
    if said.kind == "retitle":
        return f"{what} {MEANT[said.kind]}: {short(said.words)}"
    named = " ".join((*said.subjects, *(("|", *said.others) if said.others else ())))
    return f"{MEANT[said.kind]}: {what or 'articles'} {named}"
