"""What a library holds after a generated week: rows, bytes, bytes of indexes, by table, in SQLite or in PostgreSQL.

    python benchmarks/scale_rows.py LIBRARY [--articles 10000] [--make] [--json FILE]

LIBRARY is an empty place: a file that is not there yet, or `postgresql://user@host/database`. The articles are read
into it (`generated_news.py`), and with --make a briefing is made of them, which fills the tables of words, events,
quotations. SQLite tells sizes by its table `dbstat`, PostgreSQL by `pg_table_size` and `pg_indexes_size`, after VACUUM.
"""

import argparse
import json
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import LiteralString

from benchmarks import generated_news
from briefing import config, pipeline, window
from briefing.database import Address
from briefing.database.address import Server, address
from briefing.make import Order, make
from briefing.store import open_library

KILOBYTES, MEGABYTES = 1e3, 1e6
TABLES: LiteralString = (
    "SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class "
    "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname"
)


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    rows: int
    bytes: int  # of its rows, long texts included
    indexes: int  # bytes


def filled(library: Address, articles: int, *, make_one: bool) -> float:
    """Have that many articles in the library; seconds of processor of this process."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        generated_news.write(news, articles)
        begun, now = time.process_time(), datetime.now(UTC)
        if make_one:
            settings = replace(
                config.load(Path(folder)), sources=(news,), library=library, formats=("md",), engine="serial"
            )
            asked = window.week(generated_news.week_id(0), date(2030, 1, 1), "UTC")
            make(Order(settings, asked, only_sources=False, force=False, dry_run=False), now)
        else:
            with open_library(library) as opened:
                pipeline.take([news], opened, library, now)
        return time.process_time() - begun


def in_file(path: Path) -> Iterator[Table]:
    """The tables of a file of SQLite's."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
        names = connection.execute("SELECT name, tbl_name, type FROM sqlite_schema WHERE rootpage > 0").fetchall()
        sizes = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall())
        for name in sorted(name for name, _, kind in names if kind == "table"):
            indexes = sum(sizes.get(index, 0) for index, table, kind in names if kind == "index" and table == name)
            rows = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 a table's own name
            yield Table(name, rows, sizes.get(name, 0), indexes)


def on_server(server: Server) -> Iterator[Table]:
    """The tables of a library on a server."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        for name, size, indexes in connection.execute(TABLES).fetchall():
            found = connection.execute(SQL("SELECT count(*) FROM {}").format(Identifier(name))).fetchone()
            yield Table(name, found[0] if found else 0, size, indexes)


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--make", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    library = address(arguments.library)
    seconds = filled(library, arguments.articles, make_one=arguments.make)
    tables = list(on_server(library) if isinstance(library, Server) else in_file(library))
    tables.append(Table("in all", *(sum(getattr(t, name) for t in tables) for name in ("rows", "bytes", "indexes"))))
    print(f"{arguments.articles} articles, {seconds:.1f} s of processor here")
    print(f"{'table':24} {'rows':>10} {'MB':>9} {'indexes':>9} {'kB an article':>14}")
    for each in tables:
        share = (each.bytes + each.indexes) / KILOBYTES / arguments.articles
        sizes = f"{each.bytes / MEGABYTES:9.2f} {each.indexes / MEGABYTES:9.2f}"
        if each.rows:
            print(f"{each.name:24} {each.rows:10} {sizes} {share:14.3f}")
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(each) for each in tables], indent=1) + "\n")


if __name__ == "__main__":
    main()
