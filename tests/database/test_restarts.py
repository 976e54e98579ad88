"""PostgreSQL is started again in the middle of a run: one line or none, the library whole, the next run as ever."""

import json
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from briefing.database import Address, Server
from briefing.database.seam import errors, opened
from briefing.model import Article
from briefing.store import open_library
from briefing.store.migrations import SCHEMA
from tests.cluster import Cluster
from tests.database.test_alike import SEEDS, brief, bytes_below, done
from tests.fortnight import WEEKS

PATIENCE = 60.0  # seconds for a run to come as far as is waited for
CALL = ("make", "--week", WEEKS[0], "-q")
# When the server fails: as soon as a query of the library's tables finds something.
MOMENTS = {
    "the library is made": "SELECT 1 FROM library",
    "articles are in it": "SELECT 1 FROM article",
    "quotations are being looked for": "SELECT 1 FROM quoted",
    "events are kept": "SELECT 1 FROM event",
}
# The same of `brief add`, which writes all articles at once: nobody sees one before, but that they are being written.
WRITTEN = "SELECT 1 FROM pg_locks WHERE relation = to_regclass('{}') AND mode = 'RowExclusiveLock'"
MOMENTS_OF_ADDING = {
    "the library is made": "SELECT 1 FROM library",
    "articles are being written": WRITTEN.format("article"),
    "their words are being written": WRITTEN.format("words"),
    "articles are in it": "SELECT 1 FROM article",
}
ROWS = 1_000  # so that writing them takes long enough to be met
ADD = ("add", "news.jsonl", "-q")


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Article, ...]:
    folder = tmp_path_factory.mktemp("added")
    rows(folder)
    done(brief(folder, *ADD, library=folder / "library.sqlite"))
    return articles(folder / "library.sqlite")


def rows(folder: Path) -> None:
    """Articles in a file, a day of May after the other."""
    words = "The port of Harnby raised its prices to {0} marks, and ship {0} left for Lindow."
    fields = (
        {
            "id": str(each),
            "title": f"Prices {each}",
            "text": words.format(each),
            "published": f"2026-05-{1 + each % 28:02}",
        }
        for each in range(ROWS)
    )
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, fields)))


def articles(library: Address) -> tuple[Article, ...]:
    """All that a library holds."""
    with open_library(library, create=False) as opened_:
        return opened_.within(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    desk(folder)
    done(brief(folder, *CALL, library=folder / "library.sqlite"))
    return bytes_below(folder / "briefs")


def desk(folder: Path) -> None:
    (folder / "brief.toml").write_text(f"sources = ['{SEEDS}']\nformats = ['md', 'json']\n")


def wait_for(server: Server, asked: str) -> None:
    """Until somebody else has come so far."""
    late = time.monotonic() + PATIENCE
    with psycopg.connect(server.url, autocommit=True) as connection:
        while time.monotonic() < late:
            try:
                if connection.execute(asked.encode()).fetchone():
                    return
            except psycopg.errors.UndefinedTable:
                pass
            time.sleep(0.005)
    pytest.fail(f"nobody came so far: {asked}")


def whole(server: Server) -> bool:
    """Whether every article has its words, and nothing belongs to what is not there."""
    with errors(server), opened(server) as connection:
        if connection.schema() == 0:
            return True  # not made yet
        assert connection.schema() == SCHEMA
        lacking = "SELECT count(*) FROM article LEFT JOIN words ON words.article = id WHERE words.article IS NULL"
        return connection.execute(lacking).fetchone() == (0,) and not connection.faults()


def interrupted(run: subprocess.Popen[str], server: Server, asked: str, cluster: Cluster) -> str:
    """What a run says whose server is started again in the midst of it: nothing, or one line."""
    wait_for(server, asked)
    cluster.stop()
    cluster.start()
    _, said = run.communicate()
    assert run.returncode in (0, 1), said
    assert said.count("\n") == run.returncode, said
    assert "Traceback" not in said
    assert whole(server)
    return said


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_ends_well_or_in_one_line_and_the_next_makes_the_same(
    tmp_path: Path, cluster: Cluster, undisturbed: dict[str, bytes], moment: str, figure: Callable[[str], None]
) -> None:
    server = cluster.server()
    desk(tmp_path)
    run = brief(tmp_path, *CALL, library=server)
    said = interrupted(run, server, MOMENTS[moment], cluster)
    again = brief(tmp_path, *CALL, library=server)
    done(again)
    assert bytes_below(tmp_path / "briefs") == undisturbed
    figure(f"make, the server started again when {moment}: {said.strip() or 'went on by itself'}")


@pytest.mark.parametrize("moment", MOMENTS_OF_ADDING)
def test_adding_ends_well_or_in_one_line_and_adding_again_brings_what_was_lost(
    tmp_path: Path, cluster: Cluster, added: tuple[Article, ...], moment: str, figure: Callable[[str], None]
) -> None:
    server = cluster.server()
    rows(tmp_path)
    run = brief(tmp_path, *ADD, library=server)
    said = interrupted(run, server, MOMENTS_OF_ADDING[moment], cluster)
    if server.exists():
        assert articles(server) in ((added,) if run.returncode == 0 else ((), added))
    done(brief(tmp_path, *ADD, library=server))
    assert articles(server) == added
    figure(f"add, the server started again when {moment}: {said.strip() or 'went on by itself'}")


def test_a_server_that_does_not_come_back_is_told_in_one_line(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server = cluster.server()
    desk(tmp_path)
    cluster.stop()
    try:
        run = brief(tmp_path, *CALL, library=server)
        _, said = run.communicate()
    finally:
        cluster.start()
    assert run.returncode == 1
    assert said.count("\n") == 1
    assert "cannot be reached" in said
