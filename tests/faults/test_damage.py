"""A library with spoiled pages: it is recognised, and what can be read of it is kept."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.repair import is_whole, mend
from briefing.rows import digest
from briefing.store import open_library
from tests.faults.kill_rounds import SEEDS

PAGE = 4096  # bytes, SQLite's usual
ROUNDS = 40
MOST = 0.9
SEED = 7
DONE, FAILED = 0, 1


def brief(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "briefing", *arguments], cwd=folder, capture_output=True, text=True)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of all that a desk leaves in one."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(SEEDS, folder / "seeds")
    for week in ("2026-W20", "2026-W21"):
        assert brief(folder, "make", "--week", week, "--format", "md", "-q").returncode == DONE
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "library.sqlite"


def spoil(path: Path, draw: random.Random, pages: int = 1) -> None:
    """Overwrite whole pages, but not the first, with what comes."""
    data = bytearray(path.read_bytes())
    for _ in range(pages):
        at = draw.randrange(1, len(data) // PAGE) * PAGE
        data[at : at + PAGE] = draw.randbytes(PAGE)
    path.write_bytes(data)


def articles(path: Path) -> dict[str, str]:
    """Each article's hash."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT id, sha256 FROM article"))


def test_what_can_be_read_is_kept_whatever_page_is_spoiled(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(SEED)  # noqa: S311 a draw to be repeated, no secret
    before = articles(library)
    kept, hopeless = [], 0
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.sqlite"
        shutil.copy(library, path)
        spoil(path, draw)
        spoilt = path.read_bytes()
        try:
            said = mend(tmp_path, path)
        except StoreError:  # a page of the list of tables itself: nothing can be read without it
            assert path.read_bytes() == spoilt
            hopeless += 1
            continue
        assert is_whole(path), said
        after = articles(path)
        assert after.items() <= before.items(), "an article that never was"
        with open_library(path) as mended:
            assert all(digest(each.title, each.text) == each.sha256 for each in mended.get(after))
            assert mended.search("harbour") or not after
        kept.append(len(after) / len(before))
    mean = sum(kept) / len(kept)
    with capsys.disabled():
        least = f"{mean:.1%} of the articles kept on average, {min(kept):.0%} at worst"
        print(f"\nrepair: a page spoiled at {ROUNDS} places: {len(kept)} libraries whole again, {least}")  # noqa: T201 the figure is part of what the test is for
    assert mean >= MOST
    assert hopeless <= ROUNDS * (1 - MOST)


def test_a_damaged_library_is_told_as_one_and_repaired_by_the_doctor(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    shutil.copy(library, path)
    shutil.copytree(SEEDS, tmp_path / "seeds")
    spoil(path, random.Random(SEED), pages=3)  # noqa: S311 a draw to be repeated, no secret
    examined = brief(tmp_path, "doctor", "--offline")
    assert examined.returncode == FAILED
    assert "brief doctor --repair" in examined.stdout
    repaired = brief(tmp_path, "doctor", "--offline", "--repair")
    assert repaired.returncode == DONE, repaired.stdout + repaired.stderr
    assert "holds again what could be read" in repaired.stdout
    assert "library.sqlite.damaged-1" in repaired.stdout
    assert brief(tmp_path, "make", "--week", "2026-W20", "-q").returncode == DONE
    assert articles(path).keys() == articles(library).keys()  # what was lost is back
    assert "is whole: nothing to repair" in brief(tmp_path, "doctor", "--offline", "--repair").stdout


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_bytes(b"my notes, no database" * 1000)
    with pytest.raises(StoreError, match=r"nothing of .* can be read"):
        mend(tmp_path, path)
    assert path.read_bytes().startswith(b"my notes")
    assert [each.name for each in tmp_path.iterdir()] == ["notes.sqlite"]
