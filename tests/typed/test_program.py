"""The stages' public functions, called and typed as their docstrings say."""

import importlib.util
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("program.py")
SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_package_says_that_it_is_typed() -> None:
    assert files("briefing").joinpath("py.typed").is_file()


def test_a_program_of_the_stages_runs(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, PROGRAM, SEEDS], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert " articles, " in done.stdout


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="needs mypy")
def test_a_program_of_the_stages_type_checks(tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path / "program.py")  # away from the project's own settings
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "program.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
