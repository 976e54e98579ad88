"""What the commands about single words share: which words are meant, and what to say of it."""

import json
from collections.abc import Callable
from typing import Any

import click

from briefing import correct
from briefing.cli.events import at, desk
from briefing.cli.place import LIBRARY
from briefing.database import Address
from briefing.errors import EventError
from briefing.model import Correction, Span
from briefing.store import Library
from briefing.verify.places import parse_place

Say = Callable[[str, Span, correct.Desk], correct.Outcome]
PLACE = (
    "PLACE is ARTICLE:START-END, as a briefing's notes print it, or ARTICLE:WORDS. brief corrections lists what was "
    "said and takes it back."
)
SHOWN = 100  # characters of the words in a message of one line


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every such command takes after the place."""
    library = click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
    return library(click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")(command))


def command_of(name: str, say: Say, done: str, does: str) -> click.Command:
    """A command that says one thing of the words at a place. does: what that does, as its help begins."""

    @click.command(name, help=f"{does}\n\n{PLACE}")
    @click.argument("place")
    @options
    def command(place: str, library: Address | None, as_json: bool) -> None:
        of_words(place, library, say, done, as_json=as_json)

    return command


def of_words(
    place: str,
    library: Address | None,
    say: Say,
    done: str,
    *,
    as_json: bool,
) -> None:
    """Say something of the words at a place, and tell what came of it."""
    with desk(library) as (stored, remembered):
        article, span = meant(place, stored)
        said = say(article, span, at(stored, remembered)).correction
    if as_json:
        click.echo(json.dumps(row(said), ensure_ascii=False))
        return
    click.echo(short(said.words))
    click.echo(f"{done}; briefings made from now on follow it", err=True)


def meant(place: str, library: Library) -> tuple[str, Span]:
    """The article and the span of "ARTICLE:START-END", as notes print it, or of "ARTICLE:some words of it"."""
    found = parse_place(place)
    if found:
        return found.article_id, found.span
    article, colon, words = place.partition(":")
    if not colon or not words.strip():
        raise EventError(f"{place} is no place: give ARTICLE:START-END as in a briefing's notes, or ARTICLE:WORDS")
    known = library.get([article])
    if not known:
        raise EventError(f"there is no article {article}: a briefing's notes name them")
    times = known[0].text.count(words)
    if times != 1:
        raise EventError(f"these words stand {times} times in {article}: give words that stand there once")
    start = known[0].text.index(words)
    return article, Span(start, start + len(words))


def short(words: str) -> str:
    """Words as one line of a terminal shows them."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def row(said: Correction) -> dict[str, object]:
    """A correction for programs."""
    return {
        "correction": said.kind,
        "articles": list(said.subjects),
        "others": list(said.others),
        "event": said.event or None,
        "start": said.span.start if said.span else None,
        "end": said.span.end if said.span else None,
        "words": said.words or None,
        "name": said.name or None,
    }
