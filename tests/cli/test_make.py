"""`brief make`, from files to a briefing, as a user calls it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEEK = "2026-W20"
DONE, FAILED, WRONG_USE, SOME_UNREAD = 0, 1, 2, 3


def brief(folder: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run the real command in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONHASHSEED": seed},
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles and a briefing made of them."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    made = brief(folder, "make", "--week", WEEK)
    assert made.returncode == DONE, made.stderr
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder with a folder of sources and nothing in it."""
    (tmp_path / "seeds").mkdir()
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """A source file."""
    (folder / "seeds" / name).write_text(text, encoding="utf-8")


ARTICLE = """Port Selby harbour reopens

Harnby Courier
12 May 2026

The harbour of Port Selby reopened on Tuesday after two days, the harbour office said.
Eleven ships that had waited outside the breakwater were let in before noon, it said.
"""


def test_markdown_html_and_pdf_are_written_and_named(desk: Path) -> None:
    made = brief(desk, "make", "--week", WEEK)
    assert made.stdout.splitlines() == [f"briefs/2026/{WEEK}.{kind}" for kind in ("md", "html", "pdf")]
    assert (desk / f"briefs/2026/{WEEK}.pdf").read_bytes().startswith(b"%PDF")
    assert (desk / f"briefs/2026/{WEEK}.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("formats", [("--format", "md", "--format", "html"), ("--format", "md, html")])
def test_formats_may_be_named_one_by_one_or_in_a_list(empty: Path, formats: tuple[str, ...]) -> None:
    write(empty, "a.txt", ARTICLE)
    made = brief(empty, "make", "--day", "2026-05-12", *formats)
    assert [Path(line).suffix for line in made.stdout.splitlines()] == [".md", ".html"]


def test_who_has_added_articles_needs_no_samples_and_who_has_none_is_told_what_to_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    nothing = brief(tmp_path, "make", "--week", WEEK)
    assert (nothing.returncode, "--source" in nothing.stderr) == (WRONG_USE, True)
    brief(tmp_path, "add", "a.txt")
    made = brief(tmp_path, "make", "--week", WEEK, "--format", "md")
    assert (made.returncode, made.stdout) == (DONE, f"briefs/2026/{WEEK}.md\n")


def test_the_library_and_the_hash_seed_leave_no_mark_on_the_bytes(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk / "seeds", tmp_path / "seeds")
    brief(tmp_path, "make", "--week", WEEK, "--format", "md,html,pdf,json", seed="4711")
    brief(desk, "make", "--week", WEEK, "--format", "md,html,pdf,json", seed="1")
    for kind in ("md", "html", "pdf", "json"):
        name = f"briefs/2026/{WEEK}.{kind}"
        assert (tmp_path / name).read_bytes() == (desk / name).read_bytes(), kind


def test_every_sentence_of_the_briefing_stands_in_the_library(desk: Path) -> None:
    checked = brief(desk, "verify", f"briefs/2026/{WEEK}.md")
    assert checked.returncode == DONE, checked.stdout + checked.stderr


def test_several_files_are_verified_in_one_call_and_what_is_no_briefing_is_told(desk: Path) -> None:
    files = [f"briefs/2026/{WEEK}.{kind}" for kind in ("md", "html", "pdf")]
    checked = brief(desk, "verify", *files)
    assert checked.returncode == DONE
    assert [line.partition(":")[0] for line in checked.stderr.splitlines()] == files
    (desk / "notes.md").write_text("Harnby: ask the harbour office.\n", encoding="utf-8")
    mixed = brief(desk, "verify", "notes.md", files[0], "--json")
    assert mixed.returncode == FAILED
    assert mixed.stderr.startswith("brief: notes.md: this is no briefing")
    assert json.loads(mixed.stdout)["faults"] == []


def test_a_folder_of_briefings_is_verified_whole_and_its_list_of_them_passed_over(desk: Path) -> None:
    named = [f"briefs/2026/{WEEK}.md", "briefs/2026/README.md"]
    checked = brief(desk, "verify", *named)
    assert (checked.returncode, checked.stdout) == (DONE, "")
    assert checked.stderr.splitlines()[1] == "briefs/2026/README.md: a list of briefings, with nothing in it to check"
    rows = [json.loads(line) for line in brief(desk, "verify", *named, "--json").stdout.splitlines()]
    assert rows[1] == {"checked": 0, "faults": [], "skipped": "a list of briefings"}
    assert brief(desk, "verify", *named, "-q").stderr == ""
    (desk / "README.md").write_bytes((desk / named[0]).read_bytes().replace(b"\n- ", b"\n- Nobody said this.\n- ", 1))
    assert brief(desk, "verify", "README.md").returncode == FAILED


def test_a_dry_run_prints_the_briefing_and_changes_nothing(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk / "seeds", tmp_path / "seeds")
    made = brief(tmp_path, "make", "--week", WEEK, "--dry-run")
    assert made.returncode == DONE
    assert made.stdout == (desk / f"briefs/2026/{WEEK}.md").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_a_briefing_edited_by_hand_is_kept(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    assert brief(empty, "make", "--week", WEEK).returncode == DONE
    page = empty / f"briefs/2026/{WEEK}.md"
    page.write_text(page.read_text(encoding="utf-8") + "My own remark.\n", encoding="utf-8")
    write(empty, "b.txt", ARTICLE.replace("Eleven", "Twelve").replace("Harnby Courier", "Lindow Radio"))
    again = brief(empty, "make", "--week", WEEK)
    assert again.returncode == FAILED
    assert "edited by hand" in again.stderr
    assert page.read_text(encoding="utf-8").endswith("My own remark.\n")
    assert brief(empty, "make", "--week", WEEK, "--force").returncode == DONE
    assert "My own remark" not in page.read_text(encoding="utf-8")


def test_a_quiet_run_says_nothing_at_all(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    made = brief(empty, "make", "--week", WEEK, "--format", "md", "-q")
    assert (made.returncode, made.stdout, made.stderr) == (DONE, "", "")
    assert (empty / f"briefs/2026/{WEEK}.md").exists()


def test_an_empty_week_says_which_weeks_have_articles(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    made = brief(empty, "make", "--week", "2026-W30")
    assert made.returncode == DONE
    assert "No article is from 2026-W30. Weeks with articles: 2026-W20 (1)" in made.stderr
    assert not (empty / "briefs").exists()


def test_a_topic_without_an_event_says_so_and_not_that_the_week_has_no_article(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    (empty / "brief.toml").write_text('[topic.swans]\nwords = ["zzyzx"]\n', encoding="utf-8")
    made = brief(empty, "make", "--week", WEEK, "--topic", "swans")
    assert made.returncode == DONE
    assert made.stderr == 'Nothing of 2026-W20 is of the topic "swans". Weeks with articles of any: 2026-W20 (1)\n'
    assert not (empty / "briefs").exists()


def test_what_has_no_article_of_the_week_is_told_of_the_sources_named_alone(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    brief(empty, "make", "--week", WEEK)
    (empty / "other").mkdir()
    none = brief(empty, "make", "--week", WEEK, "--source", "other")
    assert none.returncode == DONE
    assert none.stderr == "No article is from 2026-W20: other has none with a date.\n"
    (empty / "other" / "b.txt").write_text(ARTICLE.replace("12 May", "20 May").replace("Eleven", "Twelve"), "utf-8")
    other = brief(empty, "make", "--week", WEEK, "--source", "other")
    assert other.stderr == "No article is from 2026-W20. Weeks with articles: 2026-W21 (1)\n"


def test_a_day_and_a_stretch_of_days_can_be_briefed(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    day = brief(empty, "make", "--day", "2026-05-12", "--format", "md")
    assert day.stdout.splitlines() == ["briefs/2026/2026-05-12.md"]
    days = brief(empty, "make", "--from", "2026-05-11", "--to", "2026-05-13", "--format", "md")
    assert days.stdout.splitlines() == ["briefs/2026/2026-05-11--2026-05-13.md"]
    none = brief(empty, "make", "--day", "2026-05-13", "--format", "md")
    assert none.stdout == ""


def test_named_sources_alone_are_briefed(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    brief(empty, "make", "--week", WEEK)
    (empty / "other").mkdir()
    (empty / "other" / "b.txt").write_text(
        "Lindow museum returns a bell\n\nLindow Radio\n13 May 2026\n\n"
        "The museum of Lindow gave a bronze bell back to the parish of Kessel on Wednesday, its director said.\n",
        encoding="utf-8",
    )
    made = brief(empty, "make", "--week", WEEK, "--source", "other", "--dry-run")
    assert "bell" in made.stdout
    assert "harbour" not in made.stdout


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.jsonl": b'{"id": "x", "title": "Cut", "text": "It breaks he',
    "latin.txt": "Kessel café übergibt Brücke — naïve façade, señor. Die Brücke über den Fluß ist fertig.".encode(
        "latin-1", "replace"
    ),
    "undated.txt": b"No date at all\n\nThe mayor of Harnby opened the bridge, and nobody wrote down when.\n",
    "long.txt": b"word and " * 560_000,
}


def test_bad_input_ends_in_a_briefing_that_names_it(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    for name, body in BAD.items():
        (empty / "seeds" / name).write_bytes(body)
    made = brief(empty, "make", "--week", WEEK)
    assert made.returncode == SOME_UNREAD, made.stderr
    assert "Traceback" not in made.stderr
    page = (empty / f"briefs/2026/{WEEK}.md").read_text(encoding="utf-8")
    for name in ("empty.txt", "binary.txt", "broken.jsonl"):
        assert name in page
    assert "No date at all" in page


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--week", "2026-W99"], "2026-W99"),
        (["--week", "last", "--day"], "--day"),
        (["--to", "2026-05-12"], "--from"),
        (["--format", "docx"], "docx"),
        (["--method", "magic"], "magic"),
        (["--source", "nowhere"], "nowhere"),
        (["--wek"], "--wek"),
    ],
)
def test_broken_use_is_one_line_and_its_own_status(empty: Path, arguments: list[str], word: str) -> None:
    write(empty, "a.txt", ARTICLE)
    made = brief(empty, "make", *arguments)
    assert made.returncode == WRONG_USE, made.stderr
    assert word in made.stderr.splitlines()[-1]
    assert "Traceback" not in made.stderr


def test_without_any_source_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    made = brief(tmp_path, "make", "--week", WEEK)
    assert made.returncode == WRONG_USE
    assert "--source" in made.stderr


def test_programs_get_json(empty: Path) -> None:
    write(empty, "a.txt", ARTICLE)
    made = json.loads(brief(empty, "make", "--week", WEEK, "--json", "-q").stdout)
    assert made["id"] == WEEK
    assert made["articles"] == 1
    assert made["files"][0] == f"briefs/2026/{WEEK}.md"
