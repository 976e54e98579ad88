"""`--help` of every command there is: told whole, in lines of a terminal's width."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from briefing.cli import COMMANDS, cli

WIDTH = 80


def commands(
    command: click.Command, above: click.Context | None = None, name: str = "brief"
) -> Iterator[click.Context]:
    """The contexts of a command and of all below it."""
    context = click.Context(command, info_name=name, parent=above, terminal_width=WIDTH)
    yield context
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            assert below is not None
            yield from commands(below, context, each)


ALL = [(context.command_path, context.get_help()) for context in commands(cli)]


def test_every_command_is_there() -> None:
    assert {path.split()[1] for path, _ in ALL if " " in path} == set(COMMANDS)


@pytest.mark.parametrize(("path", "told"), ALL, ids=[path for path, _ in ALL])
def test_no_line_of_help_is_cut_short(path: str, told: str) -> None:
    assert [line for line in told.splitlines() if line.rstrip().endswith("...") and "Usage:" not in line] == []
    assert max(len(line) for line in told.splitlines()) <= WIDTH, path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("make", "--words", "0"),
            "brief: invalid value for '--words': 0 is not in the range x>=1 (brief make --help)",
        ),
        (("nosuch",), "brief: no such command 'nosuch' (brief --help)"),
        (("events", "merge"), "brief: missing argument 'EVENT' (brief events merge --help)"),
    ],
)
def test_wrong_use_is_told_in_one_line_that_names_the_help(words: tuple[str, ...], told: str) -> None:
    done = subprocess.run([sys.executable, "-m", "briefing", *words], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told + "\n")


def test_who_names_no_command_is_shown_them() -> None:
    done = subprocess.run([sys.executable, "-m", "briefing"], capture_output=True, text=True)
    assert "Commands:" in done.stdout + done.stderr
