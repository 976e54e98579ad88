"""Two runs at once, an archive that may not be written, a clock that jumps, a folder that changes while it is read."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.config import load
from briefing.make import Made, Order, make
from briefing.model import Problem, RawDocument
from briefing.read import read
from briefing.window import week
from tests.faults.kill_rounds import SEEDS, desk, whole

MOUNT, UMOUNT = "/bin/mount", "/bin/umount"
WEEK = ("make", "--week", "2026-W20", "-q")
DONE, FAILED = 0, 1
NO_SERVER = 0
SIDE_BY_SIDE = 4
NOON = datetime(2026, 5, 18, 12, tzinfo=UTC)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    call = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.Popen(call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(run: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit status, and what it said on standard error."""
    _, errors = run.communicate()
    return run.returncode, errors


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "briefs").rglob("2026-W20.*"))}


def test_runs_at_the_same_time_wait_for_each_other_and_agree(tmp_path: Path, figure: Callable[[str], None]) -> None:
    desk(tmp_path / "alone", "make", NO_SERVER)
    assert finished(start(tmp_path / "alone", *WEEK)) == (DONE, "")
    together = tmp_path / "together"
    desk(together, "make", NO_SERVER)
    runs = [start(together, *WEEK) for _ in range(SIDE_BY_SIDE)] + [start(together, "add", "seeds")]
    for run in runs:
        status, errors = finished(run)
        assert status == DONE, errors
    assert whole(together / "library.sqlite")
    assert files(together) == files(tmp_path / "alone")
    assert not list(together.rglob("*.part"))
    figure(f"side by side: {SIDE_BY_SIDE} makes and an add at once, all ended with 0, same bytes as one alone")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A desk whose archive stands on a disk that may only be read."""
    desk(tmp_path, "make", NO_SERVER)
    archive = tmp_path / "briefs"
    archive.mkdir()
    if subprocess.run([MOUNT, "-t", "tmpfs", "-o", "ro", "none", archive], capture_output=True).returncode:
        pytest.skip("a disk can be mounted by root only")
    yield tmp_path
    subprocess.run([UMOUNT, archive], check=True)


def test_an_archive_that_may_not_be_written_is_told_in_a_line(read_only: Path, figure: Callable[[str], None]) -> None:
    status, errors = finished(start(read_only, *WEEK))
    assert status == FAILED
    assert len(errors.splitlines()) == 1
    assert "cannot be written" in errors
    assert "--out" in errors
    assert whole(read_only / "library.sqlite")
    assert finished(start(read_only, *WEEK, "--out", "elsewhere")) == (DONE, "")
    figure(f"read-only archive: status {status}, {len(errors.splitlines())} line, the library whole")


def made(folder: Path, now: datetime) -> Made:
    """`brief make`, by a clock of the test's own."""
    config = load(folder)
    return make(
        Order(config, week("2026-W20", NOON.date(), config.timezone), only_sources=False, force=False, dry_run=False),
        now,
    )


def test_a_clock_that_jumps_leaves_no_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Callable[[str], None]
) -> None:
    desk(tmp_path, "make", NO_SERVER)
    monkeypatch.chdir(tmp_path)
    first = made(tmp_path, NOON).files
    jumps = (timedelta(days=-30), timedelta(days=4000), timedelta(hours=-1))
    for jump in jumps:
        shutil.copy(sorted(SEEDS.glob("*.txt"))[-1], tmp_path / "seeds" / "again.txt")
        again = made(tmp_path, NOON + jump).files
        (tmp_path / "seeds" / "again.txt").unlink()
        assert again.keys() == first.keys()
        assert made(tmp_path, NOON - jump).files.keys() == first.keys()
    assert whole(tmp_path / "library.sqlite")
    figure(f"clock: {2 * len(jumps)} jumps, the same formats each time, the library whole")


def test_what_goes_away_while_a_folder_is_read_is_told(tmp_path: Path, figure: Callable[[str], None]) -> None:
    desk(tmp_path, "make", NO_SERVER)
    reading = read([tmp_path / "seeds"], fetched_at=NOON)
    found = [next(reading)]
    gone = sorted((tmp_path / "seeds").glob("*.txt"))[1:]
    for path in gone:
        path.unlink()
    (tmp_path / "seeds" / "late.txt").write_text("Too late for this run.", encoding="utf-8")
    found += reading
    read_whole = [each for each in found if isinstance(each, RawDocument)]
    told = {each.subject for each in found if isinstance(each, Problem)}
    assert len(read_whole) == 1
    assert {Path(subject).name for subject in told} == {path.name for path in gone}
    figure(f"folder that changes: {len(gone)} files vanished while it was read, each told, the other read")
