import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from briefing.database import Server, sqlite
from briefing.database.connection import Use
from briefing.database.postgresql import advice, connect
from briefing.database.seam import backend, errors
from briefing.database.transaction import snapshot, transaction
from briefing.deliver.lock import BusyError, only_run
from briefing.errors import StoreError
from briefing.export import exported, imported
from briefing.store import open_library
from briefing.store.migrations import MIGRATIONS, SCHEMA, advance, migrate
from briefing.store.remembered import Remembered
from tests.cluster import Cluster
from tests.factory import MONDAY, article

NEXT = "ALTER TABLE article ADD COLUMN mood TEXT;\nCREATE TABLE mood (name TEXT);\n"
BROKEN = "CREATE TABLE mood (name TEXT);\nCREATE TABLE mood (name TEXT);\n"
PLAIN = Use()
SECOND = article("a00000000002", "A second ship came to Port Selby.")
ENDED = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE usename = 'brief' AND pid <> pg_backend_pid()"""

LOSING = """
import logging
from briefing.database import postgresql
logging.getLogger("psycopg").warning("error ignored terminating: the connection is lost")
"""


@pytest.fixture
def server(cluster: Cluster) -> Server:
    return cluster.server()


@pytest.fixture
def filled(server: Server) -> Server:
    with open_library(server) as library:
        library.add([article()], seen_at=MONDAY)
    return server


def one_line(caught: pytest.ExceptionInfo[Exception]) -> str:
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_psycopg_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "psycopg.py").write_text("raise ImportError('it is not here')")
    call = [sys.executable, "-m", "briefing", "list", "--library", "postgresql://anna:s3cr3t@db.example/news"]
    ended = subprocess.run(
        call, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "pip install 'brief[postgresql]'" in ended.stderr
    assert "s3cr3t" not in ended.stderr


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://anna:s3cr3t@/news?host=/nowhere/at/all", "cannot be reached"),
        ("postgresql://anna:s3cr3t@localhost:1/news", "cannot be reached"),
        ("postgresql://anna:s3cr3t@db/news?colour=blue", "is no address of a database"),
        ("postgresql://anna:s3cr3t@[::1/news", "is no address of a database"),
    ],
)
def test_a_server_that_cannot_be_reached_is_told_in_one_line(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told) as caught:
        open_library(Server(url))
    assert "s3cr3t" not in one_line(caught)


def test_a_server_that_refuses_is_told_in_one_line(cluster: Cluster) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached .*does not exist") as caught:
        open_library(Server(cluster.url().replace("/postgres?", "/nowhere?")))
    one_line(caught)
    with pytest.raises(StoreError, match=r"cannot be reached .*does not exist") as caught:
        open_library(Server(cluster.url().replace("brief@", "stranger@")))
    one_line(caught)


def test_nobody_may_write_who_has_no_right_to(filled: Server, cluster: Cluster) -> None:
    schema = filled.url.rpartition("%3D")[2]
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE guest_{schema} LOGIN".encode())
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO guest_{schema}".encode())
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO guest_{schema}".encode())
    with open_library(Server(filled.url.replace("brief@", f"guest_{schema}@"))) as library:
        assert library.get([article().id]) == (article(),)
        with pytest.raises(StoreError, match="ask for the rights") as caught:
            library.add([SECOND], seen_at=MONDAY)
    one_line(caught)


def test_another_programs_tables_are_refused_and_left_alone(server: Server) -> None:
    with closing(connect(server, PLAIN)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        with pytest.raises(StoreError, match="another program"):
            open_library(server)
        with pytest.raises(StoreError, match="another program"):
            imported([b'{"format": "brief library", "schema": 1}\n', b'{"rows": 0}\n'], server)
        assert connection.tables() == ["bookmark"]


def test_a_library_that_must_be_there_is_not_made(server: Server) -> None:
    with pytest.raises(StoreError, match="there is no library"):
        open_library(server, create=False)
    with closing(connect(server, PLAIN)) as connection:
        assert connection.tables() == []


def test_a_newer_schema_is_refused(filled: Server) -> None:
    with closing(connect(filled, PLAIN)) as connection:
        connection.execute("UPDATE library SET schema = ?", (SCHEMA + 1,))
    with pytest.raises(StoreError, match="newer brief") as caught:
        open_library(filled)
    one_line(caught)


def test_every_schema_has_the_same_tables_and_columns_as_in_a_file(server: Server, tmp_path: Path) -> None:
    own = {"words", "said_words", "told_words", "told", "library"}
    with closing(connect(server, PLAIN)) as there, closing(sqlite.connect(tmp_path / "library.sqlite")) as here:
        for version in range(1, SCHEMA + 1):
            for connection in (there, here):
                with transaction(connection):
                    advance(connection, MIGRATIONS[:version])
            assert there.schema() == here.schema() == version
            tables = {*here.tables()} - own
            assert {*there.tables()} - own == tables
            for table in tables:
                assert there.columns(table) == here.columns(table), table


def test_an_older_library_is_brought_up_to_date_or_left_as_it_was(filled: Server) -> None:
    with closing(connect(filled, PLAIN)) as connection:
        with pytest.raises(psycopg.errors.DuplicateTable):
            migrate(connection, filled, (*MIGRATIONS, NEXT.splitlines()[0], BROKEN))
        assert connection.schema() == SCHEMA
        assert "mood" not in connection.columns("article")[0]
        migrate(connection, filled, (*MIGRATIONS, NEXT))
        assert connection.schema() == SCHEMA + 1
        assert connection.execute("SELECT count(mood), count(*) FROM article").fetchone() == (0, 1)


def test_words_of_an_imported_older_library_are_found(filled: Server, cluster: Cluster) -> None:
    _, *rows, last = exported(filled)
    of_first = [row for row in rows if b'"table": "article"' in row]
    elsewhere = cluster.server()
    head = b'{"format": "brief library", "schema": 1}\n'
    assert imported([head, *of_first, b'{"rows": 1}\n'], elsewhere) == 1
    with open_library(elsewhere) as library:
        assert library.search(article().text.split()[0]) == (article(),)
        assert library.add([SECOND], seen_at=MONDAY).new == (SECOND.id,)  # numbered after what was imported
    assert last.startswith(b'{"rows": ')


def test_who_waits_too_long_for_another_run_is_told(filled: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.database.reaching.BUSY_SECONDS", 0.05)
    with closing(connect(filled, PLAIN)) as other, transaction(other):
        late = Server(f"{filled.url}&application_name=late")  # a connection of its own
        with open_library(late) as library:
            assert library.get([article().id]) == (article(),)  # readers wait for nobody
            with pytest.raises(StoreError, match="in use by another run") as caught:
                library.add([SECOND], seen_at=MONDAY)
            one_line(caught)
    with open_library(late) as library:
        assert library.add([SECOND], seen_at=MONDAY).new == (SECOND.id,)


def test_a_moments_state_is_read_whoever_writes_meanwhile(filled: Server) -> None:
    with closing(connect(filled, PLAIN)) as reader, snapshot(reader):
        before = reader.execute("SELECT count(*) FROM article").fetchone()
        with open_library(filled) as library:
            library.add([SECOND], seen_at=MONDAY)
        assert reader.execute("SELECT count(*) FROM article").fetchone() == before


def test_who_only_reads_sees_that_somebody_else_has_written(filled: Server) -> None:
    with closing(connect(filled, Use(reading=True))) as reader:
        before = reader.changes()
        assert reader.changes() == before
        with open_library(filled) as library:
            library.add([SECOND], seen_at=MONDAY)
        assert reader.changes() != before
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            reader.begin()


def test_one_run_at_a_time_on_one_library_and_any_number_on_others(filled: Server, cluster: Cluster) -> None:
    with only_run(filled):
        with pytest.raises(BusyError, match="another run is at work"), only_run(filled):
            pass
        with only_run(cluster.server()):
            pass
    with only_run(filled):
        pass


def end_sessions(cluster: Cluster) -> None:
    """End every session but one's own, as a server does that is started again."""
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute(ENDED.encode())


