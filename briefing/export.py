"""Export: all of `brief export` and `brief import`: a library as JSON Lines, and a library made of them.

The first line names the format and the schema, the last says how many lines lie between; each of these is a row of one
table, `{"table": "article", …}`. Keys in the order of the schema, rows in the order of their keys: the same library
gives the same bytes, and so does one that was made of them.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing import pipeline
from briefing.database import Address
from briefing.deliver.lock import only_run
from briefing.errors import ReadError, StoreError
from briefing.store import open_library
from briefing.store.transfer import Row, Transfer, restore, schema_of

FORMAT = "brief library"
TOLD_EVERY = 1000  # rows between two words of progress


def exported(path: Address, progress: pipeline.Progress = pipeline.silent) -> Iterator[bytes]:
    """The lines of a library, each with its line break; StoreError where there is none or it cannot be read."""
    open_library(path, create=False).close()  # brought up to date
    yield line({"format": FORMAT, "schema": schema_of(path)})
    number = 0
    with Transfer(path) as library:
        for number, (table, row) in enumerate(library.rows(), 1):
            if number % TOLD_EVERY == 0:
                progress("exporting", number)
            yield line({"table": table, **row})
    yield line({"rows": number})


def line(fields: dict[str, Any]) -> bytes:
    """One line; half a surrogate pair, which UTF-8 cannot hold, as an escape."""
    try:
        return f"{json.dumps(fields, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(fields)}\n".encode()


def imported(lines: Iterable[bytes], path: Address, progress: pipeline.Progress = pipeline.silent) -> int:
    """Make the library at `path` of exported lines, all or nothing; how many rows it has.

    Raises StoreError where there is a library already that has anything in it, ReadError where a line is none of an
    export or lines are missing, BusyError where another run is at work on it.
    """
    with only_run(path):
        refuse_full(path)
        parsed = parse(lines)
        head = next(parsed, {})
        if head.get("format") != FORMAT or not isinstance(head.get("schema"), int):
            raise ReadError('this is no export of a library: its first line does not say "format": "brief library"')
        carried = Carried(progress)
        restore(path, head["schema"], carried.rows(parsed))
        return carried.number


def refuse_full(path: Address) -> None:
    """Raise StoreError where a library stands there that has anything in it, or something else does."""
    if not path.exists():
        return
    open_library(path).close()
    with Transfer(path) as library:
        if not library.is_empty():
            raise StoreError(f"{path} has something in it already: name a new one with --library")


def parse(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The objects of some lines; ReadError where one is none."""
    for number, data in enumerate(lines, 1):
        try:
            found = json.loads(data)
        except (ValueError, RecursionError):
            raise ReadError(f"line {number} is not JSON: the export is damaged, or is none") from None
        if not isinstance(found, dict):
            raise ReadError(f"line {number} is no row: the export is damaged, or is none")
        yield found


class Carried:
    """Rows on their way into a library, counted."""

    def __init__(self, progress: pipeline.Progress) -> None:
        self.number = 0
        self._progress = progress

    def rows(self, parsed: Iterator[dict[str, Any]]) -> Iterator[tuple[str, Row]]:
        """(table, row) up to the last line, which must be there and be right."""
        for fields in parsed:
            table = fields.pop("table", None)
            if not isinstance(table, str):
                if fields != {"rows": self.number} or next(parsed, None) is not None:
                    raise ReadError("the export is not whole: lines are missing, or there are too many")
                return
            self.number += 1
            if self.number % TOLD_EVERY == 0:
                self._progress("importing", self.number)
            yield table, fields
        raise ReadError("the export is not whole: its last line is missing")
