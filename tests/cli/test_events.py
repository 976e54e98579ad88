"""`brief events` and `brief explain`, as a user calls them."""

import json
from pathlib import Path

import pytest

from tests.cli.test_make import DONE, WRONG_USE, brief, write

FIRE = """Fire on Hay Quay in Port Selby

Port Selby Gazette
12 May 2026

A fire on Hay Quay destroyed two grain stores in Port Selby on Tuesday, the fire brigade of Port Selby said.
Nobody was hurt. Forty firefighters fought the flames on Hay Quay until noon, and the grain stores still smoulder.
"""
AGAIN = """Grain stores on Hay Quay still smoulder

Harnby Courier
13 May 2026

The grain stores on Hay Quay in Port Selby were still smouldering on Wednesday, a day after the fire.
The fire brigade of Port Selby kept ten firefighters on Hay Quay, where the flames destroyed two grain stores.
"""
SWANS = """Swans are back on the lake of Tarn

Lindow Radio
13 May 2026

Eleven swans have come back to the lake of Tarn after a winter in the south, its keeper Ada Brill counted.
"""
WEEK = ("--week", "2026-W20")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, text in (("fire", FIRE), ("again", AGAIN), ("swans", SWANS)):
        write(tmp_path, f"{name}.txt", text)
    assert brief(tmp_path, "add", "seeds", "-q").returncode == DONE
    return tmp_path


def listed(folder: Path, *arguments: str) -> list[dict[str, list[str]]]:
    """The events as JSON."""
    ended = brief(folder, "events", *arguments, "--json")
    assert ended.returncode == DONE, ended.stderr
    rows: list[dict[str, list[str]]] = json.loads(ended.stdout)
    return rows


def test_the_events_of_a_week_are_listed_and_known_ever_after(desk: Path) -> None:
    events = listed(desk, *WEEK)
    assert sorted(len(event["articles"]) for event in events) == [1, 2]
    assert [event["id"] for event in listed(desk)] == [event["id"] for event in events]
    text = brief(desk, "events", "--articles").stdout
    assert "Swans are back on the lake of Tarn" in text
    assert all(article in text for event in events for article in event["articles"])


def test_a_correction_is_followed_by_every_briefing_and_can_be_taken_back(desk: Path) -> None:
    fire, swans = sorted(listed(desk, *WEEK), key=lambda event: -len(event["articles"]))
    assert brief(desk, "events", "merge", str(fire["id"])[:6], str(swans["id"])[:6]).returncode == DONE
    assert json.loads(brief(desk, "make", *WEEK, "--json").stdout)["events"] == 1
    assert brief(desk, "events", "undo").returncode == DONE
    assert json.loads(brief(desk, "make", *WEEK, "--force", "--json").stdout)["events"] == 2
    assert brief(desk, "events", "split", str(fire["id"]), fire["articles"][0]).returncode == DONE
    assert len(listed(desk, *WEEK)) == 3
    assert brief(desk, "events", "move", fire["articles"][0], str(swans["id"])).returncode == DONE
    assert brief(desk, "events", "drop", str(swans["id"])).returncode == DONE
    assert [event["articles"] for event in listed(desk, *WEEK)] == [fire["articles"][1:]]


def test_an_article_moved_goes_to_the_event_that_was_named_and_both_keep_their_ids(desk: Path) -> None:
    fire, swans = sorted(listed(desk, *WEEK), key=lambda event: -len(event["articles"]))
    assert brief(desk, "events", "move", fire["articles"][1], f"{swans['id']}").returncode == DONE
    now = {f"{event['id']}": set(event["articles"]) for event in listed(desk)}
    assert now == {
        f"{fire['id']}": {fire["articles"][0]},
        f"{swans['id']}": {*swans["articles"], fire["articles"][1]},
    }


def test_a_dropped_event_is_listed_as_such(desk: Path) -> None:
    name = f"{listed(desk, *WEEK)[0]['id']}"
    assert brief(desk, "events", "drop", name).returncode == DONE
    lines = brief(desk, "events").stdout.splitlines()
    assert [line.endswith("  (dropped)") for line in lines] == [line.startswith(name) for line in lines]
    assert [f"{event['id']}" for event in listed(desk) if event.get("dropped")] == [name]


def test_a_dry_run_remembers_nothing(desk: Path) -> None:
    assert brief(desk, "make", *WEEK, "--dry-run").returncode == DONE
    assert listed(desk) == []


def test_wrong_names_are_told_in_one_line(desk: Path) -> None:
    ended = brief(desk, "events", "merge", "e1", "e2")
    assert (ended.returncode, ended.stderr.count("\n")) == (WRONG_USE, 1)
    assert "no events are known yet" in ended.stderr
    listed(desk, *WEEK)
    ended = brief(desk, "events", "drop", "zzz")
    assert (ended.returncode, ended.stderr.count("\n")) == (WRONG_USE, 1)


def test_without_a_library_there_is_nothing_to_list(tmp_path: Path) -> None:
    ended = brief(tmp_path, "events")
    assert ended.returncode != DONE
    assert ended.stderr.count("\n") == 1
