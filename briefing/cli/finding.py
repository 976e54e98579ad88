"""Finding: what `brief list` and `brief search` are both told, and how both answer."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.cli.results import page, row, styled
from briefing.config import load
from briefing.database import Address
from briefing.search import Found, Kind, Wanted, days, open_search, search_all
from briefing.window import time_zone


class Asked(TypedDict):
    """What the options say."""

    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    limit: int
    library: Address | None
    as_json: bool
    quiet: bool


def options(limit: int, of_what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of both. limit: how many of `of_what` are shown where nothing else is said."""
    every = (
        click.option("--from", "first", metavar="DATE", help="First day: 2026-05-11, yesterday, or today."),
        click.option("--to", "last", metavar="DATE", help="Last day."),
        click.option(
            "--outlet", "outlets", multiple=True, metavar="NAME", help="Of this outlet, by any part of its name."
        ),
        click.option("--limit", type=click.IntRange(1), default=limit, help=f"At most so many{of_what}."),
        click.option("--library", type=LIBRARY, help="The library, if not library.sqlite."),
        click.option("--json", "as_json", is_flag=True, help="Print them as JSON."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing beside what was asked for."),
    )

    def added(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(every):
            command = option(command)
        return command

    return added


def show(wanted: Wanted, kinds: tuple[Kind, ...], asked: Asked) -> None:
    """Look, and print what was found."""
    from briefing.quote import PRINT_CONFIDENCE

    config = load(Path())
    wanted = replace(wanted, outlets=asked["outlets"], limit=asked["limit"])
    wanted = days(asked["first"], asked["last"], datetime.now(time_zone(config.timezone)).date(), wanted)
    place = asked["library"] or config.library
    with (
        progress(quiet=asked["quiet"]) as doing,
        open_search(place, config.timezone, doing, fill_first="quotation" in kinds) as search,
    ):
        found = search_all(search, wanted, kinds)
    if asked["as_json"]:
        click.echo(json.dumps([row(hit) for each in found for hit in each.hits], ensure_ascii=False))
        return
    text = styled("\n".join(page(found, sure=PRINT_CONFIDENCE)))
    if text:
        click.echo(text)
    if not asked["quiet"]:
        click.echo(counted(found), err=True)


def counted(found: tuple[Found, ...]) -> str:
    """How much there is, in one line."""
    there = [f"{each.total} {each.kind}{'' if each.total == 1 else 's'}" for each in found if each.total]
    return ", ".join(there) if there else "nothing found"
