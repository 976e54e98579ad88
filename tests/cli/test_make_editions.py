"""`brief make`, week after week, and topic by topic."""

import shutil
from pathlib import Path

import pytest

from tests.cli.test_make import DONE, ROOT, WRONG_USE, brief

FORMATS = ("md", "html", "pdf", "json")
TOPICS = """
watch = ["night bakery"]
[topic.harbour]
names = ["Halcyon Reach", "Harnby harbour"]
"""


@pytest.fixture(scope="module")
def fortnight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles and two briefings made one after the other."""
    folder = tmp_path_factory.mktemp("fortnight")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "brief.toml").write_text(TOPICS)
    for week in ("2026-W20", "2026-W21"):
        made = brief(folder, "make", "--week", week, "--format", ",".join(FORMATS))
        assert made.returncode == DONE, made.stderr
    return folder


def page(folder: Path, name: str) -> str:
    return (folder / "briefs" / "2026" / name).read_text(encoding="utf-8")


def test_the_second_week_says_what_goes_on_and_links_to_the_first(fortnight: Path) -> None:
    assert "told before" not in page(fortnight, "2026-W20.md")
    assert "**updated**, day " in page(fortnight, "2026-W21.md")
    assert "told before: [11 to 17 May 2026](2026-W20.md)" in page(fortnight, "2026-W21.md")
    assert 'told before: <a href="2026-W20.html">' in page(fortnight, "2026-W21.html")
    assert "· **new**" in page(fortnight, "2026-W21.md")


def test_a_week_made_again_after_the_next_one_comes_out_the_same(fortnight: Path) -> None:
    archive = fortnight / "briefs" / "2026"
    before = {path.name: path.read_bytes() for path in archive.iterdir() if "-W2" in path.name}
    for week in ("2026-W20", "2026-W21"):
        brief(fortnight, "make", "--week", week, "--format", ",".join(FORMATS))
    assert {name: (archive / name).read_bytes() for name in before} == before


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_of_a_briefing_verifies(fortnight: Path, kind: str) -> None:
    found = brief(fortnight, "verify", f"briefs/2026/2026-W21.{kind}")
    assert found.returncode == DONE, found.stdout
    assert "all stand where they say" in found.stderr


def test_figures_that_differ_stand_side_by_side(fortnight: Path) -> None:
    shown = page(fortnight, "2026-W20.md")
    assert "**Figures that differ: tonnes**" in shown
    assert shown.index("40 tonnes[^") < shown.index("50 tonnes[^") < shown.rindex("65 tonnes[^")


def test_what_is_watched_for_has_a_section_of_its_own(fortnight: Path) -> None:
    assert "\n## After 104 years, Lindow's night bakery sells its last loaf\n" in page(fortnight, "2026-W20.md")


def test_a_topic_is_a_briefing_of_its_own(fortnight: Path) -> None:
    made = brief(fortnight, "make", "--week", "2026-W20", "--topic", "harbour", "--format", "md")
    assert made.stdout.splitlines() == ["briefs/2026/2026-W20-harbour.md"]
    shown = page(fortnight, "2026-W20-harbour.md")
    assert "# Weekly briefing: harbour\n" in shown
    assert "Halcyon Reach" in shown
    assert "measles" not in shown.lower()


def test_a_topic_that_is_not_there_is_told_in_one_line(fortnight: Path) -> None:
    made = brief(fortnight, "make", "--topic", "harbor")
    assert made.returncode == WRONG_USE
    assert made.stderr.splitlines() == ['brief: there is no topic "harbor": did you mean "harbour"?']
