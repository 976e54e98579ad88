"""Whatever the locale: names of files, what is read and what is printed are UTF-8."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# What a locale without UTF-8 does to Python, on a machine that may have none of these locales: ASCII for all.
OTHERWISE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
ARTICLE = "Fähre verspätet\n\n12 May 2026\n\nThe ferry “Größe” left Harnby late on Tuesday, its owner said.\n"
WEEK = ("make", "--week", "2026-W20")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locales as POSIX has them")


def brief(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in ("LANG", "PYTHONIOENCODING")}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=folder, capture_output=True, env=environment | OTHERWISE, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk whose every name has letters that are not in ASCII, its settings as Windows saves them."""
    desk = tmp_path / "Tägliche Lage"
    (desk / "Zulieferung Süd").mkdir(parents=True)
    (desk / "Zulieferung Süd" / "Fähre – Größe.txt").write_text(ARTICLE, "utf-8")
    lines = ('sources = ["Zulieferung Süd"]', 'library = "Bücherei.sqlite"', 'archive = "Ausgaben für alle"')
    (desk / "brief.toml").write_bytes("\r\n".join((*lines, "")).encode("utf-8-sig"))
    return desk


def test_a_briefing_is_made_and_printed_whatever_the_locale(desk: Path) -> None:
    made = brief(desk, *WEEK)
    assert made.returncode == 0, made.stderr
    assert made.stdout.decode("utf-8").splitlines()[0] == "Ausgaben für alle/2026/2026-W20.md"
    shown = brief(desk, *WEEK, "--dry-run")
    assert shown.stdout == (desk / "Ausgaben für alle" / "2026" / "2026-W20.md").read_bytes()
    assert "Fähre verspätet".encode() in shown.stdout
    assert sorted(each.name for each in desk.iterdir() if each.suffix == ".sqlite") == ["Bücherei.sqlite"]


def test_arguments_and_data_for_programs_are_utf8(desk: Path) -> None:
    added = brief(desk, "add", "Zulieferung Süd/Fähre – Größe.txt", "--json")
    assert len(json.loads(added.stdout)["new"]) == 1, added.stderr
    row = brief(desk, "pipe", "clean", "Zulieferung Süd/Fähre – Größe.txt")
    assert json.loads(row.stdout)["title"] == "Fähre verspätet"
    missing = brief(desk, *WEEK, "--source", "gibt es nicht ü")
    assert missing.stderr.decode("utf-8") == "brief: gibt es nicht ü does not exist: name a file or a folder\n"


def test_a_name_in_another_encoding_is_read_all_the_same(desk: Path) -> None:
    os.rename(desk / "Zulieferung Süd" / "Fähre – Größe.txt", os.fsencode(desk / "Zulieferung Süd") + b"/F\xe4hre.txt")  # noqa: PTH104 bytes
    made = brief(desk, *WEEK)
    assert made.returncode == 0, made.stderr
    assert (desk / "Ausgaben für alle" / "2026" / "2026-W20.md").exists()
