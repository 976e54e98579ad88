import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.install import install, installed, remove, units
from briefing.deliver.timer import Timer, crontab_line, service_unit, timer_unit, with_line, without_line
from briefing.errors import DeliverError

COMMAND = ("/opt/py thon/bin/python3", "-m", "briefing", "run", "--quiet")
TIMER = Timer(Path('/home/mira/50% of $news "now"'), COMMAND)
OTHER = Timer(Path("/home/mira/other"), COMMAND)

KEEPS = """#!/bin/sh
# A crontab that is a file; "user" stands for systemctl, which only notes what it was asked.
case "$(basename "$0") $1" in
"crontab -l") [ -f "$STORE/crontab" ] && cat "$STORE/crontab" || { echo "no crontab for mira" >&2; exit 1; } ;;
"crontab -") cat > "$STORE/crontab" ;;
*) echo "$@" >> "$STORE/systemctl"; exit "${STATUS:-0}" ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a crontab and a systemctl of its own."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("crontab", "systemctl"):
        (programs / name).write_text(KEEPS, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("STORE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_a_line_for_cron_says_what_a_shell_reads_back() -> None:
    line = crontab_line(TIMER)
    assert line.startswith("*/5 * * * * cd ")
    assert shlex.split(line.replace(r"\%", "%"))[5:] == ["cd", str(TIMER.folder), "&&", *COMMAND]


def test_a_unit_keeps_what_systemd_would_replace() -> None:
    unit = service_unit(TIMER)
    assert 'ExecStart="/opt/py thon/bin/python3" "-m" "briefing" "run" "--quiet"' in unit
    assert 'WorkingDirectory=/home/mira/50%% of $news "now"' in unit
    assert "SuccessExitStatus=3" in unit
    assert "OnCalendar=*:0/5\nPersistent=true" in timer_unit(TIMER)
    assert r'ExecStart="a\\b\"c" "$$HOME" "%%h"' in service_unit(Timer(Path("/x"), ('a\\b"c', "$HOME", "%h")))


LINES = st.lists(st.sampled_from(["0 5 * * * backup", "# a remark", "", "MAILTO=mira"]), max_size=4).map("\n".join)


@given(LINES, st.booleans())
def test_a_crontab_gets_one_line_and_back_is_what_it_was(before: str, ended: bool) -> None:
    before += "\n" * (ended and bool(before))
    once = with_line(before, TIMER)
    assert with_line(once, TIMER) == once
    assert once.count(crontab_line(TIMER)) == 1
    assert without_line(once, TIMER).rstrip("\n") == before.rstrip("\n")
    both = with_line(once, OTHER)
    assert without_line(both, TIMER).count("briefing run") == 1


def test_cron_is_installed_once_and_removed_again(machine: Path) -> None:
    (machine / "crontab").write_text("0 5 * * * backup\n", encoding="utf-8")
    assert installed(TIMER) is None
    install(TIMER, "cron")
    install(TIMER, "cron")
    assert installed(TIMER) == "cron"
    assert (machine / "crontab").read_text("utf-8").count("briefing run") == 1
    assert remove(TIMER, "cron")
    assert not remove(TIMER, "cron")
    assert (machine / "crontab").read_text("utf-8") == "0 5 * * * backup\n"


def test_a_first_crontab_is_made(machine: Path) -> None:
    install(TIMER, "cron")
    assert (machine / "crontab").exists()


def test_systemd_gets_two_units_and_is_told(machine: Path) -> None:
    install(TIMER, "systemd")
    assert installed(TIMER) == "systemd"
    assert all(path.read_text("utf-8") == text for path, text in units(TIMER).items())
    assert f"--user enable --now {TIMER.name}.timer" in (machine / "systemctl").read_text("utf-8")
    assert remove(TIMER, "systemd")
    assert installed(TIMER) is None
    assert not remove(TIMER, "systemd")


def test_what_the_system_refuses_is_told_in_one_line(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUS", "1")
    with pytest.raises(DeliverError, match="systemctl --user daemon-reload failed"):
        install(TIMER, "systemd")
    assert installed(TIMER) is None
    monkeypatch.setenv("PATH", str(machine))
    with pytest.raises(DeliverError, match="there is no crontab here: try --systemd"):
        install(TIMER, "cron")


def test_a_timer_can_be_removed_where_systemd_does_not_answer(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(TIMER, "systemd")
    monkeypatch.setenv("STATUS", "1")
    with pytest.raises(DeliverError, match="disable"):
        remove(TIMER, "systemd")
    assert installed(TIMER) is None
    assert "disable" in (machine / "systemctl").read_text("utf-8")


def test_a_folder_with_a_line_break_in_its_name_is_refused(machine: Path) -> None:
    with pytest.raises(DeliverError, match="cannot stand in a timer"):
        install(Timer(Path("/home/a\n* * * * * rm -r /"), COMMAND), "cron")
    assert not (machine / "crontab").exists()
