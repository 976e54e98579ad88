"""The briefing in the repository is the one its sample articles give."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("week", ["2026-W20", "2026-W21"])
def test_the_archived_briefing_is_current(week: str, tmp_path: Path) -> None:
    made = subprocess.run(
        [
            sys.executable,
            "-m",
            "briefing",
            "make",
            "--week",
            week,
            "--dry-run",
            "-q",
            "--library",
            str(tmp_path / "library.sqlite"),
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert made.stdout == (ROOT / "briefs" / "2026" / f"{week}.md").read_bytes()
