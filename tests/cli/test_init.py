"""`brief init`, `brief doctor`, `brief completion`, `brief schedule`: setting up, as a user calls them."""

import json
from pathlib import Path

import pytest

from briefing import config
from briefing.setup import Answers, commented, guessed_zone
from tests.cli.mail import brief, desk
from tests.deliver.server import free_port

DONE, FAILED, WRONG_USE = 0, 1, 2


def test_the_first_minutes_end_in_a_briefing(tmp_path: Path) -> None:
    made = brief(tmp_path, "init", "--samples", "--templates", TZ="Europe/Berlin")
    assert made.returncode == DONE, made.stderr
    assert made.stdout.splitlines() == ["brief.toml", "seeds", "templates"]
    loaded = config.load(tmp_path)
    assert (loaded.timezone, loaded.mail, loaded.templates) == ("Europe/Berlin", None, tmp_path / "templates")
    assert (tmp_path / "templates" / "mail.html.j2").exists()
    checked = brief(tmp_path, "doctor")
    assert checked.returncode == DONE, checked.stdout
    assert brief(tmp_path, "make", "--week", "2026-W20", "--format", "md").returncode == DONE


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("words = 5\n", encoding="utf-8")
    made = brief(tmp_path, "init")
    assert made.returncode == WRONG_USE
    assert "is there already" in made.stderr
    assert config.load(tmp_path).words == 5
    assert brief(tmp_path, "init", "--force").returncode == DONE
    assert config.load(tmp_path).words == config.WORDS


