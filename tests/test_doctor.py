"""What `brief doctor` says of letters that did not arrive."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.config import load
from briefing.deliver.delivery import Entry, Key, State
from briefing.deliver.ledger import Ledger
from briefing.doctor import Finding, Ward, deliveries, room
from briefing.store import open_library

NOW = datetime(2026, 5, 20, 7, tzinfo=UTC)


def letter(briefing: str, recipient: str, state: State, days_ago: int) -> Entry:
    at = NOW - timedelta(days=days_ago)
    return Entry(Key(briefing, 1, recipient), state, 1, "<id@harnby.example>", at, None, "550 no such user")


def findings(folder: Path, *entries: Entry) -> list[Finding]:
    library = folder / "library.sqlite"
    open_library(library).close()
    with Ledger(library) as ledger:
        for each in entries:
            ledger.put(each)
    (folder / "brief.toml").write_text('library = "library.sqlite"\n', encoding="utf-8")
    return list(deliveries(Ward(load(folder), NOW, offline=True)))


def test_a_recipient_who_got_nothing_for_days_is_told_of_once(tmp_path: Path) -> None:
    days = [letter(f"2026-05-{16 + day}", "nobody@harnby.example", "refused", 4 - day) for day in range(4)]
    (found,) = findings(tmp_path, *days, letter("2026-05-18", "mira@harnby.example", "sent", 1))
    assert found.message == "2026-05-19 to nobody@harnby.example was refused: 550 no such user (3 more did not arrive)"
    assert found.advice == "mend the address in brief.toml; for the same again, brief send --retry --day 2026-05-19"


def test_what_waits_needs_nothing_and_what_is_long_ago_no_word(tmp_path: Path) -> None:
    (found,) = findings(
        tmp_path,
        letter("2026-W20", "late@harnby.example", "deferred", 1),
        letter("2026-05-02", "nobody@harnby.example", "refused", 12),
    )
    assert (found.message, found.advice) == (
        "2026-W20 to late@harnby.example was deferred: 550 no such user",
        "it is tried again",
    )


def test_of_a_week_that_was_refused_the_advice_names_the_week(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, letter("2026-W20", "nobody@harnby.example", "refused", 1))
    assert found.advice.endswith("--retry --week 2026-W20")


def test_files_that_could_not_be_written_are_made_by_hand(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, letter("2026-05-19", "archive", "refused", 1))
    assert found.message.startswith("2026-05-19 to the archive was refused")
    assert found.advice == "brief make --day 2026-05-19"


def test_what_is_free_is_said_in_units_that_show_it() -> None:
    assert (room(29_900_000), room(49_300_000_000)) == ("29 MB", "49.3 GB")
