"""A kill -9 anywhere: the library stays whole, and the next run is as if there had been none."""

import subprocess
import sys
from pathlib import Path

import pytest

# 100 points in all. Drawn anew where the seed is changed; the same in every run of the tests.
ROUNDS = {"make": 40, "add": 30, "fetch": 30}
SEED = 1122


@pytest.mark.parametrize("command", ROUNDS)
def test_a_run_killed_anywhere_leaves_no_trace_in_the_next(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [sys.executable, "-m", "tests.faults.kill_rounds", command, str(ROUNDS[command]), str(SEED), str(tmp_path)]
    told = subprocess.run(call, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-2000:]
    with capsys.disabled():
        print(f"\n{told.stdout.strip()}")  # noqa: T201 the figure is part of what the test is for
