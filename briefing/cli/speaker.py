"""`brief speaker`: whose words a quotation has."""

import click

from briefing import correct
from briefing.cli.words import of_words, options
from briefing.database import Address
from briefing.model import Span


@click.command("speaker")
@click.argument("place")
@click.argument("name", default="")
@options
def command(place: str, name: str, library: Address | None, as_json: bool) -> None:
    """Say who said the quotation at a place; without a NAME, that nobody can be named.

    PLACE is ARTICLE:START-END, as brief quotes --json and a briefing's notes print it.
    """

    def say(article: str, span: Span, desk: correct.Desk) -> correct.Outcome:
        return correct.speaker(article, span, name, desk)

    said = " ".join(name.split())
    of_words(place, library, say, f"said by {said}" if said else "said by nobody who can be named", as_json=as_json)
