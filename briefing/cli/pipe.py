"""`brief pipe WORD`: one stage alone, JSON Lines in, JSON Lines out."""

import json
import sys
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
@click.option(
    "--words", type=click.IntRange(min=1), default=100, show_default=True, help="At most this many words an event."
)
@click.option("--method", default="brief", show_default=True, help="How sentences are ranked.")
def summarise(words: int, method: str) -> None:
    """Print each event's key sentences, in reading order."""
    write_rows(filters.summarise_rows(read_lines(), words=words, method=method))


@command.command("quote")
def quote() -> None:
    """Print each article's quotations and who said them."""
    write_rows(filters.quote_rows(read_lines()))


def read_lines() -> list[bytes]:
    """The lines of standard input that are not empty, as bytes: JSON says itself how it is encoded (RFC 8259)."""
    return [line for line in sys.stdin.buffer if line.strip()]


def write_rows(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as JSON Lines in UTF-8; a row with lone surrogates, which UTF-8 cannot hold, is printed escaped."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        if not encodable(line):
            line = json.dumps(row)
        sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def encodable(line: str) -> bool:
    """Whether UTF-8 can hold these characters."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
