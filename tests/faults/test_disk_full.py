"""A disk that fills up while a briefing is made: what was there stays whole, and one line says what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.kill_rounds import SEEDS, SOME, whole

MOUNT, UMOUNT = "/bin/mount", "/bin/umount"
SIZE = "16m"
WEEK = ("make", "--week", "2026-W20", "--json")
# Room left, in KiB, for a library, its journal and three files that take some hundreds: too little, each elsewhere.
ROOMS = (0, 8, 40, 120, 200, 320, 440)


def brief(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "briefing", *arguments], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run([MOUNT, "-t", "tmpfs", "-o", f"size={SIZE}", "none", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk to fill can be mounted by root only")
    yield folder
    subprocess.run([UMOUNT, folder], check=True)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "briefs").rglob("*")) if path.is_file()}


def fill(disk: Path, kibibytes: int) -> Path:
    """Leave so much room and no more."""
    free = shutil.disk_usage(disk).free - kibibytes * 1024
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free)
    return ballast


def test_a_full_disk_leaves_old_files_whole_and_says_so(
    disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = sorted(SEEDS.glob("*.txt"))
    sources = tmp_path / "seeds"
    sources.mkdir()
    (disk / "brief.toml").write_text(f"sources = ['{sources}']\n", encoding="utf-8")
    for article in articles[:SOME]:
        shutil.copy(article, sources)
    undisturbed = tmp_path / "undisturbed"
    undisturbed.mkdir()
    shutil.copy(disk / "brief.toml", undisturbed)
    for place in (disk, undisturbed):
        assert brief(place, *WEEK).returncode == 0
    before = files(disk)
    for article in articles[SOME:]:
        shutil.copy(article, sources)
    failed = 0
    for room in ROOMS:
        ballast = fill(disk, room)
        made = brief(disk, *WEEK)
        if made.returncode == 0:  # there was room after all
            ballast.unlink()
            break
        failed += 1
        assert made.returncode == 1, made.stderr
        assert len(made.stderr.splitlines()) == 1, made.stderr
        assert any(word in made.stderr for word in ("No space left", "disk is full", "make room")), made.stderr
        ballast.unlink()
        assert whole(disk / "library.sqlite")
        assert files(disk) == before
    assert failed >= 3
    assert brief(disk, *WEEK).returncode == 0
    assert brief(undisturbed, *WEEK).returncode == 0
    assert files(disk) == files(undisturbed)
    with capsys.disabled():
        print(f"\nmake: a full disk at {failed} sizes; old files whole, one line, status 1, each time")  # noqa: T201 the figure is part of what the test is for
