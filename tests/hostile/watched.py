"""A run of `brief make` over one source, watched: how it ended, what it said, and what it cost."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

WEEK = "2026-W20"
# Runs a command as its only child, so that no memory but that command's own is counted: what a process that is forked
# held before it became the command would be counted too.
WATCH = """
import json, resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
done = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL, capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = (done.stdout + done.stderr).decode("utf-8", "replace")
print(json.dumps([done.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
KILOBYTE = 1024 if sys.platform == "linux" else 1  # what `ru_maxrss` counts, in bytes: macOS counts bytes


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one run."""

    status: int  # below 0: the signal that ended it
    said: str  # on either output
    seconds: float  # of processor
    megabytes: float  # of memory, at most


def make(folder: Path, source: str, *options: str, seconds: int) -> Run:
    """Brief a source in a folder; after so many seconds of processor the run is ended."""
    command = [sys.executable, "-m", "briefing", "make", "--week", WEEK, "--source", source, *options]
    told = subprocess.run(
        [sys.executable, "-c", WATCH, str(seconds), *command],
        cwd=folder, stdout=subprocess.PIPE, check=True,
    ).stdout  # fmt: skip
    status, said, used, most = json.loads(told)
    return Run(status, said, used, most * KILOBYTE / 1_000_000)
