"""A site that is brought up to date is, byte for byte, the one that would be made from nothing."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import __version__, correct
from briefing.config import Config
from briefing.site import building, manifest, memory
from briefing.site.building import build
from briefing.site.catalogue import Piece
from briefing.site.memory import Remembered
from tests.site.changes import (
    CHANGES,
    copied,
    corrected,
    dropped,
    edited,
    empty,
    events,
    new_day,
    retitled,
    short,
    spoilt,
)  # fmt: skip
from tests.site.links import broken

UNSEEN = ("nothing", "struck", "undone")  # what need not show on a page before a briefing is made again
OWN = (manifest.NAME, memory.NAME)


def content(root: Path) -> dict[str, str]:
    """Address → digest of every file of a site but what it keeps for itself."""
    files = (path for path in root.rglob("*") if path.is_file() and path.name not in OWN)
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def fresh(config: Config, folder: Path) -> dict[str, str]:
    """What is made from nothing."""
    build(config, folder)
    found = content(folder)
    shutil.rmtree(folder)
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_as_one_made_from_nothing(
    config: Config, public: Path, tmp_path: Path, name: str
) -> None:
    ours = copied(config, tmp_path)
    shutil.copytree(public, tmp_path / "site")
    CHANGES[name](ours)
    built = build(ours, tmp_path / "site")
    assert built.written or name in UNSEEN
    assert content(tmp_path / "site") == fresh(ours, tmp_path / "fresh")


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3), min_size=2, max_size=4))
def test_after_any_changes_the_site_is_as_one_made_from_nothing(
    config: Config, public: Path, steps: list[list[str]]
) -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = copied(config, folder)
        shutil.copytree(public, folder / "site")
        for names in steps:
            for name in names:
                CHANGES[name](ours)
            build(ours, folder / "site")
        assert content(folder / "site") == fresh(ours, folder / "fresh")
        assert broken(folder / "site") == []


def test_with_nothing_new_no_page_is_even_looked_at(
    config: Config, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(public, tmp_path / "site")
    monkeypatch.setattr(building, "filled", lambda *_: pytest.fail("something was made"))
    built = build(config, tmp_path / "site")
    assert (built.written, built.removed) == ((), ())


def test_a_new_headline_has_few_pages_drawn_anew(
    config: Config, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = copied(config, tmp_path)
    shutil.copytree(public, tmp_path / "site")
    retitled(ours)
    drawn: list[str] = []
    draw = building.Drawing.drawn

    def noted(drawing: building.Drawing, piece: Piece) -> Remembered:
        drawn.append(piece.name)
        return draw(drawing, piece)

    monkeypatch.setattr(building.Drawing, "drawn", noted)
    build(ours, tmp_path / "site")
    assert 0 < len([name for name in drawn if name.startswith("event ")]) < 5
    assert len(drawn) < 40


@pytest.mark.parametrize("damage", [spoilt, short, empty, Path.unlink])
@pytest.mark.parametrize("name", OWN)
def test_a_damaged_state_means_a_full_build(
    config: Config, public: Path, tmp_path: Path, name: str, damage: Callable[[Path], None]
) -> None:
    ours = copied(config, tmp_path)
    site = tmp_path / "site"
    shutil.copytree(public, site)
    damage(site / name)
    dropped(ours)
    build(ours, site)
    found, whole = content(site), fresh(ours, tmp_path / "fresh")
    assert {path: found[path] for path in whole} == whole
    if name == memory.NAME:  # without the manifest nobody knows which other files are the site's
        assert found == whole


def test_the_state_of_an_older_version_means_a_full_build(config: Config, public: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(public, site)
    known = json.loads((site / manifest.NAME).read_text())
    (site / manifest.NAME).write_text(json.dumps({"version": 1, "files": known["files"]}))
    assert build(config, site).kept == 0


def test_another_version_of_the_program_believes_no_memory(
    config: Config, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    shutil.copytree(public, site)
    monkeypatch.setattr(building, "GENERATOR", f"brief {__version__}.1")
    assert "index.html" in build(config, site).written
    assert fresh(config, tmp_path / "fresh") == content(site)


def test_after_a_run_that_was_stopped_nothing_in_the_folder_is_believed(
    config: Config, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, site = copied(config, tmp_path), tmp_path / "site"
    shutil.copytree(public, site)
    new_day(ours)
    left = [9]
    put = building.put

    def pulled(path: Path, what: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        put(path, what)

    monkeypatch.setattr(building, "put", pulled)
    with pytest.raises(KeyboardInterrupt):
        build(ours, site)
    monkeypatch.undo()
    edited(ours)
    build(ours, site)
    assert content(site) == fresh(ours, tmp_path / "fresh")


@pytest.mark.parametrize("told", [True, False])
def test_what_is_kept_for_the_next_run_tells_nothing_of_a_dropped_article(
    config: Config, tmp_path: Path, told: bool
) -> None:
    """told: whether the article is in an event; an undated one is in none, and its quotations are in the ledger."""
    ours, site = copied(config, tmp_path), tmp_path / "site"
    build(ours, site)
    found = json.loads((site / memory.NAME).read_bytes())["voices"]
    latest = [(key, row[0][0][0], row[0][0][-1]) for key, row in found.items() if row[1]]
    alone = [(key, words, ids[0]) for key, words, ids in latest if len(ids) == 1]  # what others print too stays
    in_events = {each for event in events(ours) for each in event.article_ids}
    person, text, article = min(each for each in alone if (each[2] in in_events) is told)
    corrected(ours, lambda desk: correct.drop(article, desk))
    build(ours, site)
    kept = json.loads((site / memory.NAME).read_bytes())
    assert person in found
    assert person not in kept["voices"]
    assert text not in json.dumps(kept["voices"], ensure_ascii=False)
