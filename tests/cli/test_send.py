"""`brief send` against a real server, as a user calls it."""

import email
import email.policy
import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.mail import brief, desk
from tests.deliver.server import PASSWORD, USER, Box, free_port, running

DONE, FAILED, WRONG_USE, SOME_UNREAD = 0, 1, 2, 3
DAY = "2026-05-12"
MIRA = 'address = "Mira Solen <mira@harnby.example>"'
OSKAR = 'address = "oskar@lindow.example"\ntopics = ["school"]\nattach = ["md", "pdf"]'
WEEKLY = 'address = "week@lindow.example"\nevery = "week"'
NOTHING = 'address = "none@lindow.example"\ntopics = ["zeppelin"]'


@pytest.fixture
def box(tmp_path: Path) -> Iterator[tuple[Box, int]]:
    found = Box()
    (tmp_path / "server").mkdir()
    with running(found, tmp_path / "server") as (port, _):
        yield found, port


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default.clone(raise_on_defect=True))
    assert isinstance(message, EmailMessage)
    return message


def text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_each_recipient_gets_their_own_briefing_once(tmp_path: Path, box: tuple[Box, int]) -> None:
    server, port = box
    folder = desk(tmp_path, port, MIRA, OSKAR, WEEKLY, NOTHING)
    sent = brief(folder, "send", "--day", DAY)
    assert sent.returncode == DONE, sent.stderr
    assert server.got() == ["mira@harnby.example", "oskar@lindow.example"]
    mira, oskar = (read(data) for _, data in server.letters)
    assert str(mira["To"]) == "Mira Solen <mira@harnby.example>"
    assert "bridge" in text(mira)
    assert "bridge" not in text(oskar)
    assert "Narrowed to school" in text(oskar)
    assert [part.get_filename() for part in oskar.iter_attachments()] == [f"{DAY}.md", f"{DAY}.pdf"]
    again = brief(folder, "send", "--day", DAY)
    assert (again.returncode, len(server.letters)) == (DONE, 2)
    assert "(before)" in again.stdout
    brief(folder, "send", "--day", DAY, "--edition", "2", "--to", "mira@harnby.example")
    correction = read(server.letters[2][1])
    assert str(correction["Subject"]).startswith("Corrected: ")
    assert correction["Message-ID"] != mira["Message-ID"]
    assert "mira@harnby.example" in brief(folder, "send", "--status").stdout
    status = json.loads(brief(folder, "send", "--status", "--json").stdout)
    assert [(row["recipient"], row["state"]) for row in status if row["edition"] == 1] == [
        ("mira@harnby.example", "sent"),
        ("none@lindow.example", "empty"),
        ("oskar@lindow.example", "sent"),
    ]


def test_a_dry_run_writes_letters_and_changes_nothing(tmp_path: Path) -> None:
    folder = desk(tmp_path, free_port(), MIRA, NOTHING)
    made = brief(folder, "send", "--day", DAY, "--dry-run")
    assert made.returncode == DONE, made.stderr
    assert made.stdout == f"outbox/{DAY}-mira@harnby.example.eml\n"
    assert "none@lindow.example would get nothing" in made.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["brief.toml", "outbox", "seeds"]
    letter = read((folder / "outbox" / f"{DAY}-mira@harnby.example.eml").read_bytes())
    assert "bridge" in text(letter)


def test_one_refused_and_one_deferred_are_told_and_the_rest_served(tmp_path: Path, box: tuple[Box, int]) -> None:
    server, port = box
    server.at_recipient = {"a@x.example": ["550 no such user"], "b@x.example": ["450 later"]}
    folder = desk(tmp_path, port, *(f'address = "{name}@x.example"' for name in "abc"))
    sent = brief(folder, "send", "--day", DAY, "-q")
    assert sent.returncode == FAILED
    assert "a@x.example" in sent.stderr
    assert "refused for good: 550 no such user" in sent.stderr
    assert "put off: 450 later" in sent.stderr
    assert server.got() == ["c@x.example"]
    assert brief(folder, "send", "--day", DAY).returncode == DONE  # nothing is tried: one waits, one is refused
    assert brief(folder, "send", "--day", DAY, "--retry").returncode == DONE
    assert sorted(server.got()) == ["a@x.example", "b@x.example", "c@x.example"]


def test_a_login_over_tls_whose_password_is_shown_and_kept_nowhere(tmp_path: Path) -> None:
    server = Box()
    (tmp_path / "server").mkdir()
    with running(server, tmp_path / "server", security="starttls") as (port, ca):
        folder = desk(tmp_path, port, MIRA)
        toml = folder / "brief.toml"
        secure = f'security = "starttls"\nuser = "{USER}"\nca = "{ca}"'
        toml.write_text(toml.read_text("utf-8").replace('security = "none"', secure), encoding="utf-8")
        without = brief(folder, "send", "--day", DAY)
        assert (without.returncode, server.got()) == (FAILED, [])
        assert "set BRIEF_SMTP_PASSWORD" in without.stdout
        sent = brief(folder, "send", "--day", DAY, "--retry", BRIEF_SMTP_PASSWORD=PASSWORD)
        checked = brief(folder, "doctor", BRIEF_SMTP_PASSWORD=PASSWORD)
    assert sent.returncode == DONE, sent.stdout
    assert server.got() == ["mira@harnby.example"]
    assert "takes our mail and login" in checked.stdout
    for path in folder.rglob("*"):
        if path.is_file():
            assert PASSWORD.encode() not in path.read_bytes()
    assert PASSWORD not in sent.stdout + sent.stderr + checked.stdout


def test_a_recipient_named_on_the_command_line_need_not_be_in_the_file(tmp_path: Path, box: tuple[Box, int]) -> None:
    server, port = box
    folder = desk(tmp_path, port)
    assert brief(folder, "send", "--week", "2026-W20", "--to", "New <new@lindow.example>").returncode == DONE
    assert server.got() == ["new@lindow.example"]


def test_input_that_cannot_be_read_is_in_the_mail_and_in_the_status(tmp_path: Path, box: tuple[Box, int]) -> None:
    server, port = box
    folder = desk(tmp_path, port, MIRA)
    (folder / "seeds" / "broken.jsonl").write_bytes(b'{"id": "x", "title": "Cut", "text": "It breaks he')
    sent = brief(folder, "send", "--day", DAY)
    assert sent.returncode == SOME_UNREAD
    assert "broken.jsonl" in text(read(server.letters[0][1]))


@pytest.mark.parametrize(
    ("toml", "arguments", "says"),
    [
        ("", ["--day", DAY], "there is no [mail] in brief.toml"),
        ('[mail]\nfrom = "a@b.example"\nhost = "h"', ["--day", DAY], "there is no recipient"),
        ('[mail]\nfrom = "a@b.example"\nhost = "h"', ["--to", "nobody"], "--to must be an address"),
        ('[mail]\nfrom = "a@b.example"\nhost = "h"', ["--day", DAY, "--week", "last"], "do not go together"),
    ],
)
def test_broken_use_is_one_line(tmp_path: Path, toml: str, arguments: list[str], says: str) -> None:
    (tmp_path / "brief.toml").write_text(toml, encoding="utf-8")
    sent = brief(tmp_path, "send", *arguments)
    assert sent.returncode == WRONG_USE
    assert says in sent.stderr
    assert len(sent.stderr.splitlines()) == 1
