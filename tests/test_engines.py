"""The same briefing, byte for byte, from every engine, however work is cut up and whoever is killed over it."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from briefing import cluster as engine_cluster
from briefing.errors import EngineError
from tests import engine_work as work
from tests.cluster import Cluster
from tests.faults.kill_rounds import whole

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
PATIENCE = 60  # seconds: only a fault waits as long
AT_ONCE = 1.0  # seconds: how long a user may wait after Ctrl-C
ROWS = 4_000  # enough work to be stopped in
# Where tests run behind something else, a shell has had them, and all they start, ignore SIGINT.
STOPPABLE = """import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from briefing.cli import main
main()"""
STARTED = 0.1  # seconds of processor after which a process is past its own start
SERVED = 0.5  # the same of a cluster's worker, which may just have started too
STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143}
with_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None,
    reason="Dask's distributed is not installed: pip install '.[cluster]'",
)


class Dask:
    """A scheduler and its workers on this machine, each a process of its own, started as the manual says."""

    def __init__(self, folder: Path, *options: str) -> None:
        """options: for the scheduler and its workers."""
        self.folder, self.options = folder, options
        self.running: list[subprocess.Popen[bytes]] = []
        told = folder / "scheduler.json"
        command = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.running.append(started([*command, "--scheduler-file", str(told), *options], folder))
        wait_for(lambda: told.exists() and told.read_text().endswith("}"))
        self.url: str = json.loads(told.read_text())["address"]
        self.address = self.url.partition("://")[2]

    @property
    def engine(self) -> str:
        return f"dask://{self.address}"

    def worker(self) -> subprocess.Popen[bytes]:
        """One more."""
        command = [sys.executable, "-m", "dask", "worker", self.url, "--nthreads", "1", "--no-nanny", *self.options]
        known = self.registered()
        self.running.append(started([*command, "--no-dashboard", "--memory-limit", "0"], self.folder))
        wait_for(lambda: self.registered() > known)
        return self.running[-1]

    def registered(self) -> int:
        return (self.folder / "log.txt").read_text().count("Registered to")

    def end(self) -> None:
        for each in self.running:
            each.kill()
        for each in self.running:
            each.wait()


@contextmanager
def dask(folder: Path, *options: str) -> Iterator[Dask]:
    farm = Dask(folder, *options)
    try:
        yield farm
    finally:
        farm.end()


@pytest.fixture(scope="module")
def farm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """Two workers, which every test leaves as they are."""
    with dask(tmp_path_factory.mktemp("cluster")) as found:
        found.worker()
        found.worker()
        yield found


def started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "log.txt").open("ab") as log:
        return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.01)


def made(folder: Path, engine: str, chunk: int, *kill: str, library: str = "library.sqlite") -> dict[str, bytes]:
    """The briefing of the samples, by file name."""
    folder.mkdir()
    (folder / "brief.toml").write_text(f"library = {json.dumps(library)}\n", encoding="utf-8")
    call = [sys.executable, "-m", "tests.engine_rounds", str(folder), engine, str(chunk), *kill]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE * 2)
    assert done.returncode == 0, done.stderr[-3000:]
    return {file.name: file.read_bytes() for file in sorted((folder / "briefs" / "2026").glob("2026-W*"))}


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = made(tmp_path_factory.mktemp("serial") / "desk", "serial", 1000)
    assert len(found) == 3
    return found


@pytest.mark.parametrize("chunk", [1, 7])
def test_processes_make_the_same_briefing(tmp_path: Path, serial: dict[str, bytes], chunk: int) -> None:
    assert made(tmp_path / "desk", "processes", chunk) == serial


def test_serial_work_cut_up_otherwise_makes_the_same_briefing(tmp_path: Path, serial: dict[str, bytes]) -> None:
    assert made(tmp_path / "desk", "serial", 3) == serial


def test_a_process_killed_in_the_middle_changes_nothing(tmp_path: Path, serial: dict[str, bytes]) -> None:
    assert made(tmp_path / "desk", "processes", 2, "one") == serial


@with_dask
def test_a_dask_cluster_makes_the_same_briefing(tmp_path: Path, serial: dict[str, bytes], farm: Dask) -> None:
    assert made(tmp_path / "desk", farm.engine, 2) == serial


@with_dask
def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path, serial: dict[str, bytes], farm: Dask) -> None:
    third = farm.worker()
    assert made(tmp_path / "desk", farm.engine, 1, str(third.pid)) == serial
    assert third.wait(PATIENCE) == -signal.SIGKILL


@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_a_library_on_postgresql_makes_the_same_briefing(
    tmp_path: Path, serial: dict[str, bytes], engine: str, cluster: Cluster
) -> None:
    assert made(tmp_path / "desk", engine, 5, library=cluster.server().url) == serial


@with_dask
def test_a_library_on_postgresql_and_a_dask_cluster_make_the_same_briefing(
    tmp_path: Path, serial: dict[str, bytes], farm: Dask, cluster: Cluster
) -> None:
    assert made(tmp_path / "desk", farm.engine, 3, library=cluster.server().url) == serial


@with_dask
def test_without_a_scheduler_one_line_says_so(tmp_path: Path) -> None:
    done = make_at("127.0.0.1:9", tmp_path, reaching=0.5)
    assert done.returncode == 1
    assert done.stderr == "brief: no Dask scheduler answers at 127.0.0.1:9: is one running there?\n"


@with_dask
def test_a_cluster_without_workers_is_said_to_be_so(tmp_path: Path) -> None:
    with dask(tmp_path) as empty:
        done = make_at(empty.address, tmp_path, reaching=2)
    assert done.returncode == 1
    assert done.stderr.startswith(f"brief: the Dask cluster at {empty.address} cannot be used: ")
    assert done.stderr.count("\n") == 1


@with_dask
def test_a_cluster_may_be_reached_by_tls_alone_as_dask_is_configured(tmp_path: Path) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    issued.private_key_and_cert_chain_pem.write_to_path(tmp_path / "own.pem")
    files = {"ca-file": "authority.pem", "cert": "own.pem", "key": "own.pem"}
    options = [part for name, file in files.items() for part in (f"--tls-{name}", str(tmp_path / file))]
    own = {
        "DASK_DISTRIBUTED__COMM__DEFAULT_SCHEME": "tls",
        "DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(tmp_path / "authority.pem"),
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT": str(tmp_path / "own.pem"),
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY": str(tmp_path / "own.pem"),
    }
    with dask(tmp_path, "--protocol", "tls", *options) as guarded:
        guarded.worker()
        code = (
            "import sys\nfrom briefing.cluster import Cluster\nwith Cluster(sys.argv[1]) as c: print(*c.map(abs, [-1]))"
        )
        call = [sys.executable, "-c", code, guarded.address]
        done = subprocess.run(call, capture_output=True, text=True, env={**ENVIRONMENT, **own}, timeout=PATIENCE)
        assert done.stdout == "1\n", done.stderr
        plain = make_at(guarded.address, tmp_path, reaching=2)
    assert plain.returncode == 1
    assert plain.stderr.startswith(f"brief: no Dask scheduler answers at {guarded.address}")


def make_at(address: str, folder: Path, reaching: float) -> subprocess.CompletedProcess[str]:
    """`brief make`, which waits for a cluster so long."""
    code = f"from briefing import cluster; cluster.REACHING = {reaching}; from briefing.cli import main; main()"
    call = [sys.executable, "-c", code, "make", "--week", "2026-W20", "--engine", f"dask://{address}"]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, env=ENVIRONMENT)


def test_without_dask_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # what stands there cannot be imported
    with pytest.raises(EngineError, match=r"pip install 'brief\[cluster\]'"):
        engine_cluster.Cluster("127.0.0.1:9")


def test_a_worker_of_another_version_does_no_work() -> None:
    done = engine_cluster.apply("another", work.squared, (1, 2))
    assert done.results == ()
    assert "another version" in str(done.error)


@contextmanager
def at_work(
    folder: Path, engine: str = "processes", helped_by: Sequence[int] = ()
) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """`brief make` in the middle of reading, and the processes it has started; helped_by: or those that serve it."""
    rows = (
        json.dumps({"id": f"r{n}", "text": f"Row {n} tells of the harbour of Kessel. " * 40, "published": "2026-05-12"})
        for n in range(ROWS)
    )
    (folder / "news.jsonl").write_text("\n".join(rows))
    call = [sys.executable, "-c", STOPPABLE, "make", "--week", "2026-W20", "--source", "news.jsonl", "-q"]
    running = subprocess.Popen(
        [*call, "--engine", engine], cwd=folder, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**ENVIRONMENT, "BRIEF_PROCESSES": "2"},
    )  # fmt: skip
    try:
        if not helped_by:
            wait_for(lambda: sum(is_worker(pid) for pid in below(running.pid)) == 2)
        workers = helped_by or [pid for pid in below(running.pid) if is_worker(pid)]
        until = [seconds_of(pid) + SERVED if helped_by else STARTED for pid in workers]
        wait_for(lambda: all(seconds_of(pid) > enough for pid, enough in zip(workers, until, strict=True)))
        yield running, below(running.pid)
    finally:
        running.kill()
        running.communicate()


def below(pid: int) -> list[int]:
    """The processes that one has started."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_worker(pid: int) -> bool:
    return b"spawn_main" in command_of(pid)


