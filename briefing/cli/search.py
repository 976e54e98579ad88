"""`brief search`: briefings, events, articles and quotations by their words."""

import json
from datetime import datetime
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.cli.results import page, row, styled
from briefing.config import load
from briefing.database import Address
from briefing.errors import ConfigError
from briefing.search import KINDS, Found, Kind, Wanted, days, open_search, phrased, search_all
from briefing.window import time_zone

EACH = 5  # results of a kind


@click.command("search", context_settings={"show_default": True})
@click.argument("words", nargs=-1, required=True)
@click.option("--in", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; more may follow.")
@click.option("--without", multiple=True, metavar="WORDS", help="Leave out what has this; more may follow.")
@click.option("--from", "first", metavar="DATE", help="First day: 2026-05-11, yesterday, or today.")
@click.option("--to", "last", metavar="DATE", help="Last day.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Of this outlet, by any part of its name.")
@click.option("--limit", type=click.IntRange(1), default=EACH, help="At most so many of each kind.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    words: tuple[str, ...],
    kinds: tuple[Kind, ...],
    without: tuple[str, ...],
    first: str | None,
    last: str | None,
    outlets: tuple[str, ...],
    limit: int,
    library: Address | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Search briefings, events, articles and quotations for all of some WORDS.

    Case and accents do not matter. Several words in one argument are a phrase: brief search "fuel oil". A word that
    ends in * stands for all that begin so; one after a dash must not be there: brief search 'port -ferry'.
    """
    query = phrased(words, without)
    if not any(character.isalnum() for character in " ".join(words)):
        raise ConfigError("there is nothing to look for in that: give a word, or see brief list")
    show(Wanted(query, outlets=outlets, limit=limit), kinds or KINDS, first, last, library, as_json, quiet)


def show(
    wanted: Wanted,
    kinds: tuple[Kind, ...],
    first: str | None,
    last: str | None,
    library: Address | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Look, and print what was found."""
    from briefing.quote import PRINT_CONFIDENCE

    config = load(Path())
    wanted = days(first, last, datetime.now(time_zone(config.timezone)).date(), wanted)
    place = library or config.library
    with (
        progress(quiet=quiet) as doing,
        open_search(place, config.timezone, doing, fill_first="quotation" in kinds) as search,
    ):
        found = search_all(search, wanted, kinds)
    if as_json:
        click.echo(json.dumps([row(hit) for each in found for hit in each.hits], ensure_ascii=False))
    else:
        text = styled("\n".join(page(found, sure=PRINT_CONFIDENCE)))
        if text:
            click.echo(text)
    if not quiet and not as_json:
        click.echo(counted(found), err=True)


def counted(found: tuple[Found, ...]) -> str:
    """How much there is, in one line."""
    there = [f"{each.total} {each.kind}{'' if each.total == 1 else 's'}" for each in found if each.total]
    return ", ".join(there) if there else "nothing found"