def test_a_lost_connection_is_made_again_where_nothing_had_begun(filled: Server, cluster: Cluster) -> None:
    with open_library(filled) as library, Remembered(filled) as remembered:
        end_sessions(cluster)
        assert library.get([article().id]) == (article(),)
        assert library.add([SECOND], seen_at=MONDAY).new == (SECOND.id,)
        assert remembered.membership() == {}


def test_a_connection_lost_while_writing_is_told_in_one_line_and_changes_nothing(
    filled: Server, cluster: Cluster
) -> None:
    def interrupted() -> None:
        with errors(filled), closing(connect(filled, PLAIN)) as connection, transaction(connection):
            connection.execute("DELETE FROM library")
            end_sessions(cluster)
            connection.execute("SELECT 1")

    with open_library(filled) as library:
        with pytest.raises(StoreError, match="try again") as caught:
            interrupted()
        one_line(caught)
        assert library.get([article().id]) == (article(),)


def test_text_that_postgresql_cannot_hold_comes_back_all_the_same(server: Server) -> None:
    odd = article("odd", "Harn\0by \ud800 and \u0000.", title="\0")
    with open_library(server) as library:
        library.add([odd], seen_at=MONDAY)
        (found,) = library.get(["odd"])
        assert (found.title, found.text) == ("\0", "Harn\0by \ufffd and \0.")
        assert library.add([odd], seen_at=MONDAY).known == ("odd",)


def test_order_is_by_code_points_whatever_the_servers_language(server: Server) -> None:
    names = ["Zebra", "apple", "Äpfel", "zoo", "_x", "É"]
    with open_library(server) as library:
        library.add([article(name, f"Of {name}.", published=None) for name in names], seen_at=MONDAY)
        assert [each.id for each in library.undated()] == sorted(names)


def test_the_wrong_of_a_driver_is_never_more_than_a_line(server: Server) -> None:
    wrongs = [psycopg.OperationalError("a\nb"), psycopg.ProgrammingError("x\n y"), psycopg.Error()]
    assert all("\n" not in advice(each) for each in wrongs)
    assert backend(server).Error is psycopg.Error


def test_what_psycopg_logs_of_a_lost_connection_is_not_a_second_line_of_the_error() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run([sys.executable, "-c", LOSING], env=environment, capture_output=True, text=True, check=True)
    assert said.stderr == ""
