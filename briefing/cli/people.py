"""`brief people`: who speaks in the library, what they were when, and whose names are one person's."""

import json
import textwrap
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.database import Address
from briefing.ledger import Person, Stint, Wanted, open_shelf, undo
from briefing.quote import PRINT_CONFIDENCE
from briefing.store import open_library

WIDTH = 80
INDENT = 6
ROLES_SHOWN = 4  # --json has them all
OUTLETS_SHOWN = 5
IN_LIBRARY = click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say nothing beside what was asked for.")


@click.group("people", invoke_without_command=True)
@click.option("--speaker", default="", metavar="NAME", help="Only these, by any part of the name.")
@click.option("--all", "everything", is_flag=True, help="Also those of whom no quotation is sure.")
@IN_LIBRARY
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@QUIET
@click.pass_context
def command(
    context: click.Context, speaker: str, everything: bool, library: Address | None, as_json: bool, quiet: bool
) -> None:
    """List who speaks: how often, where, in which roles, first and last day; merge and split them."""
    if context.invoked_subcommand:
        return
    config = load(Path())
    with progress(quiet=quiet) as show, open_shelf(library or config.library, config.timezone, show) as shelf:
        people = shelf.roll(Wanted(speaker=speaker, confidence=0.0 if everything else PRINT_CONFIDENCE))
    if as_json:
        click.echo(json.dumps([row(person) for person in people], ensure_ascii=False))
    elif people:
        click.echo("\n".join(line for person in people for line in lines(person)))
    if not quiet:
        click.echo(amount(len(people), "speaker"), err=True)


@command.command("merge", short_help="Make several people one.")
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@IN_LIBRARY
@QUIET
def merge(name: str, others: tuple[str, ...], library: Address | None, quiet: bool) -> None:
    """Make NAME and OTHER... one person, called NAME, from now on."""
    config = load(Path())
    with progress(quiet=quiet) as show, open_shelf(library or config.library, config.timezone, show) as shelf:
        person = shelf.merge((name, *others), datetime.now(UTC))
    if not quiet:
        click.echo(f"{person}: merged; brief people undo takes it back", err=True)


@command.command("split", short_help="Keep people apart who were taken for one.")
@click.argument("name")
@click.argument("others", nargs=-1, metavar="[OTHER]...")
@IN_LIBRARY
@QUIET
def split(name: str, others: tuple[str, ...], library: Address | None, quiet: bool) -> None:
    """Keep NAME apart from OTHER..., or from all spellings that were taken for the same person's, from now on."""
    config = load(Path())
    with progress(quiet=quiet) as show, open_shelf(library or config.library, config.timezone, show) as shelf:
        kept = shelf.apart(name, others, datetime.now(UTC))
    if not quiet:
        click.echo(f"{name}: kept apart from {', '.join(kept)}; brief people undo takes it back", err=True)


@command.command("undo")
@IN_LIBRARY
@QUIET
def take_back(library: Address | None, quiet: bool) -> None:
    """Take back the last merge or split."""
    path = library or load(Path()).library
    open_library(path, create=False).close()
    said = undo(path)
    if not quiet:
        click.echo(f"{'merge' if said.kind == 'same' else 'split'} of {', '.join(said.names)}: taken back", err=True)


def lines(person: Person) -> Iterator[str]:
    """A person for people: name and count, then spellings, roles with their days, and outlets."""
    unsure = f" (and {person.unsure} unsure)" if person.unsure else ""
    yield from textwrap.wrap(f"{person.sure:4}{unsure}  {person.name}{seen(person.first, person.last)}", WIDTH)
    told = [f"also printed: {'; '.join(person.spellings)}"] if person.spellings else []
    told += [f"{stint.role}{seen(stint.first, stint.last)}" for stint in shown(person.roles)]
    names = [f"{outlet} {count}" for outlet, count in person.outlets[:OUTLETS_SHOWN]]
    more = len(person.outlets) - len(names)
    told.append(" · ".join(names) + (f" · {more} more" if more else ""))
    for each in told:
        indent = " " * INDENT
        yield from textwrap.wrap(each, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")


def shown(roles: tuple[Stint, ...]) -> list[Stint]:
    """The roles given most often, in order of time; those given once only where none was given more often."""
    often = max((stint.times for stint in roles), default=0)
    most = sorted((stint for stint in roles if stint.times > 1 or often == 1), key=lambda stint: -stint.times)
    most = most[:ROLES_SHOWN]
    return [stint for stint in roles if stint in most]


def seen(first: date | None, last: date | None) -> str:
    """From which day to which; nothing where all is undated."""
    if first is None or last is None:
        return ""
    return f", {first}" if first == last else f", {first} to {last}"


def row(person: Person) -> dict[str, object]:
    """A person for programs."""
    return {
        "name": person.name,
        "spellings": list(person.spellings),
        "quotations": person.sure,
        "unsure": person.unsure,
        "first": person.first.isoformat() if person.first else None,
        "last": person.last.isoformat() if person.last else None,
        "outlets": dict(person.outlets),
        "roles": [
            {
                "role": stint.role,
                "first": stint.first.isoformat() if stint.first else None,
                "last": stint.last.isoformat() if stint.last else None,
                "times": stint.times,
            }
            for stint in person.roles
        ],
    }
