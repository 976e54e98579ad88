"""The password: from the environment, a file or a command; never shown, never kept."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import DeliverError

COMMAND_SECONDS = 60  # enough to unlock a key by hand
HIDDEN = "***"


@dataclass(frozen=True, slots=True)
class Password:
    """A password that no message, log or traceback shows."""

    value: str = field(repr=False)

    def __str__(self) -> str:
        return HIDDEN


def find(environ: Mapping[str, str], variable: str, file: Path | None, command: Sequence[str]) -> Password:
    """The password, from the first of these that is given.

    Raises DeliverError, which never quotes what it read, where there is none.
    """
    if environ.get(variable):
        return Password(environ[variable])
    if file:
        return first_line(read(file), f"the file {file}")
    if command:
        return first_line(output(command), f'the command "{command[0]}"')
    raise DeliverError(f"there is no password: set {variable}, or name password_file or password_command in [mail]")


def read(file: Path) -> str:
    """What the file holds."""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise DeliverError(f"the password file {file} cannot be read: {reason}") from None


def output(command: Sequence[str]) -> str:
    """What the command prints; it is started without a shell."""
    try:
        ended = subprocess.run(list(command), capture_output=True, timeout=COMMAND_SECONDS, check=False)  # noqa: S603 the operator's own command
        printed = ended.stdout.decode("utf-8")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise DeliverError(f'the password command "{command[0]}" failed: {reason}') from None
    if ended.returncode:
        raise DeliverError(f'the password command "{command[0]}" ended with status {ended.returncode}')
    return printed


def first_line(text: str, where: str) -> Password:
    """The first line, without its end."""
    line = text.partition("\n")[0].rstrip("\r")
    if not line:
        raise DeliverError(f"{where} gives no password: its first line is empty")
    return Password(line)
