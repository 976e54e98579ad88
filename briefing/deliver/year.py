"""A year's page in the archive: every briefing in its folder, the latest first, with the headlines that stand in it.

It is read from the Markdown files themselves, so what was edited by hand in them is listed as it was edited.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from briefing.deliver.archive import IsIntact, existing, put
from briefing.errors import DeliverError

NAME = "README.md"  # what GitHub shows of a folder; to Obsidian and Hugo a page like any other
HEADLINES = 3  # of a briefing: what it was about, not what was in it
FIELD = re.compile(r'^([a-z]+): (?:"((?:[^"\\]|\\.)*)"|(\S+))$')
DATES = re.compile(r"^\*\*(.+?)\*\*")
HEADING = "## "
# The headings that `templates/brief.md.j2` sets around those of events.
OWN = frozenset({"In short", "Also", "Changed at the source", "Corrections", "Coverage"})
ANCHOR = re.compile(r"(?:(?<!\s)\s+)?<a id=\"[^\"]*\"></a>\s*$")
OTHER_FORMATS = {"html": "page", "pdf": "PDF", "json": "data"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FENCE = "---"
LINES_MAX = 10_000  # a file that is longer is no briefing

Stamp = Callable[[bytes, str], bytes]


class Entry(NamedTuple):
    """One briefing, as its file tells."""

    name: str  # "2026-W20"
    title: str  # as Markdown, like what follows
    dates: str
    first: str  # ISO 8601
    end: str
    edition: int
    headlines: tuple[str, ...]
    formats: tuple[str, ...]  # besides Markdown


def keep_year(folder: Path, *, stamp: Stamp, is_intact: IsIntact, force: bool = False) -> Path | None:
    """Bring the page of a year's folder up to date; its path where it was edited by hand and therefore kept.

    stamp, is_intact: put a checksum into a file of a format, and tell by it whether the file was edited. A folder
    without a briefing in Markdown has no page. Raises DeliverError where a file cannot be read or written.
    """
    entries = tuple(read_entries(folder))
    if not entries:
        return None
    target = folder / NAME
    made = stamp(page(folder.name, entries).encode("utf-8", "surrogateescape"), "md")
    found = existing(target)
    if found == made:
        return None
    if found and not force and is_intact(found, "md") is not True:
        return target
    put({target: made})
    return None


def read_entries(folder: Path) -> Iterator[Entry]:
    """The briefings of a folder, by name; what is none is passed over."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".md" and path.name != NAME)
        for path in files:
            entry = read_entry(path)
            if entry:
                yield entry
    except OSError as error:
        raise DeliverError(f"{folder} cannot be read ({error.strerror or error}): check the folder") from error


def read_entry(path: Path) -> Entry | None:
    """What a briefing's file tells of it; None where it is no briefing."""
    lines = path.read_text("utf-8", "surrogateescape").split("\n", LINES_MAX)[:LINES_MAX]
    fields, end = front_matter(lines)
    window = fields.get("window", "").split("/")
    if fields.get("id") != path.stem or len(window) != 2:
        return None
    dates = next((found[1] for line in lines[end:] if (found := DATES.match(line))), path.stem)
    headings = (ANCHOR.sub("", line[len(HEADING) :]) for line in lines[end:] if line.startswith(HEADING))
    return Entry(
        name=path.stem,
        title=next((line[2:] for line in lines[end:] if line.startswith("# ")), ""),
        dates=dates,
        first=window[0],
        end=window[1],
        edition=int(fields["edition"]) if fields.get("edition", "").isdecimal() else 1,
        headlines=tuple(each for each in headings if each not in OWN),
        formats=tuple(each for each in OTHER_FORMATS if path.with_suffix(f".{each}").exists()),
    )


def is_year(path: Path) -> bool:
    """Whether a file is such a page and no briefing: by its name, and as it has no days of its own."""
    if path.name != NAME:
        return False
    fields, _ = front_matter(path.read_text("utf-8", "surrogateescape").split("\n", LINES_MAX)[:LINES_MAX])
    return "checksum" in fields and "window" not in fields


def front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The fields between the fences a file begins with, and the line of the second; none, and 0, without fences."""
    if lines[0] != FENCE or FENCE not in lines[1:]:
        return {}, 0
    end = lines.index(FENCE, 1)
    return dict(filter(None, map(field, lines[1:end]))), end


def field(line: str) -> tuple[str, str] | None:
    """A line of front matter as name and value."""
    found = FIELD.match(line)
    if not found:
        return None
    name, quoted, bare = found.groups()
    if bare is not None:
        return name, bare
    try:
        return name, str(json.loads(f'"{quoted}"'))
    except ValueError:
        return name, quoted


def page(year: str, entries: Iterable[Entry]) -> str:
    """The page: a list a month, the latest first."""
    ordered = sorted(entries, key=lambda entry: (entry.first, entry.end, entry.name), reverse=True)
    parts = [
        FENCE,
        f"id: {json.dumps(year)}",
        f"title: {json.dumps(f'Briefings of {year}')}",
        'checksum: ""',
        FENCE,
        "",
    ]
    parts += [f"# Briefings of {year}", ""]
    for month, group in groupby(ordered, key=lambda entry: entry.first[:7]):
        parts += [f"## {month_name(month)}", "", *(line(entry) for entry in group), ""]
    return "\n".join(parts)


def month_name(month: str) -> str:
    """ "May" for "2026-05"; a week that began in the year before stands under that year's name too."""
    year, _, number = month.partition("-")
    if not number.isdecimal() or not 1 <= int(number) <= len(MONTHS):
        return month
    return f"{MONTHS[int(number) - 1]} {year}"


def line(entry: Entry) -> str:
    """One briefing."""
    more = len(entry.headlines) - HEADLINES
    told = "; ".join(entry.headlines[:HEADLINES]) + (f"; and {more} more" if more > 0 else "")
    ways = [f"[{OTHER_FORMATS[each]}]({entry.name}.{each})" for each in entry.formats]
    edition = [f"edition {entry.edition}"] if entry.edition > 1 else []
    beside = " · ".join([entry.title, *edition, *ways])
    return f"- [{entry.dates}]({entry.name}.md) · {beside}" + (f"  \n  {told}" if told else "")
