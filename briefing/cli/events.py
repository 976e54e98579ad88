"""`brief events`: the events there are, and what the user has to say about them."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from briefing import correct
from briefing.cli.make import asked
from briefing.cli.place import LIBRARY
from briefing.config import load
from briefing.database import Address
from briefing.group.corrections import dropped
from briefing.happenings import happenings
from briefing.model import Article, Event
from briefing.pipeline import in_window
from briefing.store import Library, open_library
from briefing.store.remembered import Remembered
from briefing.window import time_zone

SAID = {
    "merge": "merged",
    "split": "split",
    "move": "moved",
    "drop": "dropped",
    "retitle": "retitled",
    "pin": "pinned",
    "strike": "struck",
    "speaker": "named",
}


@click.group("events", invoke_without_command=True)
@click.option("--week", is_flag=False, flag_value="this", metavar="[WEEK]", help="2026-W20, last, or this one.")
@click.option("--day", is_flag=False, flag_value="today", metavar="[DATE]", help="2026-05-11, yesterday, or today.")
@click.option("--month", is_flag=False, flag_value="this", metavar="[MONTH]", help="2026-05, last, or this one.")
@click.option("--from", "first", metavar="DATE", help="First day of any stretch of days.")
@click.option("--to", "last", metavar="DATE", help="Its last day (today, if not given).")
@click.option("--articles", is_flag=True, help="List each event's articles too.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print the events as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    week: str | None,
    day: str | None,
    month: str | None,
    first: str | None,
    last: str | None,
    articles: bool,
    library: Address | None,
    as_json: bool,
) -> None:
    """List the events of a window, or all that were found so far; merge, split, move or drop them.

    What is said of events is kept in the library, and followed whenever they are grouped anew.
    """
    if ctx.invoked_subcommand:
        return
    with desk(library) as (stored, remembered):
        if any((week, day, month, first, last)):
            config = load(Path())
            today = datetime.now(time_zone(config.timezone)).date()
            window = asked(week, day, month, first, last, today, config)
            dated, _ = in_window(stored, window, None)
            events = happenings(dated, window, stored, remembered)
        else:
            events = remembered.events()
        gone = dropped(remembered.corrections())[1]
        show(events, stored, articles=articles, as_json=as_json, gone=gone)
        if not events:
            click.echo("No events: make a briefing, or name a week that has articles, with --week", err=True)


def correction(takes: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every correction has."""
    library = click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
    return library(click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")(takes))


@command.command("merge")
@click.argument("event")
@click.argument("other")
@correction
def merge(event: str, other: str, library: Address | None, as_json: bool) -> None:
    """Put two events together."""
    with desk(library) as (stored, remembered):
        tell(correct.merge(event, other, at(stored, remembered)), stored, as_json=as_json)


@command.command("split")
@click.argument("event")
@click.argument("article", nargs=-1, required=True)
@correction
def split(event: str, article: tuple[str, ...], library: Address | None, as_json: bool) -> None:
    """Take articles out of an event; together they are another one."""
    with desk(library) as (stored, remembered):
        tell(correct.split(event, article, at(stored, remembered)), stored, as_json=as_json)


@command.command("move")
@click.argument("article")
@click.argument("event")
@correction
def move(article: str, event: str, library: Address | None, as_json: bool) -> None:
    """Put an article into another event."""
    with desk(library) as (stored, remembered):
        tell(correct.move(article, event, at(stored, remembered)), stored, as_json=as_json)


@command.command("drop", short_help="Tell of an event, or of an article, no more.")
@click.argument("name", metavar="EVENT|ARTICLE")
@correction
def drop(name: str, library: Address | None, as_json: bool) -> None:
    """Tell of an event, with all that joins it later, or of an article no more."""
    with desk(library) as (stored, remembered):
        tell(correct.drop(name, at(stored, remembered)), stored, as_json=as_json)


@command.command("retitle")
@click.argument("event")
@click.argument("headline", nargs=-1, required=True)
@correction
def retitle(event: str, headline: tuple[str, ...], library: Address | None, as_json: bool) -> None:
    """Give an event a headline of your own."""
    with desk(library) as (stored, remembered):
        tell(correct.retitle(event, " ".join(headline), at(stored, remembered)), stored, as_json=as_json)


@command.command("undo")
@correction
def undo(library: Address | None, as_json: bool) -> None:
    """Take the latest correction back."""
    with desk(library) as (stored, remembered):
        tell(correct.undo(at(stored, remembered)), stored, as_json=as_json, undone=True)


@contextmanager
def desk(library: Address | None) -> Iterator[tuple[Library, Remembered]]:
    """The library, and the events it remembers."""
    path = library or load(Path()).library
    with open_library(path, create=False) as stored, Remembered(path) as remembered:
        yield stored, remembered


def at(stored: Library, remembered: Remembered) -> correct.Desk:
    """What correcting works on, now."""
    return correct.Desk(stored, remembered, datetime.now(UTC))


def tell(outcome: correct.Outcome, library: Library, *, as_json: bool, undone: bool = False) -> None:
    """What came of a correction: on standard output the events as they are now."""
    said = outcome.correction
    if as_json:
        rows = [row(event) for event in outcome.events]
        click.echo(json.dumps({"correction": said.kind, "undone": undone, "events": rows}, ensure_ascii=False))
        return
    show(outcome.events, library, articles=said.kind != "drop", as_json=False)
    done = f"the last correction ({said.kind}) is taken back" if undone else SAID[said.kind]
    click.echo(f"{done}; briefings made from now on follow it", err=True)


def show(
    events: Sequence[Event],
    library: Library,
    *,
    articles: bool,
    as_json: bool,
    gone: frozenset[str] = frozenset(),
) -> None:
    """Events on standard output, a line each, or as JSON; `gone`: the ids of those that the user dropped."""
    if as_json:
        rows = [row(event) | ({"dropped": True} if event.id in gone else {}) for event in events]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for event in events:
        click.echo(f"{line(event)}{'  (dropped)' if event.id in gone else ''}")
        if articles:
            for article in library.get(event.article_ids):
                click.echo(f"    {article_line(article)}")


def line(event: Event) -> str:
    """An event for people."""
    day = f"{event.first:%Y-%m-%d}" if event.first else "undated   "
    return f"{event.id}  {day}  {len(event.article_ids):3}  {event.headline or 'without a title'}"


def article_line(article: Article) -> str:
    """An article for people."""
    day = f"{article.published:%Y-%m-%d}" if article.published else "undated   "
    return f"{article.id}  {day}  {article.outlet or 'unknown outlet'}: {article.title or 'without a title'}"


def row(event: Event) -> dict[str, object]:
    """An event for programs."""
    return {
        "id": event.id,
        "headline": event.headline,
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "story": event.story_id,
        "articles": list(event.article_ids),
    }
