"""`brief list`: what the library has, the latest first."""

import click

from briefing.cli.place import LIBRARY
from briefing.cli.results import NAMES
from briefing.cli.search import show
from briefing.database import Address
from briefing.search import Kind, Wanted

SOME = 20
WHAT: dict[str, Kind] = {name.lower(): kind for kind, name in NAMES.items()}


@click.command("list", context_settings={"show_default": True})
@click.argument("what", type=click.Choice(list(WHAT)), default="briefings")
@click.option("--from", "first", metavar="DATE", help="First day: 2026-05-11, yesterday, or today.")
@click.option("--to", "last", metavar="DATE", help="Last day.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Of this outlet, by any part of its name.")
@click.option("--limit", type=click.IntRange(1), default=SOME, help="At most so many.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    what: str,
    first: str | None,
    last: str | None,
    outlets: tuple[str, ...],
    limit: int,
    library: Address | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """List briefings, events, articles or quotations, the latest first."""
    show(Wanted(outlets=outlets, limit=limit), (WHAT[what],), first, last, library, as_json, quiet)
