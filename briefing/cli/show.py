"""`brief show`: a briefing, an article, an event, or some words of an article."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from briefing.cli.amounts import amount
from briefing.cli.place import LIBRARY
from briefing.cli.results import WIDTH, bold, clear, styled
from briefing.config import load
from briefing.database import Address
from briefing.model import Article
from briefing.pipeline import day_of
from briefing.show import Briefing, Happening, Told, show

UNDATED = "undated"


@click.command("show")
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), help="The archive's folder, if not briefs/.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(name: str, out: Path | None, library: Address | None, as_json: bool) -> None:
    """Show what is called NAME: a briefing, an article with its versions, an event, or the words at a place.

    Names are those that brief list and brief search print: 2026-W20, 30d7df55476b, e9f2…, 30d7df55476b:1499-1570.
    """
    config = load(Path())
    config = replace(config, library=library or config.library, archive=out or config.archive)
    found = show(name, config)
    day = day_of(config.timezone)
    if as_json:
        click.echo(json.dumps(data(found), ensure_ascii=False))
    elif isinstance(found, Briefing):
        click.echo(found.text, nl=False)
    elif isinstance(found, Told):
        click.echo(styled("\n".join(article_page(found, day(found.article)))))
    else:
        click.echo(styled("\n".join(event_page(found, {each.id: day(each) for each in found.articles}))))


def article_page(told: Told, day: date | None) -> Iterator[str]:
    """An article for people; the words that were asked for set off."""
    article = told.article
    yield bold(clear(article.title) or "(no headline)")
    yield " · ".join(filter(None, (clear(article.outlet or ""), str(day or UNDATED), article.url, article.id)))
    if told.former:
        yield f"{len(told.former) + 1} versions; this is the latest, --json has all"
    yield ""
    text = article.text
    if told.span:
        start, end = told.span.start, told.span.end
        yield bold(clear(text[start:end]))
        yield ""
    for paragraph in filter(str.strip, text.split("\n")):
        yield from textwrap.wrap(clear(paragraph), WIDTH, break_on_hyphens=False)
        yield ""


def event_page(happening: Happening, days: dict[str, date | None]) -> Iterator[str]:
    """An event for people: its articles in its order."""
    yield bold(clear(happening.event.headline))
    yield f"{happening.event.id} · {amount(len(happening.articles), 'article')}"
    for article in happening.articles:
        line = (
            f"  {days[article.id] or UNDATED!s:<12}{article.id}  {clear(article.title)}, {clear(article.outlet or '')}"
        )
        yield from textwrap.wrap(line, WIDTH, subsequent_indent=" " * 14, break_on_hyphens=False)


def data(found: Briefing | Told | Happening) -> dict[str, object]:
    """The same for programs."""
    if isinstance(found, Briefing):
        return {"kind": "briefing", "path": found.path.as_posix(), "text": found.text}
    if isinstance(found, Told):
        versions = [fields(each) for each in (*found.former, found.article)]
        place = {"start": found.span.start, "end": found.span.end} if found.span else {}
        return {"kind": "article", **fields(found.article), **place, "versions": versions}
    event = found.event
    return {
        "kind": "event",
        "id": event.id,
        "headline": event.headline,
        "story": event.story_id,
        "articles": [fields(each) for each in found.articles],
    }


def fields(article: Article) -> dict[str, object]:
    """An article for programs."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "sha256": article.sha256,
        "text": article.text,
    }
