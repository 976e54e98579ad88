import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.year import NAME, field, is_year, keep_year, page, read_entries, read_entry
from briefing.render.checksum import is_intact, stamp
from briefing.render.to_markdown import to_markdown
from tests.render.sample import empty, rich

ARCHIVE = Path(__file__).parents[2] / "briefs" / "2026"
HEADLINE = "Ferry runs aground off Port Selby, all passengers safe"


def put(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    """A briefing of that name, with some of its words changed by hand."""
    folder.mkdir(exist_ok=True)
    text = to_markdown(rich() if name == "2026-W20" else empty()).decode().replace("2026-W20", name)
    path = folder / f"{name}.md"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def keep(folder: Path, *, force: bool = False) -> Path | None:
    return keep_year(folder, stamp=stamp, is_intact=is_intact, force=force)


def told(folder: Path) -> str:
    return (folder / NAME).read_text("utf-8")


def test_the_page_lists_every_briefing_with_its_headlines_and_formats(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    put(folder, "2026-W20").with_suffix(".pdf").write_bytes(b"%PDF")
    assert keep(folder) is None
    assert "# Briefings of 2026\n\n## May 2026\n\n" in told(folder)
    assert "- [11 to 17 May 2026](2026-W20.md) · Weekly briefing · [PDF](2026-W20.pdf)  \n" in told(folder)
    assert f"  {HEADLINE}; " in told(folder)
    assert is_intact((folder / NAME).read_bytes(), "md")


def test_a_headline_edited_by_hand_is_listed_as_edited(tmp_path: Path) -> None:
    put(tmp_path / "2026", "2026-W20", "## Ferry runs aground", "## Ferry hits the bar")
    keep(tmp_path / "2026")
    assert "  Ferry hits the bar off Port Selby" in told(tmp_path / "2026")


def test_the_same_folder_gives_the_same_page_and_a_page_as_it_is_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "2026", "2026-W20")
    keep(tmp_path / "2026")
    path = tmp_path / "2026" / NAME
    before = path.read_bytes(), path.stat().st_mtime_ns
    keep(tmp_path / "2026")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_page_edited_by_hand_is_kept_and_reported(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    put(folder, "2026-W20")
    keep(folder)
    (folder / NAME).write_text(told(folder) + "Our own words.\n", encoding="utf-8")
    put(folder, "2026-W21")
    assert keep(folder) == folder / NAME
    assert "2026-W21" not in told(folder)
    assert keep(folder, force=True) is None
    assert "2026-W21" in told(folder)


def test_a_page_that_somebody_else_wrote_is_kept(tmp_path: Path) -> None:
    put(tmp_path / "2026", "2026-W20")
    (tmp_path / "2026" / NAME).write_text("Notes of the desk.\n", encoding="utf-8")
    assert keep(tmp_path / "2026") == tmp_path / "2026" / NAME


def test_a_folder_without_a_briefing_has_no_page(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "notes.md").write_text("# Notes\n\n## Also\n", encoding="utf-8")
    keep(tmp_path / "2026")
    assert not (tmp_path / "2026" / NAME).exists()


def test_the_order_of_the_folder_is_no_matter(tmp_path: Path) -> None:
    for name in ("2026-W20", "2026-W21"):
        put(tmp_path / "2026", name)
    entries = list(read_entries(tmp_path / "2026"))
    assert [entry.name for entry in entries] == ["2026-W20", "2026-W21"]
    assert page("2026", reversed(entries)) == page("2026", entries)


def test_the_page_of_the_repository_is_current(tmp_path: Path) -> None:
    for briefing in ARCHIVE.glob("2026-W*.md"):  # all that the repository has; a page or PDF may have been made since
        shutil.copy(briefing, tmp_path)
    current = [stamp(page("2026", read_entries(folder)).encode(), "md") for folder in (tmp_path, ARCHIVE)]
    assert (ARCHIVE / NAME).read_bytes() in current  # python -m tests.render.golden makes it


@given(st.text(max_size=300) | st.text(alphabet='-\n:"id #*', max_size=80))
def test_any_file_at_all_can_be_looked_at(tmp_path_factory: object, text: str) -> None:
    path = Path(tmp_path_factory.mktemp("y")) / "a.md"  # type: ignore[attr-defined] # pytest's factory has no public type
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    read_entry(path)
    for each in text.split("\n"):
        field(each)


def test_a_years_page_is_told_from_a_briefing_and_from_any_other_file_of_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    briefing = put(folder, "2026-W20")
    keep(folder)
    assert is_year(folder / NAME)
    assert not is_year(briefing)
    for text in ("", "---", "A file about something else.\n", briefing.read_text("utf-8"), "---\nid: x\n---\n\ud800"):
        (folder / NAME).write_text(text, "utf-8", "surrogatepass")
        assert not is_year(folder / NAME)
