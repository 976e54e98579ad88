"""The briefings in the repository are the ones its sample articles give."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WEEKS = ("2026-W20", "2026-W21")  # in this order: the second says what is new since the first


def test_the_archived_briefings_are_current(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for week in WEEKS:
        subprocess.run(
            [sys.executable, "-m", "briefing", "make", "--week", week, "--format", "md", "-q"],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
    for week in WEEKS:
        archived = ROOT / "briefs" / "2026" / f"{week}.md"
        made = tmp_path / "briefs" / "2026" / f"{week}.md"
        assert made.read_text("utf-8") == archived.read_text("utf-8"), f"make {week} again in the project's folder"