def command_of(pid: int) -> bytes:
    """Empty for one that has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def seconds_of(pid: int) -> float:
    """Of processor, that a process has used."""
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")")[-1].split()[11]) / os.sysconf("SC_CLK_TCK")


on_linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in Linux's /proc")


@on_linux
@pytest.mark.parametrize("whom", ["all", "first"])
@pytest.mark.parametrize("by", STATUS)
def test_told_to_stop_it_stops_at_once_with_all_its_processes(by: signal.Signals, whom: str, tmp_path: Path) -> None:
    with at_work(tmp_path) as (running, pids):
        told = time.monotonic()
        if whom == "all":
            os.killpg(running.pid, by)  # as a terminal does, or a system that shuts down
        else:
            running.send_signal(by)
        _, errors = running.communicate(timeout=PATIENCE)
        taken = time.monotonic() - told
        wait_for(lambda: not any(map(command_of, pids)))
        gone = time.monotonic() - told
    assert running.returncode == STATUS[by]
    assert errors.lstrip() == "brief: stopped; what was finished is kept, nothing is half done\n"
    assert max(taken, gone) <= AT_ONCE, f"it took {taken:.2f} s to stop, {gone:.2f} s until its processes had"


@on_linux
def test_when_it_is_killed_its_processes_end_too(tmp_path: Path) -> None:
    with at_work(tmp_path) as (running, pids):
        told = time.monotonic()
        running.kill()
        wait_for(lambda: not any(map(command_of, pids)))
        assert time.monotonic() - told <= AT_ONCE


@on_linux
@with_dask
@pytest.mark.parametrize("by", STATUS)
def test_told_to_stop_it_leaves_a_cluster_at_once(by: signal.Signals, tmp_path: Path, farm: Dask) -> None:
    with at_work(tmp_path, farm.engine, [each.pid for each in farm.running[1:3]]) as (running, _):
        told = time.monotonic()
        running.send_signal(by)
        _, errors = running.communicate(timeout=PATIENCE)
        taken = time.monotonic() - told
    assert running.returncode == STATUS[by]
    assert errors.lstrip() == "brief: stopped; what was finished is kept, nothing is half done\n"
    assert taken <= AT_ONCE, f"it took {taken:.2f} s to stop"


@on_linux
@with_dask
def test_a_cluster_that_goes_away_ends_in_one_line(tmp_path: Path) -> None:
    with dask(tmp_path) as leaving, at_work(tmp_path, leaving.engine, [leaving.worker().pid]) as (running, _):
        leaving.end()
        _, errors = running.communicate(timeout=PATIENCE * 2)
    assert running.returncode == 1
    assert errors.startswith("brief: the Dask cluster at"), errors
    assert errors.count("\n") == 1
    assert whole(tmp_path / "library.sqlite")
