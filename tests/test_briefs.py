"""The briefings in the repository are the ones its sample articles give, made one after the other."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WEEKS = ("2026-W20", "2026-W21")


def test_the_archived_briefings_are_current(tmp_path: Path) -> None:
    for week in WEEKS:
        subprocess.run(
            [sys.executable, "-m", "briefing", "make", "--week", week, "-q", "--format", "md",
             "--library", str(tmp_path / "library.sqlite"), "--out", str(tmp_path)],
            cwd=ROOT, capture_output=True, check=True,
        )  # fmt: skip
        made = tmp_path / "2026" / f"{week}.md"
        assert made.read_bytes() == (ROOT / "briefs" / "2026" / f"{week}.md").read_bytes()