def test_a_folder_that_is_there_keeps_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("words = 5\n", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    made = brief(tmp_path, "init", "--force", "--samples", "--templates")
    assert (made.returncode, made.stdout) == (WRONG_USE, "")
    assert made.stderr == "brief: templates is there already: move it away first\n"
    assert config.load(tmp_path).words == 5
    assert not (tmp_path / "seeds").exists()


def test_what_is_answered_stands_in_the_file(tmp_path: Path) -> None:
    made = brief(
        tmp_path, "init", "--yes", "--source", 'my "news"', "--timezone", "Asia/Tokyo", "--from",
        "The desk <desk@harnby.example>", "--host", "smtp.harnby.example", "--to", "mira@harnby.example",
    )  # fmt: skip
    assert made.returncode == DONE, made.stderr
    loaded = config.load(tmp_path)
    assert loaded.sources == (tmp_path / 'my "news"',)
    assert loaded.timezone == "Asia/Tokyo"
    assert loaded.mail is not None
    assert (loaded.mail.host, loaded.mail.user, loaded.mail.security) == (
        "smtp.harnby.example",
        "desk@harnby.example",
        "starttls",
    )
    assert [each.address for each in loaded.recipients] == ["mira@harnby.example"]


def test_a_wrong_answer_writes_nothing(tmp_path: Path) -> None:
    for arguments in (["--timezone", "Harnby"], ["--from", "nobody"]):
        assert brief(tmp_path, "init", *arguments).returncode == WRONG_USE
    assert not list(tmp_path.iterdir())


def test_what_stands_in_comments_holds_once_the_marks_are_taken_away(tmp_path: Path) -> None:
    general, _, mail = commented(Answers()).partition("# To have it mailed, take the marks away:\n")
    bare = "".join(f"{line.removeprefix('#').removeprefix(' ')}\n" for line in mail.splitlines())
    (tmp_path / "brief.toml").write_text(general + bare, encoding="utf-8")
    loaded = config.load(tmp_path)
    assert loaded.mail is not None
    assert loaded.recipients


def test_the_machines_time_zone_is_guessed(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/New_York")
    assert guessed_zone({}, link) == "America/New_York"
    assert guessed_zone({"TZ": ":Europe/Berlin"}, link) == "Europe/Berlin"
    assert guessed_zone({"TZ": "nonsense"}, link) == "UTC"
    assert guessed_zone({}, tmp_path / "none") == "UTC"


def test_doctor_says_what_to_do_about_each_fault(tmp_path: Path) -> None:
    folder = desk(tmp_path, free_port(), 'address = "mira@harnby.example"')
    (folder / "library.sqlite").write_bytes(b"no library at all" * 100)
    toml = folder / "brief.toml"
    toml.write_text('sources = ["none"]\ntemplates = "look"\n' + toml.read_text("utf-8"), encoding="utf-8")
    (folder / "look").mkdir()
    (folder / "look" / "mail.txt.j2").write_text("{{ nothing }}", encoding="utf-8")
    (folder / "briefs").write_text("a file in the way", encoding="utf-8")
    checked = brief(folder, "doctor", "--json")
    assert checked.returncode == FAILED
    found = json.loads(checked.stdout)
    faults = {each["subject"] for each in found if each["level"] == "fault"}
    assert {"sources", "library", "archive", "templates", "mail"} <= faults
    assert all(each["advice"] for each in found if each["level"] != "ok")
    assert "Traceback" not in checked.stderr


def test_doctor_tells_of_a_password_that_others_may_read(tmp_path: Path) -> None:
    folder = desk(tmp_path, free_port(), 'address = "mira@harnby.example"')
    (folder / "password").write_text("swordfish\n", encoding="utf-8")
    (folder / "password").chmod(0o644)
    toml = folder / "brief.toml"
    login = 'security = "tls"\nuser = "desk"\npassword_file = "password"'
    toml.write_text(toml.read_text("utf-8").replace('security = "none"', login), encoding="utf-8")
    checked = brief(folder, "doctor", "--offline")
    assert checked.returncode == DONE, checked.stdout
    assert "chmod 600" in checked.stdout
    assert "swordfish" not in checked.stdout


def test_doctor_stops_at_a_file_it_cannot_follow(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("wrods = 3", encoding="utf-8")
    checked = brief(tmp_path, "doctor")
    assert checked.returncode == FAILED
    assert 'did you mean "words"?' in checked.stdout


def test_a_schedule_is_shown_and_not_installed_unasked(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PATH": str(tmp_path)}
    for how in ("--cron", "--systemd"):
        shown = brief(tmp_path, "schedule", "show", how, **home)
        assert shown.returncode == DONE, shown.stderr
        assert "briefing" in shown.stdout
        asked = brief(tmp_path, "schedule", "install", how, **home)  # nobody answers
        assert asked.returncode == FAILED
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(tmp_path: Path, shell: str) -> None:
    script = brief(tmp_path, "completion", shell)
    assert script.returncode == DONE
    assert "_BRIEF_COMPLETE" in script.stdout


def test_commands_are_completed(tmp_path: Path) -> None:
    words = {"_BRIEF_COMPLETE": "fish_complete", "COMP_WORDS": "brief se", "COMP_CWORD": "se"}
    assert "send" in brief(tmp_path, **words).stdout


def test_templates_can_be_had_later_beside_the_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("words = 5\n", encoding="utf-8")
    made = brief(tmp_path, "init", "--yes", "--templates", "--samples")
    assert made.returncode == DONE, made.stderr
    assert "is kept" in made.stderr
    assert (tmp_path / "templates" / "brief.md.j2").exists()
    assert (tmp_path / "seeds").is_dir()
    assert config.load(tmp_path).words == 5


def test_whom_to_mail_to_is_not_passed_over_where_nobody_sends(tmp_path: Path) -> None:
    made = brief(tmp_path, "init", "--yes", "--to", "mira@harnby.example")
    assert (made.returncode, made.stderr) == (
        2,
        "brief: --to needs --from: say from which address briefings are mailed\n",
    )
    assert not (tmp_path / "brief.toml").exists()


def test_a_folder_without_articles_is_told_where_to_put_them(tmp_path: Path) -> None:
    made = brief(tmp_path, "init", "--yes")
    assert "Put articles into the folder seeds, or name another in brief.toml" in made.stderr
