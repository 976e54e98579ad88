"""`brief strike`: print a sentence or a quotation no more, in no briefing and wherever its words stand."""

import click

from briefing import correct
from briefing.cli.words import of_words, options
from briefing.database import Address


@click.command("strike")
@click.argument("place")
@options
def command(place: str, library: Address | None, as_json: bool) -> None:
    """Print a sentence or a quotation no more, in no briefing and wherever its words stand.

    PLACE is ARTICLE:START-END, as a briefing's notes print it, or ARTICLE:WORDS. brief corrections lists what was said
    and takes it back.
    """
    of_words(place, library, correct.strike, "struck", as_json=as_json)
