"""`brief pin`: print a sentence or a quotation whenever its event is told, and first."""

import click

from briefing import correct
from briefing.cli.words import of_words, options
from briefing.database import Address


@click.command("pin")
@click.argument("place")
@options
def command(place: str, library: Address | None, as_json: bool) -> None:
    """Print a sentence or a quotation whenever its event is told, and first.

    PLACE is ARTICLE:START-END, as a briefing's notes print it, or ARTICLE:WORDS. brief corrections lists what was said
    and takes it back.
    """
    of_words(place, library, correct.pin, "pinned", as_json=as_json)
