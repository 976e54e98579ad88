"""`brief quotes`: who said what, when, and where it was printed."""

import json
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from math import floor
from pathlib import Path

import click

from briefing import window
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.database import Address
from briefing.errors import ConfigError
from briefing.ledger import Line, Shelf, Wanted, open_shelf
from briefing.ledger.book import cut_short, outlet, sentence_around
from briefing.model import Place
from briefing.quote import PRINT_CONFIDENCE
from briefing.quote.denied import is_denied
from briefing.window import time_zone

WIDTH = 80
INDENT = 14  # columns before the words: two, a day, two
UNDATED = "undated"


@click.command("quotes")
@click.argument("words", nargs=-1)
@click.option("--speaker", default="", metavar="NAME", help="Of this person, by any part of the name.")
@click.option("--about", default="", metavar="WORDS", help="With these words in them or in the article's headline.")
@click.option("--from", "first", metavar="DATE", help="First day: 2026-05-11, yesterday, or today.")
@click.option("--to", "last", metavar="DATE", help="Last day (today, if not given).")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), help=f"Sure of the speaker; {PRINT_CONFIDENCE} is usual."
)
@click.option("--all", "everything", is_flag=True, help="Also those whose speaker is unsure or unknown, marked.")
@click.option("--direct", is_flag=True, help="Words between quotation marks only.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing beside what was asked for.")
def command(
    words: tuple[str, ...],
    speaker: str,
    about: str,
    first: str | None,
    last: str | None,
    min_confidence: float | None,
    everything: bool,
    direct: bool,
    library: Address | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """List quotations by speaker; with WORDS those with these words in them, their headline or their speaker's name."""
    if everything and min_confidence is not None:
        raise ConfigError("--all and --min-confidence do not go together: give one of them")
    if last and not first:
        raise ConfigError("--to needs --from: give the first day too")
    config = load(Path())
    today = datetime.now(UTC).astimezone(time_zone(config.timezone)).date()
    days = window.between(first, last or "today", today, config.timezone) if first else None
    least = 0.0 if everything else PRINT_CONFIDENCE if min_confidence is None else min_confidence
    wanted = Wanted(
        speaker=speaker,
        about=about,
        words=" ".join(words),
        first=days.first_day if days else None,
        last=days.last_day if days else None,
        confidence=least,
        kinds=("direct",) if direct else ("direct", "indirect"),
    )
    with progress(quiet=quiet) as show, open_shelf(library or config.library, config.timezone, show) as shelf:
        lines = shelf.read(wanted)
        also = also_named(shelf)
    if as_json:
        click.echo(json.dumps([row(line) for line in lines], ensure_ascii=False))
    elif lines:
        click.echo("\n".join(page(lines, also)))
    if not quiet:
        click.echo(counts(lines, everything=least == 0), err=True)


def also_named(shelf: Shelf) -> dict[str, list[str]]:
    """The other names of everybody who has some, by name."""
    return {person: names[1:] for person, names in shelf.spellings().items() if len(names) > 1}


def counts(lines: tuple[Line, ...], *, everything: bool) -> str:
    """How much there is, in one line."""
    speakers = len({line.person for line in lines if line.person})
    hint = "" if everything else "; --all shows the unsure as well"
    return f"{len(lines)} quotation{plural(len(lines))} of {speakers} speaker{plural(speakers)}{hint}"


def plural(number: int) -> str:
    """The ending of a regular noun."""
    return "" if number == 1 else "s"


def page(lines: tuple[Line, ...], also: dict[str, list[str]]) -> Iterator[str]:
    """The ledger for people: under each name what was said, then where."""
    for number, (person, group) in enumerate(groupby(lines, key=lambda line: line.person)):
        said = list(group)
        if number:
            yield ""
        yield from heading(person, said, also.get(person or "", []))
        for line in unrepeated(said):
            yield ""
            yield from entry(line)


def unrepeated(lines: list[Line]) -> Iterator[Line]:
    """The lines whose words are not within a sentence shown for another part of it already."""
    sentences = {(line.articles[0].id, shown(line)): line for line in reversed(lines) if is_part(line)}
    for line in lines:
        article_id = line.articles[0].id
        within = (
            first
            for (of, text), first in sentences.items()
            if of == article_id and plain(line.text()) in text and first.sure == line.sure
        )
        if line.quotation.quote.kind == "indirect" or next(within, line) is line:
            yield line


def is_part(line: Line) -> bool:
    """Whether the words are less than a sentence, which is then shown around them."""
    return line.quotation.quote.kind == "direct" and plain(line.text())[:1].islower()


def heading(person: str | None, lines: list[Line], also: list[str]) -> Iterator[str]:
    """A person's name, the latest role, and other spellings; lines are the latest first."""
    if person is None:
        yield "(unresolved)"
        return
    role = next((line.quotation.quote.role for line in lines if line.quotation.quote.role and line.sure), None)
    yield from textwrap.wrap(f"{person}, {role}" if role else person, WIDTH)
    if also:
        yield from textwrap.wrap(f"also printed: {'; '.join(also)}", WIDTH)


def entry(line: Line) -> Iterator[str]:
    """A quotation: its day and words, then who printed it and how that differs."""
    day = line.day.isoformat() if line.day else UNDATED
    yield from block(shown(line), first=f"  {day:<{INDENT - 2}}")
    places = line.quotation.citation.also
    short = [outlet_at(line, place) for place in places if cut_short(line, place)]
    told = " · ".join(dict.fromkeys(outlet_at(line, place) for place in (line.quotation.citation.place, *places)))
    yield from block(f"{speaker_mark(line)}{told}")
    if short:
        yield from block(f"cut short: {' · '.join(dict.fromkeys(short))}")
    for place in line.quotation.reworded:
        yield from block(f"worded “{plain(line.printed(place))}”: {outlet_at(line, place)}")


def block(text: str, first: str = " " * INDENT) -> list[str]:
    """A paragraph beside the column of days; a terminal is sent no control characters."""
    indent = " " * INDENT
    seen = "".join(character for character in text if character.isprintable())
    return textwrap.wrap(seen, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)


def shown(line: Line) -> str:
    """The words in marks; a part of a sentence within it, a reported statement as the article has it."""
    quote = line.quotation.quote
    said = plain(line.text())
    if quote.kind == "indirect":
        return f"{quote.cue if is_denied(quote.cue) else 'reported'}: {said}"
    return (plain(sentence_around(line)) if is_part(line) else "") or f"“{said}”"


def speaker_mark(line: Line) -> str:
    """What is said of an unsure speaker."""
    quote = line.quotation.quote
    if quote.speaker is None:
        mention = plain(quote.mention_span.of(line.articles[0].text)) if quote.mention_span else ""
        return f"“{mention}” (unresolved) · " if mention else "(nobody named) · "
    return "" if line.sure else f"unsure ({floor(quote.confidence * 100) / 100:.2f}) · "


def outlet_at(line: Line, place: Place) -> str:
    """Who printed it at one of its places, and which agency's text that was: "Harnby Courier (Reuters)"."""
    article = next(article for article in line.articles if article.id == place.article_id)
    agency = article.origin if article.origin and article.origin not in outlet(article) else ""
    return f"{outlet(article)} ({agency})" if agency else outlet(article)


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def row(line: Line) -> dict[str, object]:
    """A quotation for programs; offsets are code points of the article's text."""
    quote = line.quotation.quote
    mention = quote.mention_span.of(line.articles[0].text) if quote.mention_span else None
    return {
        "speaker": line.person,
        "role": quote.role,
        "mention": mention,
        "kind": quote.kind,
        "text": line.text(),
        "day": line.day.isoformat() if line.day else None,
        "confidence": quote.confidence,
        "sure": line.sure,
        "cue": quote.cue,
        "printed": [printing(line, place, how) for place, how in places(line)],
    }


def places(line: Line) -> Iterator[tuple[Place, str]]:
    """Every place of a quotation, and how the words stand there: same, cut short, reworded."""
    yield line.quotation.citation.place, "same"
    for place in line.quotation.citation.also:
        yield place, "cut" if cut_short(line, place) else "same"
    for place in line.quotation.reworded:
        yield place, "reworded"


def printing(line: Line, place: Place, how: str) -> dict[str, object]:
    """One place of a quotation, for programs."""
    article = next(each for each in line.articles if each.id == place.article_id)
    return {
        "outlet": article.outlet,
        "origin": article.origin,
        "article": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "start": place.span.start,
        "end": place.span.end,
        "text": line.printed(place),
        "how": how,
    }
