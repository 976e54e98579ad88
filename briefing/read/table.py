"""Table: articles as lines of a CSV file (RFC 4180), its first line naming the fields.

Separators are commas, semicolons or tabs: what spreadsheets write in different countries.
"""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, repeat
from pathlib import Path

from briefing.model import Problem, RawDocument
from briefing.read.body import body_of
from briefing.read.naming import source_name
from briefing.read.opening import MAX_DOCUMENT_BYTES
from briefing.read.row_document import row_document
from briefing.text.encodings import to_text
from briefing.text.fields import field_of

MAX_ROWS = 100_000

SEPARATORS = ",;\t|"

MOST_ABOVE = 10
"""Lines above the one that names the columns: a title, the day of the export, what tells Excel the separator."""

NAMED_ENOUGH = 2
"""Columns whose names say what they are, below which a line further down is no line of names."""


def read_table(path: Path, _media_type: str, fetched_at: datetime) -> Iterator[RawDocument | Problem]:
    """A document for each row with something in it; its part is the row's number, from 1 below the header."""
    name = source_name(path)
    body = body_of(path)
    if isinstance(body, Problem):
        yield body
        return
    # The limit is the process's, and its 128 KB are less than a long read has.
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    text = to_text(body, "").lstrip("\ufeff").replace("\0", "")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        fields = _fields(rows)
        if fields is None:
            yield Problem("read", name, "its first line names no column text")
            return
        empty = True
        for number, cells in enumerate(rows, 1):
            if number > MAX_ROWS:
                yield Problem("read", name, f"holds more than {MAX_ROWS:,} rows, so only the first were read")
                return
            if any(cell.strip() for cell in cells):
                empty = False
                row = {field: cell.strip() for field, cell in reversed(list(zip(fields, cells, strict=False))) if field}
                yield row_document(name, number, _named(row), fetched_at)
        if empty:
            yield Problem("read", name, "no row below its first line holds anything")
    except csv.Error as error:
        yield Problem("read", name, f"not CSV from line {rows.line_num} on: {error}")


def _fields(rows: Iterator[list[str]]) -> list[str | None] | None:
    """What each column holds, by the line that names them; None: none names a text."""
    for number, cells in enumerate(islice(rows, MOST_ABOVE)):
        fields = [field_of(cell) for cell in cells]
        named = len(set(filter(None, fields)))
        if HOLDS_WORDS.intersection(fields) and (number == 0 or named >= NAMED_ENOUGH):
            return fields
    return None


HOLDS_WORDS = frozenset({"text", "teaser"})


def _separator(text: str) -> str:
    """The separator the first lines have most of in one of them."""
    lines = text[:LONGEST_HEAD].split("\n")[:MOST_ABOVE]
    return max(
        SEPARATORS, key=lambda separator: (lines[0].count(separator), max(map(str.count, lines, repeat(separator))))
    )


LONGEST_HEAD = 10_000


def _named(row: dict[str, str]) -> dict[str, object]:
    """The row without empty cells, its authors as a list: several are separated by semicolons."""
    authors = [name.strip() for name in row.get("authors", "").replace(";", "\n").splitlines() if name.strip()]
    return {field: cell for field, cell in row.items() if cell and field != "authors"} | {"authors": authors}
