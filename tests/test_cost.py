"""What a make does anew, counted rather than timed: work on an article is done once in each version of it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefing import intake, pipeline, reading
from briefing.cli import cli
from briefing.ledger import finding

STORIES = {
    "bridge.txt": "2026-05-12\nThe bridge of Harnby opened to lorries on Tuesday.\n“It holds,” Ida Ferrow said.\n",
    "flood.txt": "2026-05-13\nThe river Esk flooded cellars in Lindow overnight.\nNobody was hurt, firemen said.\n",
    "ferry.txt": "2026-05-14\nThe ferry to Kessel sails again.\nIts captain said the storm was over.\n",
}
MORE = "2026-05-14\nThe fair of Port Selby drew four thousand visitors on Thursday.\n"


LONG_AGO = 1_700_000_000  # Unix seconds: a file changed just now is read again, as it may be changing still


def write(path: Path, text: str) -> None:
    """A file that was written before this run."""
    path.write_text(text)
    os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of news to brief."""
    (tmp_path / "news").mkdir()
    for name, text in STORIES.items():
        write(tmp_path / "news" / name, text)
    (tmp_path / "brief.toml").write_text('sources = ["news"]\nengine = "serial"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Counts:
    """How often each kind of work was done since it was last asked."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.done: dict[str, int] = {}
        self._watch(patch, intake, "clean", lambda _: 1)
        self._watch(patch, reading, "read_some", len)
        self._watch(patch, finding, "quote", lambda _: 1)
        self._watch(patch, pipeline, "brief", lambda _: 1)

    def _watch(self, patch: pytest.MonkeyPatch, home: Any, name: str, size: Callable[[Any], int]) -> None:
        work = getattr(home, name)

        def counted(first: Any, *others: Any, **named: Any) -> Any:
            self.done[name] = self.done.get(name, 0) + size(first)
            return work(first, *others, **named)

        patch.setattr(home, name, counted)

    def of_a_make(self) -> dict[str, int]:
        """What one make does."""
        self.done.clear()
        made = CliRunner().invoke(cli, ["make", "--week", "2026-W20", "--format", "md"])
        assert made.exit_code == 0, made.output
        return dict(self.done)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    return Counts(monkeypatch)


def test_a_first_make_does_everything_once_an_article(counts: Counts) -> None:
    assert counts.of_a_make() == {"clean": 3, "read_some": 3, "quote": 3, "brief": 1}


def test_a_second_make_does_nothing_anew(counts: Counts) -> None:
    counts.of_a_make()
    assert counts.of_a_make() == {}


def test_one_more_article_costs_itself_alone(counts: Counts, folder: Path) -> None:
    counts.of_a_make()
    write(folder / "news" / "fair.txt", MORE)
    done = counts.of_a_make()
    assert (done["clean"], done["read_some"], done["quote"]) == (1, 1, 1)


def test_one_changed_article_costs_itself_alone(counts: Counts, folder: Path) -> None:
    counts.of_a_make()
    write(folder / "news" / "ferry.txt", STORIES["ferry.txt"] + "It took an hour.\n")
    done = counts.of_a_make()
    assert (done["clean"], done["read_some"], done["quote"]) == (1, 1, 1)


def test_a_file_copied_under_another_name_is_read_but_its_words_are_not(counts: Counts, folder: Path) -> None:
    counts.of_a_make()
    write(folder / "news" / "zz-ferry.txt", STORIES["ferry.txt"])
    assert counts.of_a_make().get("read_some", 0) == 0
