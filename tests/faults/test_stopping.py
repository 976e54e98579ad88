"""Ctrl-C and SIGTERM: the work ends at once, with its own status, and nothing is half done."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.faults.stop_rounds import AT_ONCE, STATUS
from tests.read.web.server import Reply, serving

ROUNDS = 6  # by each signal
SEED = 2026
PATIENCE = 30  # seconds: only a fault waits as long


def test_a_run_told_to_stop_stops_and_the_next_makes_the_same_briefing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [sys.executable, "-m", "tests.faults.stop_rounds", str(ROUNDS), str(SEED), str(tmp_path)]
    told = subprocess.run(call, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-2000:]
    with capsys.disabled():
        print(f"\n{told.stdout.strip()}")  # noqa: T201 the figure is part of what the test is for


@pytest.mark.parametrize("by", STATUS)
def test_a_server_that_does_not_answer_holds_nobody_back(by: signal.Signals, tmp_path: Path) -> None:
    asked, enough = threading.Event(), threading.Event()

    def hang() -> None:
        asked.set()
        enough.wait(PATIENCE)

    with serving() as site:
        site.answers("/rss", Reply(body=b"<rss>" * 100, pause=hang))
        feed = f"feeds = ['http://127.0.0.1:{site.port}/rss']\n[fetch]\nprivate_addresses = true\ndelay = 0\n"
        (tmp_path / "brief.toml").write_text(feed, encoding="utf-8")
        call = [sys.executable, "-m", "briefing", "fetch"]
        running = subprocess.Popen(call, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        assert asked.wait(PATIENCE)
        told = time.monotonic()
        running.send_signal(by)
        _, errors = running.communicate(timeout=PATIENCE)
        taken = time.monotonic() - told
        enough.set()
    assert running.returncode == STATUS[by], errors
    assert taken <= AT_ONCE, f"it took {taken:.2f} s to stop"
    assert errors.strip().splitlines()[-1].startswith("brief: stopped")
