"""Timers: what has the system call `brief run`, by systemd or by cron; the texts are made purely.

The system only knocks, every few minutes; `brief run` itself decides in the reader's time zone what is due. So clock
changes, missed runs, retries and each recipient's own hour need nothing of cron or systemd, which differ in all that.
"""

import hashlib
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# How often the system knocks. A start with nothing due costs a fifth of a second; 07:00 is met on the dot.
MINUTES = 5
UNREAD = 3  # exit status of a run that was done though some inputs could not be read: no failure
NAME_DIGITS = 8  # of the folder's digest: enough to tell the folders of one user
MARK = "# brief: "  # before a line of a crontab that is ours
QUOTED = re.compile(r'([\\"])')


@dataclass(frozen=True, slots=True)
class Timer:
    """What is to be called, and where."""

    folder: Path  # absolute; the one with `brief.toml`
    command: tuple[str, ...]  # the program and its arguments

    @property
    def name(self) -> str:
        """What systemd knows it by: the same for the same folder."""
        return f"brief-{hashlib.sha256(str(self.folder).encode('utf-8', 'surrogateescape')).hexdigest()[:NAME_DIGITS]}"


def service_unit(timer: Timer) -> str:
    """The unit that does the work: systemd.service(5)."""
    return f"""[Unit]
Description=brief in {specifiers(str(timer.folder))}

[Service]
Type=oneshot
WorkingDirectory={specifiers(str(timer.folder))}
ExecStart={" ".join(argument(each) for each in timer.command)}
SuccessExitStatus={UNREAD}
"""


def timer_unit(timer: Timer) -> str:
    """The unit that starts it: systemd.timer(5)."""
    return f"""[Unit]
Description=brief in {specifiers(str(timer.folder))}, every {MINUTES} minutes; it decides itself what is due

[Timer]
OnCalendar=*:0/{MINUTES}
Persistent=true
AccuracySec=10s

[Install]
WantedBy=timers.target
"""


def crontab_line(timer: Timer) -> str:
    """The line for a crontab: crontab(5), where a percent sign would end the command."""
    call = f"cd {shlex.quote(str(timer.folder))} && {shlex.join(timer.command)}"
    return f"*/{MINUTES} * * * * {call}".replace("%", r"\%")


def with_line(crontab: str, timer: Timer) -> str:
    """The crontab with our line for that folder, once, and everything else as it was."""
    before = without_line(crontab, timer)
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{mark(timer)}\n{crontab_line(timer)}\n"


def without_line(crontab: str, timer: Timer) -> str:
    """The crontab without our line for that folder."""
    kept: list[str] = []
    ours = False
    for line in crontab.splitlines(keepends=True):
        if ours:
            ours = False
        elif line.rstrip("\n") == mark(timer):
            ours = True
        else:
            kept.append(line)
    return "".join(kept)


def mark(timer: Timer) -> str:
    """The comment that makes the line after it ours."""
    return f"{MARK}{timer.name}"


def specifiers(text: str) -> str:
    """The text where systemd would replace what begins with a percent sign."""
    return text.replace("%", "%%")


def argument(text: str) -> str:
    """One argument of a command line as systemd reads it (systemd.service(5), "Command lines")."""
    quoted = QUOTED.sub(r"\\\1", specifiers(text)).replace("$", "$$")
    return f'"{quoted}"'


def unfit(names: Sequence[str]) -> bool:
    """Whether any of these names cannot stand in a unit or a crontab: they are files of lines."""
    return any(not name.isprintable() for name in names)
