"""What strangers wrote is text on a terminal, whatever it would make a terminal do; programs get it as it is."""

import io
import os
import pty
import subprocess
import sys
import tty
from pathlib import Path

import pytest

from briefing.cli.progress import ERASE
from briefing.cli.terminal import BOLD, PLAIN, STAND_IN, Inert

ACTING = (
    "\x1b]8;;http://evil.example\x07bank.example\x1b]8;;\x07 \x1b[2J\x1b[A\r\x08 \x9b31m \x7f \u202egpj.exe\u202c\x00"
)


def shown(folder: Path, *arguments: str) -> tuple[int, str]:
    """A call of `brief` in a terminal: its exit status and everything that the terminal was sent."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    environment = {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "briefing", *arguments]
    child = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    pieces = []
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        while True:
            try:
                piece = terminal.read(65_536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            pieces.append(piece)
    return child.wait(), b"".join(pieces).decode("utf-8")


def text_alone(told: str) -> str:
    """What a terminal is sent, less the codes that are ours."""
    for own in (ERASE, BOLD, PLAIN):
        told = told.replace(own, "")
    return told


def moving(told: str) -> set[str]:
    """What in a terminal's input is no text."""
    return {each for each in text_alone(told) if not each.isprintable() and each not in "\n\t"}


def test_a_stream_to_a_terminal_writes_text_as_text() -> None:
    told = io.StringIO()
    Inert(told).write(f"{BOLD}Harnby{PLAIN}\t{ACTING}\n")
    assert told.getvalue().startswith(f"{BOLD}Harnby{PLAIN}\t{STAND_IN}]8;;http://evil.example{STAND_IN}bank")
    assert not moving(told.getvalue())


def test_bytes_to_a_terminal_are_text_too() -> None:
    told = io.StringIO()
    Inert(told).buffer.writelines([ACTING.encode(), b"\xff\n"])
    assert not moving(told.getvalue())


@pytest.mark.parametrize("name", ["a\x1b[2Jb.xyz", "a\rbrief: all is well\n.xyz", "a\u202egpj.xyz", "a\x9b31m.xyz"])
def test_a_file_cannot_speak_through_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / name).write_text("x")
    status, told = shown(tmp_path, "make", "--week", "2026-W20", "--source", "news")
    assert status == 3
    assert "not a kind of file" in told
    assert not moving(told)
    assert "\nbrief: all is well" not in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("make", "--week", ACTING.replace("\0", "")),
        ("show", ACTING.replace("\0", "")),
        ("verify", ACTING.replace("\0", "")),
        ("make", f"--{ACTING}".replace("\0", "")),
        (ACTING.replace("\0", ""),),
        ("make", "--source", ACTING.replace("\0", "")),
    ],
)
def test_an_error_message_is_text(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    status, told = shown(tmp_path, *arguments)
    assert status in (1, 2)
    assert told
    assert not moving(told)


def test_a_configuration_is_text(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text('"a\\u001b[2J" = 1\n')
    status, told = shown(tmp_path, "make", "--week", "2026-W20")
    assert (status, moving(told)) == (2, set())


def test_what_cannot_be_encoded_is_spelled_out(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "häfen–.xyz").write_text("x")
    command = [sys.executable, "-m", "briefing", "make", "--week", "2026-W20", "--source", "news", "--dry-run"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert made.returncode == 3
    assert b"Traceback" not in made.stderr
    assert b"h\xe4fen\\u2013" in made.stderr
