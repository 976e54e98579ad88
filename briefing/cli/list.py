"""`brief list`: what the library has, the latest first."""

from typing import Unpack

import click

from briefing.cli.finding import Asked, options, show
from briefing.cli.results import NAMES
from briefing.search import Kind, Wanted

SOME = 20
WHAT: dict[str, Kind] = {name.lower(): kind for kind, name in NAMES.items()}


@click.command("list", context_settings={"show_default": True})
@click.argument("what", type=click.Choice(list(WHAT)), default="briefings")
@options(SOME, "")
def command(what: str, **asked: Unpack[Asked]) -> None:
    """List briefings, events, articles or quotations, the latest first."""
    show(Wanted(), (WHAT[what],), asked)
