"""A PostgreSQL server of the tests' own, thrown away after them, and libraries on it.

It is made of the programs of Debian's package, answers on a socket in a temporary folder alone, and syncs nothing to
the disk. PostgreSQL will not run as root: root starts it as the user `postgres`. Where it is not installed, tests that
need it are skipped, unless BRIEF_POSTGRESQL=required says that it must be there.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from briefing.database import Address, Server

PROGRAMS = Path("/usr/lib/postgresql")
REQUIRED = os.environ.get("BRIEF_POSTGRESQL") == "required"
USER = "brief"
# An order that is not that of code points, which nothing of ours may follow.
GERMAN = ("--locale-provider=icu", "--icu-locale=de", "--locale=C.UTF-8")
ICU_SINCE = 15
PATIENCE = 30.0  # seconds for a server to come up
SETTINGS = {
    "listen_addresses": "", "fsync": "off", "full_page_writes": "off",
    "max_connections": "60", "shared_buffers": "64MB",
}  # fmt: skip


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, of the newest version there is."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: [int(part) for part in path.parts[-3].split(".")])
    return found[-1].parent if found else None


def as_user() -> list[str]:
    """What makes the rest of a command line run as somebody whom PostgreSQL runs for, and end with the tests."""
    ids = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *ids, "--pdeathsig=INT"]


class Cluster:
    """One server."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self._folder, self._bin = folder, bin_
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        language = GERMAN if int(bin_.parent.name.split(".")[0]) >= ICU_SINCE else ("--locale=C",)
        self._run("initdb", "-D", self.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", *language)

    @property
    def data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run([*as_user(), str(self._bin / program), *arguments], check=True, capture_output=True, cwd="/")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [*as_user(), str(self._bin / "postgres"), "-D", self.data, "-k", str(self._folder), *settings]
        log = (self._folder / "log").open("ab")
        with log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/")
        late = time.monotonic() + PATIENCE
        asked = [str(self._bin / "pg_isready"), "-q", "-h", str(self._folder)]
        while subprocess.run(asked, check=False).returncode:
            if self._process.poll() is not None or time.monotonic() > late:
                raise RuntimeError((self._folder / "log").read_text("utf-8", "replace"))
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """End it at once, as a failing machine would: what is not committed is lost."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None

    def server(self, name: str | None = None) -> Server:
        """An empty place for a library: a schema of its own."""
        import psycopg

        schema = name or f"library_{next(self._numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE SCHEMA "{schema}"'.encode())
        return Server(self.url(schema))

    def url(self, schema: str = "public") -> str:
        return f"postgresql://{USER}@/postgres?host={self._folder}&options=-csearch_path%3D{schema}"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server that is running."""
    bin_ = programs()
    if bin_ is None:
        if REQUIRED:
            pytest.fail("there is no PostgreSQL below /usr/lib/postgresql: .ci/postgresql installs it")
        pytest.skip("there is no PostgreSQL below /usr/lib/postgresql")
    if not REQUIRED:
        pytest.importorskip("psycopg")
    folder = Path(tempfile.mkdtemp(prefix="brief-pg-"))
    made = Cluster(folder, bin_)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """Where a library may be made: a file, and on a server."""
    if request.param == "sqlite":
        return tmp_path / "library.sqlite"
    served: Cluster = request.getfixturevalue("cluster")
    return served.server()
