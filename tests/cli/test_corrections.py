"""`brief strike`, `pin`, `speaker`, `events retitle` and `corrections` over the sample articles."""

import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.test_make import DONE, ROOT, WRONG_USE, brief

CODE = re.compile(r"`([0-9a-f]{12}:[0-9]+-[0-9]+)`")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a briefing of the sample articles."""
    folder = tmp_path_factory.mktemp("corrections")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    assert make(folder)
    return folder


def make(folder: Path) -> str:
    made = brief(folder, "make", "--week", "2026-W20", "--format", "md", "-q")
    assert made.returncode == DONE, made.stderr
    return (folder / "briefs/2026/2026-W20.md").read_text("utf-8")


def asked(folder: Path, *arguments: str) -> str:
    answered = brief(folder, *arguments)
    assert answered.returncode == DONE, answered.stderr
    return answered.stdout


def test_what_is_said_on_the_command_line_is_followed_listed_and_taken_back(desk: Path) -> None:
    before = make(desk)
    place = CODE.findall(before)[0]
    words = asked(desk, "strike", place).strip().rstrip("…")
    assert words in before
    event = json.loads(asked(desk, "events", "--json"))[0]["id"]
    asked(desk, "events", "retitle", event, "A headline", "of our own")
    after = make(desk)
    assert words not in after
    assert "A headline of our own" in asked(desk, "events")
    told = asked(desk, "corrections").splitlines()
    assert len(told) == 2
    assert "struck: " in told[0]
    assert "A headline of our own" in told[1]
    said = datetime.fromisoformat(json.loads(asked(desk, "corrections", "--json"))[0]["at"])
    (desk / "brief.toml").write_text('timezone = "Asia/Kathmandu"\n', encoding="utf-8")
    assert f"{said.astimezone(ZoneInfo('Asia/Kathmandu')):%Y-%m-%d %H:%M}" in asked(desk, "corrections").splitlines()[0]
    (desk / "brief.toml").unlink()
    asked(desk, "corrections", "undo", "1")
    assert words in make(desk)
    asked(desk, "corrections", "undo")
    assert asked(desk, "corrections") == ""


def test_words_are_named_by_place_or_spelled_out(desk: Path) -> None:
    place = CODE.findall(make(desk))[0]
    article = place.split(":")[0]
    words = json.loads(asked(desk, "strike", place, "--json"))["words"]
    asked(desk, "corrections", "undo")
    said = json.loads(asked(desk, "pin", f"{article}:{words}", "--json"))
    assert (said["correction"], said["words"]) == ("pin", words)
    named = json.loads(asked(desk, "speaker", f"{article}:{said['start']}-{said['end']}", "Ruth Tollard", "--json"))
    assert (named["correction"], named["name"]) == ("speaker", "Ruth Tollard")
    rows = json.loads(asked(desk, "corrections", "--json"))
    assert [row["correction"] for row in rows] == ["pin", "speaker"]
    for _ in rows:
        asked(desk, "corrections", "undo")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("strike", "nonsense"), "is no place"),
        (("strike", "000000000000:some words"), "there is no article"),
        (("pin", "000000000000:1-5"), "there is no article"),
        (("events", "retitle", "e", "Title"), "could be any of"),
        (("corrections", "undo", "99"), "there is no correction 99"),
    ],
)
def test_what_cannot_be_meant_ends_with_one_line(desk: Path, arguments: tuple[str, ...], told: str) -> None:
    answered = brief(desk, *arguments)
    assert answered.returncode == WRONG_USE
    assert told in answered.stderr
    assert answered.stderr.count("\n") == 1
