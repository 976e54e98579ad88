"""`brief pipe WORD`: one stage alone, JSON Lines in, JSON Lines out."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from briefing import filters


@click.group("pipe")
def command() -> None:
    """Run one stage alone: articles as JSON Lines on standard input, its findings on standard output."""


@command.command("clean")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def clean(files: tuple[Path, ...]) -> None:
    """Print each file's article: title, text, time, outlet, authors."""
    write_rows(filters.clean_rows(files))


@command.command("group")
def group() -> None:
    """Print each article's event, and the article it is a copy of."""
    write_rows(filters.group_rows(read_lines()))


@command.command("summarise")
@click.option("--words", default=100, show_default=True, help="At most this many words an event.")
@click.option("--method", default="brief", show_default=True, help="How sentences are ranked.")
def summarise(words: int, method: str) -> None:
    """Print each event's key sentences, in reading order."""
    write_rows(filters.summarise_rows(read_lines(), words=words, method=method))


@command.command("quote")
def quote() -> None:
    """Print each article's quotations and who said them."""
    write_rows(filters.quote_rows(read_lines()))


def read_lines() -> list[str]:
    """The lines of standard input that are not empty."""
    return [line for line in click.get_text_stream("stdin", encoding="utf-8") if line.strip()]


def write_rows(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as JSON Lines."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))
