"""`brief run`, as a schedule calls it: from files to the archive and to every recipient."""

import email
import email.policy
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing import config
from briefing.cli.send import report
from briefing.deliver.lock import BusyError, only_run
from briefing.run import run
from briefing.send import Sent
from tests.cli.mail import brief, desk
from tests.deliver.server import Box, free_port, running

MIRA = 'address = "mira@harnby.example"'
MORNING = datetime(2026, 5, 13, 7, 2, tzinfo=UTC)


def states(results: tuple[Sent, ...]) -> dict[str, str]:
    return {entry.key.recipient: entry.state for each in results for entry in each.entries}


def clock(at: datetime) -> Callable[[], datetime]:
    return lambda: at


def test_a_morning_makes_the_files_and_sends_them_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Box()
    (tmp_path / "server").mkdir()
    with running(box, tmp_path / "server") as (port, _):
        monkeypatch.chdir(desk(tmp_path, port, MIRA))
        settings = config.load(Path())
        assert states(run(settings, clock(MORNING))) == {"mira@harnby.example": "sent", "archive": "sent"}
        first = Path("briefs/2026/2026-05-12.md").stat().st_mtime_ns
        assert states(run(settings, clock(MORNING))) == {"mira@harnby.example": "sent", "archive": "sent"}
    assert box.got() == ["mira@harnby.example"]
    assert Path("briefs/2026/2026-05-12.md").stat().st_mtime_ns == first


def test_what_could_not_be_written_is_in_the_mail_and_in_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Box()
    (tmp_path / "server").mkdir()
    with running(box, tmp_path / "server") as (port, _):
        monkeypatch.chdir(desk(tmp_path, port, MIRA))
        Path("briefs").write_text("a file in the way", encoding="utf-8")
        results = run(config.load(Path()), clock(MORNING))
    assert states(results) == {"mira@harnby.example": "sent", "archive": "deferred"}
    assert any(each.failed for each in results)
    message = email.message_from_bytes(box.letters[0][1], policy=email.policy.default)
    part = message.get_body(("plain",))
    assert part is not None
    assert "briefs" in part.get_content()
    assert "cannot be" in part.get_content()


def test_an_empty_day_sends_nothing_and_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk(tmp_path, free_port(), MIRA))
    settings = config.load(Path())
    later = datetime(2026, 6, 1, 8, tzinfo=UTC)
    assert states(run(settings, clock(later))) == {"mira@harnby.example": "empty", "archive": "empty"}
    (again,) = run(settings, clock(later))
    assert len(again.done_before) == 2


def test_who_wants_to_hear_of_nothing_hears_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Box()
    (tmp_path / "server").mkdir()
    with running(box, tmp_path / "server") as (port, _):
        monkeypatch.chdir(desk(tmp_path, port, f"{MIRA}\nonly_when_something = false"))
        results = run(config.load(Path()), clock(datetime(2026, 6, 1, 8, tzinfo=UTC)))
    assert states(results) == {"mira@harnby.example": "sent", "archive": "empty"}
    message = email.message_from_bytes(box.letters[0][1], policy=email.policy.default)
    assert str(message["Subject"]).endswith("nothing significant")


def test_without_recipients_the_files_alone_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk(tmp_path, free_port()))
    Path("brief.toml").write_text("", encoding="utf-8")
    assert states(run(config.load(Path()), clock(MORNING))) == {"archive": "sent"}
    assert Path("briefs/2026/2026-05-12.html").exists()


def test_two_runs_never_collide_and_the_second_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk(tmp_path, free_port(), MIRA))
    with only_run(Path("library.sqlite")):
        second = brief(tmp_path, "run")
        assert second.returncode == 0
        assert "another run is at work" in second.stderr
        sent = brief(tmp_path, "send", "--day", "2026-05-12")
        assert sent.returncode == 1
        with pytest.raises(BusyError):
            run(config.load(Path()), clock(MORNING))


def test_a_quiet_knock_says_once_what_did_not_arrive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Box(at_recipient={"mira@harnby.example": ["550 5.1.1 no such user"]})
    (tmp_path / "server").mkdir()
    with running(box, tmp_path / "server") as (port, _):
        monkeypatch.chdir(desk(tmp_path, port, MIRA))
        settings = config.load(Path())
        first, again = (run(settings, clock(MORNING)) for _ in range(2))
    for quiet in (True, False):
        report(first, settings, as_json=False, quiet=quiet, settled=False)
        assert "no such user" in "".join(capsys.readouterr())
        report(again, settings, as_json=False, quiet=quiet, settled=False)
        assert "".join(capsys.readouterr()) == ""


def test_a_source_that_failed_is_said_once_in_a_run_of_several_briefings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk(tmp_path, free_port()))
    Path("brief.toml").write_text("", encoding="utf-8")
    Path("seeds/empty.txt").write_text("", encoding="utf-8")
    settings = config.load(Path())
    days = [run(settings, clock(MORNING + timedelta(days=later))) for later in (0, 1)]
    assert all(each.problems for results in days for each in results if each.done_before == frozenset())
    report([each for results in days for each in results], settings, as_json=False, quiet=False, settled=False)
    told = capsys.readouterr()
    assert told.err.count("empty.txt") == 1
    assert told.out.splitlines()[0].endswith("written")


def test_a_knock_with_nothing_to_do_loads_nothing_heavy() -> None:
    code = (
        "import sys, briefing.cli.run; print(sorted({'numpy', 'scipy', 'nltk', 'jinja2', 'typst'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
