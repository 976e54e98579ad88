"""Editions, silent edits, search, export and import, as a user calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_make import DONE, FAILED, WRONG_USE, brief

FORMATS = ("md", "html", "pdf", "json")
FERRY = (
    "A ferry with 214 people on board is stuck on the Selby Bar near Port Selby since Monday.\n\n"
    "The ferry's owner, Northern Lines, paid a fine of 40,000 crowns last year for missing an inspection.\n\n"
    "Tugs from Harnby will try to pull the ferry free at high tide on Wednesday, the company said."
)
FREED = (
    "Two tugs pulled the ferry Lady Annik free off Port Selby at high tide on Wednesday.\n\n"
    "The ferry was towed to Harnby for inspection, the harbour office said."
)


def write(folder: Path, number: int, title: str, text: str) -> None:
    row = {
        "id": f"x{number}", "url": f"https://courier.example/{number}", "title": title, "outlet": "Selby Courier",
        "published": f"2026-05-1{number}T08:00:00Z", "text": text,
    }  # fmt: skip
    (folder / "seeds" / f"{number}.json").write_text(json.dumps(row), encoding="utf-8")


def make(folder: Path, day: str) -> str:
    made = brief(folder, "make", "--day", day, "--format", ",".join(FORMATS), "-q")
    assert made.returncode == DONE, made.stderr
    return (folder / "briefs" / "2026" / f"{day}.md").read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a briefing of one article."""
    (tmp_path / "seeds").mkdir()
    write(tmp_path, 2, "Ferry stuck on Selby Bar", FERRY)
    make(tmp_path, "2026-05-12")
    return tmp_path


