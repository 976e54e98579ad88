"""`brief site` and `brief serve` as a user calls them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.test_make import DONE, FAILED, ROOT, WRONG_USE, brief


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a briefing of the sample articles."""
    found = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "seeds", found / "seeds")
    made = brief(found, "make", "--week", "2026-W20", "--format", "html", "-q")
    assert made.returncode == DONE, made.stderr
    return found


def test_a_site_is_made_once_and_then_only_what_changed(folder: Path) -> None:
    first = brief(folder, "site", "--json", "-q", "--url", "https://example.org/news")
    assert first.returncode == DONE, first.stderr
    told = json.loads(first.stdout)
    assert (folder / "public/2026/2026-W20.html").is_file()
    assert "https://example.org/news/2026/2026-W20.html" in (folder / "public/feed.atom").read_text("utf-8")
    again = json.loads(brief(folder, "site", "--json", "-q", "--url", "https://example.org/news").stdout)
    assert (again["written"], again["kept"]) == ([], len(told["written"]))
    said = brief(folder, "site")
    assert said.stdout == "public/index.html\n"
    assert "1 files written" in said.stderr  # the feed, whose address is gone


@pytest.mark.parametrize("url", ["news", "javascript:alert(1)", "file:///news", ""])
def test_an_address_for_the_feed_is_one_of_the_web(folder: Path, url: str) -> None:
    said = brief(folder, "site", "--out", "elsewhere", "--url", url)
    assert said.returncode == WRONG_USE
    assert said.stderr.startswith("brief: --url must be ")
    assert not (folder / "elsewhere").exists()


def test_without_a_library_both_say_what_to_do(tmp_path: Path) -> None:
    for command in ("site", "serve"):
        ended = brief(tmp_path, command)
        assert ended.returncode == FAILED
        assert ended.stderr.startswith("brief: there is no library")
        assert ended.stderr.count("\n") == 1


def test_without_its_packages_the_desk_says_which_to_install(folder: Path) -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None; sys.argv = ['brief', 'serve']; import briefing.cli as c; c.main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == FAILED
    assert ended.stderr == "brief: the desk needs two more packages: pip install 'brief[desk]'\n"


def test_a_desk_for_others_shows_its_token_once_and_keeps_only_a_digest(folder: Path) -> None:
    tokens = []
    for _ in range(2):
        with started(folder, "--host", "0.0.0.0") as serving:  # noqa: S104 that is what asks for a token
            lines = [serving.stderr.readline(), serving.stderr.readline()] if serving.stderr else []
            port = re.search(r":(\d+)/", lines[1])
            assert port
            answer = httpx.get(f"http://127.0.0.1:{port[1]}/", follow_redirects=False)
            assert answer.headers["location"] == "/login"
            serving.send_signal(signal.SIGINT)
        tokens.append(lines[0])
    shown = tokens[0].rsplit(" ", 1)[1].strip()
    assert "it is not shown again" in tokens[0]
    assert shown not in tokens[1]
    kept = folder / "library.sqlite.desk"
    assert shown not in kept.read_text()


def started(folder: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "briefing", "serve", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, env=environment)


def test_an_address_that_is_taken_is_named(folder: Path) -> None:
    with started(folder) as serving:
        said = serving.stderr.readline() if serving.stderr else ""
        port = re.search(r":(\d+)/", said)
        assert port
        ended = brief(folder, "serve", "--port", port[1])
        serving.send_signal(signal.SIGINT)
    assert ended.returncode == FAILED
    assert "cannot be had" in ended.stderr
