"""Search: all of `brief search` and `brief list`; what the desk asks too.

    with open_search(Path("library.sqlite"), "Europe/Berlin") as search:
        for found in search_all(search, Wanted("port selby", outlets=("courier",)), KINDS):
            found.kind, found.total, found.hits

`Wanted` says what is looked for, `Hit` what a result tells (briefing.store.search). Nothing is written, so any number
may search at once; `fill_first` does write: it looks for quotations in articles in which nobody has looked yet.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from briefing.database import Address
from briefing.errors import ConfigError
from briefing.pipeline import Progress, silent
from briefing.store import open_library
from briefing.store.search import KINDS, Found, Hit, Kind, Piece, Search, Wanted
from briefing.window import named_day, time_zone

__all__ = ["KINDS", "Found", "Hit", "Kind", "Piece", "Search", "Wanted", "days", "open_search", "phrased", "search_all"]

OUTLETS_NAMED = 8  # in an error: a line or two


@contextmanager
def open_search(
    path: Address, timezone: str, progress: Progress = silent, *, fill_first: bool = False, shared: bool = False
) -> Iterator[Search]:
    """A library to look in. timezone: IANA name; days are told in it. shared: by threads that take turns.

    fill_first: look for quotations in new articles before, which takes a second for some hundred; without it those
    found so far are found. Raises StoreError where there is no library at `path`, ConfigError for the time zone.
    """
    from briefing.ledger.finding import fill, method

    zone = time_zone(timezone)
    with open_library(path, create=False) as library:
        if fill_first:
            fill(library, path, progress)
    with Search(path, zone, method(), shared=shared) as search:
        yield search


def search_all(search: Search, wanted: Wanted, kinds: Sequence[Kind] = KINDS) -> tuple[Found, ...]:
    """The best of each kind. Raises ConfigError where no outlet is called as wanted, StoreError as `Search` does."""
    for part in wanted.outlets:
        if not search.outlets(part):
            known = search.outlets()
            several = ", ".join(known[:OUTLETS_NAMED]) + (", …" if len(known) > OUTLETS_NAMED else "")
            raise ConfigError(f'there is no outlet with "{part}" in its name; there are: {several or "none"}')
    return tuple(search.find(kind, wanted) for kind in kinds)


def days(first: str | None, last: str | None, today: date, wanted: Wanted) -> Wanted:
    """The same with the days that `--from` and `--to` name; either may be left out. Raises ConfigError."""
    found = {}
    for option, asked in (("from", first), ("to", last)):
        try:
            found[option] = named_day(asked, today) if asked else None
        except (ValueError, OverflowError):
            raise ConfigError(f'--{option} takes 2026-05-11, today or yesterday, not "{asked}"') from None
    if found["from"] and found["to"] and found["from"] > found["to"]:
        raise ConfigError(f"--from {found['from']} is after --to {found['to']}: give the earlier day first")
    return replace(wanted, first=found["from"], last=found["to"])


def phrased(arguments: Iterable[str], without: Iterable[str] = ()) -> str:
    """A command line's arguments as one query: several words in one argument are a phrase."""
    said = [f'"{each}"' if is_phrase(each) else each for each in arguments]
    return " ".join([*said, *(f'-"{each}"' for each in (part.replace('"', " ") for part in without))])


def is_phrase(argument: str) -> bool:
    """Whether it is several words without a mark of a query of their own."""
    return len(argument.split()) > 1 and '"' not in argument and " -" not in argument and "*" not in argument
