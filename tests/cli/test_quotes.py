"""`brief quotes` and `brief people` over the sample articles, as a user calls them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_make import DONE, FAILED, ROOT, WRONG_USE, brief

GOLD = json.loads((ROOT / "tests/fixtures/seeds-gold.json").read_text("utf-8"))
WIDTH = 80


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose library holds the sample articles."""
    folder = tmp_path_factory.mktemp("ledger")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    added = brief(folder, "add", "seeds")
    assert added.returncode == DONE, added.stderr
    return folder


def rows(folder: Path, *arguments: str) -> list[dict[str, object]]:
    answered = brief(folder, *arguments, "--json", "-q")
    assert answered.returncode == DONE, answered.stderr
    found: list[dict[str, object]] = json.loads(answered.stdout)
    return found


def test_the_ledger_reads_well_on_eighty_columns(desk: Path) -> None:
    told = brief(desk, "quotes", "--speaker", "Brontz")
    assert told.returncode == DONE
    assert max(map(len, told.stdout.splitlines())) <= WIDTH
    assert told.stdout.startswith("Alexander Brontz, ")
    assert "also printed: Aleksander Brontz\n" in told.stdout
    assert "  2026-05-13  “We agreed not to make 9,000 people wait while we have it.”\n" in told.stdout
    assert "Meridian News Agency · Kessel Morning Post" in told.stdout
    assert "quotations of 1 speaker;" in told.stderr


def test_the_parts_of_one_sentence_are_shown_in_it_once(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    text = "Harnby to build\n\nHarnby Courier\n12 May 2026\n\n{}\n\nThe council meets again in June to vote on it."
    said = "Ana Roe, the mayor, said on Monday the plan was “dry and honest”, “long overdue” and “all we can pay for”."
    (tmp_path / "seeds" / "plan.txt").write_text(text.format(said), encoding="utf-8")
    assert brief(tmp_path, "add", "seeds").returncode == DONE
    assert brief(tmp_path, "quotes", "--all").stdout.count("on Monday the plan was") == 1
    assert len([row for row in rows(tmp_path, "quotes", "--all") if row["kind"] == "direct"]) > 1


def test_all_marks_the_unsure_and_the_unresolved(desk: Path) -> None:
    usual, everything = brief(desk, "quotes").stdout, brief(desk, "quotes", "--all").stdout
    assert "unsure (" not in usual
    assert "(unresolved)" not in usual
    assert "unsure (0." in everything
    assert "” (unresolved) · " in everything


def test_the_people_of_the_samples_are_one_each(desk: Path) -> None:
    people = rows(desk, "people", "--all")
    for names in GOLD["same_person"]:
        full = [name for name in names if any(name in (row["name"], *listed(row["spellings"])) for row in people)]
        bearers = {row["name"] for row in people for name in full if name in (row["name"], *listed(row["spellings"]))}
        assert len(bearers) == 1, names


def listed(names: object) -> list[str]:
    assert isinstance(names, list)
    return names


def test_no_two_of_the_quoted_in_the_samples_are_taken_for_one(desk: Path) -> None:
    speakers = {name for quotes in GOLD["quotes"].values() for _, name in quotes if name}
    same = [set(names) for names in GOLD["same_person"]]
    for row in rows(desk, "people", "--all"):
        ours = speakers & {str(row["name"]), *listed(row["spellings"])}
        assert len(ours) <= 1 or any(ours <= names for names in same)


def test_json_says_where_every_printing_stands(desk: Path) -> None:
    line = next(row for row in rows(desk, "quotes", "--about", "9,000 people wait") if row["kind"] == "direct")
    assert line["speaker"] == "Alexander Brontz"
    assert line["day"] == "2026-05-13"
    printed = line["printed"]
    assert isinstance(printed, list)
    assert [each["how"] for each in printed] == ["same"] * 3
    assert all(each["end"] - each["start"] == len(each["text"]) for each in printed)


def test_the_same_bytes_under_any_hash_seed(desk: Path) -> None:
    one, other = (brief(desk, "quotes", "--all", "-q", seed=seed).stdout for seed in ("1", "2"))
    assert one == other


def test_a_merge_holds_from_run_to_run_and_undo_takes_it_back(desk: Path) -> None:
    assert brief(desk, "people", "merge", "Gwen Pardoe", "Ruth Tollard").returncode == DONE
    assert [row["name"] for row in rows(desk, "people", "--speaker", "tollard")] == ["Gwen Pardoe"]
    undone = brief(desk, "people", "undo")
    assert "merge of Gwen Pardoe, Ruth Tollard: taken back" in undone.stderr
    assert [row["name"] for row in rows(desk, "people", "--speaker", "tollard")] == ["Ruth Tollard"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("people", "merge", "Gwen Pardo", "Ruth Tollard"), WRONG_USE),
        (("people", "split", "Gwen Pardoe"), WRONG_USE),
        (("people", "undo"), WRONG_USE),
        (("people", "undo", "--library", "none.sqlite"), FAILED),
        (("quotes", "--library", "none.sqlite"), FAILED),
        (("quotes", "--to", "2026-05-11"), WRONG_USE),
        (("quotes", "--from", "soon"), WRONG_USE),
        (("quotes", "--all", "--min-confidence", "0.5"), WRONG_USE),
    ],
)
def test_wrong_use_is_told_in_one_line(desk: Path, arguments: tuple[str, ...], status: int) -> None:
    told = brief(desk, *arguments)
    assert told.returncode == status
    assert told.stdout == ""
    assert told.stderr.startswith("brief: ")
    assert told.stderr.count("\n") == 1


def test_a_briefing_calls_people_as_the_user_does(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert brief(tmp_path, "add", "seeds").returncode == DONE
    first = brief(tmp_path, "make", "--week", "2026-W20", "--format", "json", "--out", "one")
    assert first.returncode == DONE, first.stderr
    assert brief(tmp_path, "people", "merge", "Aleksander Brontz", "Alexander Brontz").returncode == DONE
    again = brief(tmp_path, "make", "--week", "2026-W20", "--format", "json", "--out", "two")
    assert again.returncode == DONE, again.stderr
    one, two = (next((tmp_path / each).rglob("*.json")).read_text("utf-8") for each in ("one", "two"))
    assert '"Alexander Brontz"' in one
    assert '"Alexander Brontz"' not in two
    assert '"Aleksander Brontz"' in two