@pytest.mark.parametrize("place", ["10-0", "5-5", "99999-99999999", "0-0"])
def test_a_place_without_words_is_told(desk: Path, place: str) -> None:
    found = brief(desk, "list", "articles", "--json")
    article = json.loads(found.stdout)[0]["id"]
    shown = brief(desk, "show", f"{article}:{place}")
    assert shown.returncode == WRONG_USE
    assert shown.stderr.startswith(f"brief: article {article} has no words at that place: it has ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("asked", [("list",), ("export",), ("show", "2026-05-12"), ("quotes", "--json")])
def test_an_output_that_cannot_be_written_is_told_in_a_line(desk: Path, asked: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *asked], cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == FAILED
    assert done.stderr == b"brief: what was found cannot be written: No space left on device\n"


def change(folder: Path) -> None:
    """Have the source change what it said."""
    text = FERRY.replace("214", "240").replace(
        "paid a fine of 40,000 crowns last year for missing", "has always passed"
    )
    write(folder, 2, "Ferry stuck on Selby Bar", text)


def test_what_a_source_changed_is_told_in_the_next_briefing_and_by_verify_with_both_versions(desk: Path) -> None:
    change(desk)
    write(desk, 3, "Ferry freed at high tide", FREED)
    page = make(desk, "2026-05-13")
    altered = page[page.index("## Changed at the source") : page.index("## Coverage")]
    assert "**Then:** “A ferry with 214 people" in altered
    assert "**Now:** “A ferry with 240 people" in altered
    assert "cited in the briefing of [12 May 2026](2026-05-12.md)" in altered
    assert "Tugs from Harnby" not in altered
    for kind in FORMATS:
        name = f"briefs/2026/2026-05-12.{kind}"
        checked = brief(desk, "verify", name)
        assert checked.returncode == FAILED, name
        assert "there it read “A ferry with 214 people" in checked.stdout
        assert "now “A ferry with 240 people" in checked.stdout
        assert brief(desk, "verify", name.replace("12.", "13.")).returncode == DONE
    assert make(desk, "2026-05-13") == page
    write(
        desk,
        4,
        "Ferry back in service",
        "The ferry Lady Annik sails again from Thursday, its owner Northern Lines said.",
    )
    assert "Changed at the source" not in make(desk, "2026-05-14")  # once is enough


def test_a_briefing_that_tells_otherwise_is_a_new_edition_and_lists_what_it_corrects(desk: Path) -> None:
    first = make(desk, "2026-05-12")
    assert "edition:" not in first
    assert "Corrections" not in first
    change(desk)
    second = make(desk, "2026-05-12")
    assert "\nedition: 2\ncorrections: " in second
    listed = second[second.index("## Corrections") : second.index("## Coverage")]
    assert "This is edition 2. It tells otherwise than edition 1 did:" in listed
    assert "**Then:** “A ferry with 214 people" in listed
    assert make(desk, "2026-05-12") == second
    for kind in FORMATS:
        assert brief(desk, "verify", f"briefs/2026/2026-05-12.{kind}").returncode == DONE
    write(desk, 2, "Ferry stuck on Selby Bar", FERRY)
    third = make(desk, "2026-05-12")
    assert "edition: 3" in third
    assert "than editions 1 to 2 did" in third


def test_an_edition_edited_by_hand_is_kept_and_reported_and_no_edition_counted(desk: Path) -> None:
    path = desk / "briefs" / "2026" / "2026-05-12.md"
    path.write_text(path.read_text("utf-8") + "\nA note of the desk's own.\n", encoding="utf-8")
    kept = path.read_bytes()
    change(desk)
    for _ in range(2):
        made = brief(desk, "make", "--day", "2026-05-12")
        assert made.returncode == FAILED
        assert "was edited by hand and is kept" in made.stderr
        assert path.read_bytes() == kept
    assert brief(desk, "make", "--day", "2026-05-12", "--force").returncode == DONE
    assert "edition: 2" in path.read_text("utf-8")


def test_search_finds_every_kind_and_says_how_much_there_is(desk: Path) -> None:
    found = brief(desk, "search", "ferry", "--limit", "1")
    assert found.returncode == DONE
    for heading in ("Briefings (1)", "Events (1)", "Articles (1)", "Quotations (1)"):
        assert heading in found.stdout
    assert found.stderr == "1 briefing, 1 event, 1 article, 1 quotation\n"
    assert max(map(len, found.stdout.splitlines())) <= 88
    rows = json.loads(brief(desk, "search", "port selby", "--in", "article", "--json").stdout)
    assert [row["kind"] for row in rows] == ["article"]
    assert [piece["text"] for piece in rows[0]["snippet"] if piece["found"]] == ["Port Selby"]
    assert json.loads(brief(desk, "search", "selby port", "--in", "article", "--json").stdout) == []
    assert json.loads(brief(desk, "search", "ferry", "--without", "tugs", "--in", "article", "--json").stdout) == []


def test_what_is_listed_can_be_shown(desk: Path) -> None:
    for what in ("briefings", "events", "articles"):
        (row,) = json.loads(brief(desk, "list", what, "--json").stdout)
        shown = brief(desk, "show", row["id"])
        assert shown.returncode == DONE, shown.stderr
        assert "Ferry stuck on Selby Bar" in shown.stdout
    (row,) = json.loads(brief(desk, "list", "quotations", "--json").stdout)
    assert brief(desk, "show", row["id"]).stdout.splitlines()[3] == FERRY[row["start"] : row["end"]]
    assert json.loads(brief(desk, "show", row["article"][:6], "--json").stdout)["text"] == FERRY


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (["search", "***"], WRONG_USE, "there is nothing to look for in that"),
        (["search", "ferry", "--outlet", "Nobody"], WRONG_USE, 'no outlet with "Nobody" in its name; there are: Selby'),
        (["search", "ferry", "--from", "soon"], WRONG_USE, "--from takes 2026-05-11"),
        (["search", "ferry", "--from", "2026-05-12", "--to", "2026-05-11"], WRONG_USE, "is after --to"),
        (["search", "ferry", "--library", "none.sqlite"], FAILED, "there is no library none.sqlite"),
        (["show", "zzz"], WRONG_USE, 'nothing here is called "zzz"'),
        (["show", "2026-W01"], WRONG_USE, "there is no briefing 2026-W01"),
        (["export", "no/where.jsonl"], FAILED, "no/where.jsonl cannot be written"),
        (["import", "seeds/2.json", "--library", "new.sqlite"], WRONG_USE, "this is no export of a library"),
        (["import", "seeds/2.json"], FAILED, "has something in it already"),
    ],
)
def test_broken_use_is_one_line(desk: Path, command: list[str], status: int, told: str) -> None:
    found = brief(desk, *command)
    assert found.returncode == status
    assert told in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_library_exported_and_imported_is_the_same_and_makes_the_same_briefing(desk: Path) -> None:
    change(desk)
    page = make(desk, "2026-05-12")
    assert brief(desk, "export", "all.jsonl").returncode == DONE
    (desk / "library.sqlite").rename(desk / "old.sqlite")
    assert brief(desk, "import", "all.jsonl").returncode == DONE
    assert brief(desk, "export", "-q").stdout.encode() == (desk / "all.jsonl").read_bytes()
    assert make(desk, "2026-05-12") == page
    article = json.loads(brief(desk, "list", "articles", "--json").stdout)[0]["id"]
    assert len(json.loads(brief(desk, "show", article, "--json").stdout)["versions"]) == 2
