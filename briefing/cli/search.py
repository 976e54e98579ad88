"""`brief search`: briefings, events, articles and quotations by their words."""

from typing import Unpack

import click

from briefing.cli.finding import Asked, options, show
from briefing.errors import ConfigError
from briefing.search import KINDS, Kind, Wanted, phrased

EACH = 5  # results of a kind


@click.command("search", context_settings={"show_default": True})
@click.argument("words", nargs=-1, required=True)
@click.option("--in", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; more may follow.")
@click.option("--without", multiple=True, metavar="WORDS", help="Leave out what has this; more may follow.")
@options(EACH, " of each kind")
def command(words: tuple[str, ...], kinds: tuple[Kind, ...], without: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Search briefings, events, articles and quotations for all of some WORDS.

    Case and accents do not matter. Several words in one argument are a phrase: brief search "fuel oil". A word that
    ends in * stands for all that begin so; one after a dash must not be there: brief search 'port -ferry'.
    """
    query = phrased(words, without)
    if not any(character.isalnum() for character in " ".join(words)):
        raise ConfigError("there is nothing to look for in that: give a word, or see brief list")
    show(Wanted(query), kinds or KINDS, asked)
