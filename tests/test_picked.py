"""Key sentences that were picked before of the very same articles."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import cli
from briefing.engine import HERE
from briefing.model import Extract, Span, Window
from briefing.picked import picked_in, read
from briefing.pipeline import Told
from briefing.store import open_library
from briefing.summarise.above import Above
from tests.factory import article

WEEK = Window(
    "2026-W20", "week", datetime(2026, 5, 11, tzinfo=UTC), datetime(2026, 5, 18, tzinfo=UTC),
    date(2026, 5, 11), date(2026, 5, 17),
)  # fmt: skip
BRIDGE = Told((article(text="The bridge of Harnby opened."),), 50, (), Above("Bridge opens"))
FLOOD = Told((article(text="The Esk flooded cellars in Lindow."),), 50, (), Above("Cellars flooded"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with open_library(path):
        return path


class Picks:
    """Picks the first words of each first report, and counts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, told: Told) -> tuple[Extract, ...]:
        self.times += 1
        return (Extract(told.reports[0].id, Span(0, len(told.above.headline)), 1 / 3, 0),)


def picking(library: Path, how: str = "brief") -> Callable[[Picks, Iterable[Told]], list[tuple[Extract, ...]]]:
    return lambda pick, told: list(picked_in(library, WEEK, "", how, HERE)(pick, told))


def test_a_section_is_picked_once_and_comes_out_the_same(library: Path) -> None:
    pick = Picks()
    first = picking(library)(pick, [BRIDGE, FLOOD])
    assert first == list(map(Picks(), [BRIDGE, FLOOD]))
    assert picking(library)(pick, [BRIDGE, FLOOD]) == first
    assert pick.times == 2


def test_only_what_changed_is_picked_anew_whatever_its_place(library: Path) -> None:
    pick = Picks()
    picking(library)(pick, [BRIDGE])
    assert picking(library)(pick, [FLOOD, BRIDGE]) == list(map(Picks(), [FLOOD, BRIDGE]))
    assert pick.times == 2


@pytest.mark.parametrize(
    "other",
    [
        replace(BRIDGE, words=40),
        replace(BRIDGE, above=Above("The bridge opens")),
        replace(BRIDGE, above=Above("Bridge opens", frozenset({"harnby"}))),
        # What the user struck is taken out of a text whose sha256 stays.
        replace(BRIDGE, reports=(replace(BRIDGE.reports[0], text="The bridge opened."),)),
        replace(BRIDGE, reports=(replace(BRIDGE.reports[0], outlet="Kessel Mail"),)),
    ],
)
def test_a_section_of_anything_else_is_another(library: Path, other: Told) -> None:
    pick = Picks()
    picking(library)(pick, [BRIDGE])
    picking(library)(pick, [other])
    assert pick.times == 2


def test_another_method_picks_for_itself(library: Path) -> None:
    pick = Picks()
    picking(library)(pick, [BRIDGE])
    picking(library, "textrank")(pick, [BRIDGE])
    assert pick.times == 2


def test_two_sections_of_the_same_are_picked_once(library: Path) -> None:
    pick = Picks()
    assert picking(library)(pick, [BRIDGE, BRIDGE]) == list(map(Picks(), [BRIDGE, BRIDGE]))
    assert pick.times == 1


@pytest.mark.parametrize("damaged", ["", "{", "[]", "[[1]]", '[[["x", [["a", [0], 1, 0]]]]]', "null", "7"])
def test_what_is_damaged_is_picked_anew(library: Path, damaged: str) -> None:
    assert read(damaged) == {}
    pick = Picks()
    first = picking(library)(pick, [BRIDGE])
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE whole SET brief = ?", (damaged,))
    assert picking(library)(pick, [BRIDGE]) == first
    assert pick.times == 2


def test_one_more_article_gives_the_sections_that_all_of_them_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    (tmp_path / "brief.toml").write_text('sources = ["news"]\n')
    (news / "a.txt").write_text(
        "2026-05-12\nThe bridge of Harnby opened to lorries on Tuesday.\nThe mayor cut a ribbon.\n"
    )
    (news / "b.txt").write_text("2026-05-13\nThe river Esk flooded cellars in Lindow overnight.\nNobody was hurt.\n")

    def told(library: str) -> object:
        asked = ["make", "--week", "2026-W20", "--format", "json", "--library", library, "--out", library[:1]]
        done = CliRunner().invoke(cli, asked)
        assert done.exit_code == 0, done.output
        return json.loads(Path(f"{library[:1]}/2026/2026-W20.json").read_bytes())["sections"]

    told("kept.sqlite")
    (news / "c.txt").write_text("2026-05-14\nThe fair of Port Selby drew four thousand visitors on Thursday.\n")
    assert told("kept.sqlite") == told("fresh.sqlite")
