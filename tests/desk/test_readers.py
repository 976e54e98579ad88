"""Fifty readers at once while a briefing is made: no error, and pages come at once."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

from briefing.config import Config
from briefing.store.remembered import Remembered
from tests.desk.readers import read
from tests.site.newsroom import SEEDS

READERS, PAGES, PAUSE = 50, 8, 0.5
SLOWEST = 0.2  # seconds, of 95 in a hundred answers


@pytest.fixture
def root(config: Config) -> Iterator[str]:
    """`brief serve` as a user starts it, over the newsroom."""
    folder = config.archive.parent
    (folder / "brief.toml").write_text(f'sources = ["{SEEDS}"]\nformats = ["md", "html"]\n')
    serving = subprocess.Popen(
        [sys.executable, "-m", "briefing", "serve", "--port", "0"],
        cwd=folder, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(SEEDS.parent)},
    )  # fmt: skip
    with serving:
        found = re.search(r"http://127\.0\.0\.1:\d+", serving.stderr.readline() if serving.stderr else "")
        assert found
        yield found[0]
        serving.send_signal(signal.SIGINT)
        told = serving.stderr.read() if serving.stderr else ""
    assert "Traceback" not in told


def test_fifty_readers_while_a_briefing_is_made(root: str, config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    with Remembered(config.library) as remembered:
        events = [f"events/{event.id}.html" for event in remembered.events()]
    paths = ["", "2026/2026-W20.html", "search.html?q=harbour", "people/niels-tarrow.html", "outlets/index.html",
             "events/2026-05.html", "stories/index.html", "desk/index.html", *events[:8]]  # fmt: skip
    with httpx.Client(base_url=root, follow_redirects=True, timeout=30) as editor:
        token = re.search(r'name="token" value="([0-9a-f]{64})"', editor.get("/desk/index.html").text)
        assert token
        order = {"token": token[1], "briefing": "2026/2026-W20.html"}
        job = editor.post("/desk/order/make", data=order).url.path
        told = read(root, paths, readers=READERS, pages=PAGES, pause=PAUSE)
        state = editor.get(f"{job}?as=json").json()["state"]
    with capsys.disabled():
        print(f"\n{told.line()}")  # noqa: T201 the figure is what a reader of the test's output looks for
    assert told.faults == ()
    assert state in ("running", "done")
    if len(os.sched_getaffinity(0)) * 2 > os.getloadavg()[0]:  # on a machine that others keep busy it says nothing
        assert told.percentile(95) <= SLOWEST
