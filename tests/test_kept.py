from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from briefing import pipeline
from briefing.cli import cli

STORIES = {
    "bridge.txt": "2026-05-12\nThe bridge of Harnby opened to lorries on Tuesday.\nThe mayor cut a ribbon at noon.\n",
    "flood.txt": "2026-05-13\nThe river Esk flooded cellars in Lindow overnight.\nNobody was hurt, firemen said.\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    for name, text in STORIES.items():
        (tmp_path / "news" / name).write_text(text)
    (tmp_path / "brief.toml").write_text('sources = ["news"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*options: str) -> bytes:
    done = CliRunner().invoke(cli, ["make", "--week", "2026-W20", "--format", "md,html,json", *options])
    assert done.exit_code == 0, done.output
    return b"".join(path.read_bytes() for path in sorted(Path("briefs/2026").glob("2026-W20.*")))


def composed_times(*options: str) -> tuple[int, bytes]:
    with patch.object(pipeline, "brief", wraps=pipeline.brief) as spy:
        return (lambda files: (spy.call_count, files))(make(*options))


def test_a_week_with_nothing_new_is_not_composed_again_and_comes_out_the_same() -> None:
    first = composed_times()
    assert first[0] == 1
    assert composed_times() == (0, first[1])
    assert composed_times() == (0, first[1])


def test_one_more_article_is_told_of(folder: Path) -> None:
    _, first = composed_times()
    (folder / "news" / "fair.txt").write_text("2026-05-14\nThe fair of Port Selby drew four thousand visitors.\n")
    times, second = composed_times()
    assert times == 1
    assert b"Port Selby" in second
    assert b"Port Selby" not in first


def test_other_settings_are_heeded() -> None:
    composed_times()
    assert composed_times("--words", "40")[0] == 1


def test_what_was_kept_is_what_would_be_composed(folder: Path) -> None:
    make()
    again = make()
    (folder / "library.sqlite").unlink()
    assert make("--force") == again
