"""Installing a timer: the files and commands of systemd's user instance, or of cron."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

from briefing.deliver.timer import Timer, service_unit, timer_unit, unfit, with_line, without_line
from briefing.errors import DeliverError

How = Literal["systemd", "cron"]
BOOTED = Path("/run/systemd/system")  # there if, and only if, systemd runs the machine: sd_booted(3)
SECONDS_MAX = 60


def usual() -> How:
    """What this machine has: systemd where it runs, else cron."""
    return "systemd" if BOOTED.is_dir() and shutil.which("systemctl") else "cron"


def units(timer: Timer) -> dict[Path, str]:
    """The files of systemd's user instance, with what they are to say."""
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    folder = Path(base) / "systemd" / "user"
    return {
        folder / f"{timer.name}.service": service_unit(timer),
        folder / f"{timer.name}.timer": timer_unit(timer),
    }


def install(timer: Timer, how: How) -> None:
    """Have the system call it from now on; again does no harm. DeliverError where that cannot be."""
    if unfit((str(timer.folder), *timer.command)):
        raise DeliverError(f"{timer.folder!r} cannot stand in a timer: give the folder a name of one line")
    if how == "cron":
        write_crontab(with_line(read_crontab(), timer))
        return
    new = [path for path in units(timer) if not path.exists()]
    try:
        write_units(timer)
        call("systemctl", "--user", "daemon-reload")
        call("systemctl", "--user", "enable", "--now", f"{timer.name}.timer")
    except DeliverError:
        for path in new:  # else it would look as if it were installed
            path.unlink(missing_ok=True)
        raise


def write_units(timer: Timer) -> None:
    """Put the files of systemd in their places."""
    for path, text in units(timer).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise DeliverError(f"{path} cannot be written: {error.strerror}") from None


def remove(timer: Timer, how: How) -> bool:
    """Undo `install`; whether there was anything to undo."""
    if how == "cron":
        before = read_crontab()
        after = without_line(before, timer)
        if after != before:
            write_crontab(after)
        return after != before
    present = [path for path in units(timer) if path.exists()]
    if present:
        try:
            call("systemctl", "--user", "disable", "--now", f"{timer.name}.timer")
        finally:  # where systemd does not answer, it finds nothing when it starts again
            for path in present:
                path.unlink()
        call("systemctl", "--user", "daemon-reload")
    return bool(present)


def installed(timer: Timer) -> How | None:
    """By what it is called now, as far as can be seen without asking the system to do anything."""
    if all(path.exists() for path in units(timer)):
        return "systemd"
    if shutil.which("crontab"):
        crontab = read_crontab()
        if without_line(crontab, timer) != crontab:
            return "cron"
    return None


def read_crontab() -> str:
    """The user's crontab, empty where there is none."""
    ended = started("crontab", "-l")
    return ended.stdout if ended.returncode == 0 else ""


def write_crontab(text: str) -> None:
    """Put the text in its place."""
    ended = started("crontab", "-", given=text)
    if ended.returncode:
        raise DeliverError(f"crontab did not take the line: {said(ended)}")


def call(*command: str) -> None:
    """Run a command that must succeed."""
    ended = started(*command)
    if ended.returncode:
        raise DeliverError(
            f"{' '.join(command)} failed: {said(ended)}; try --cron, or see whether systemd runs for your user"
        )


def started(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    try:
        return subprocess.run(  # noqa: S603 our own commands, no shell
            command, input=given, capture_output=True, text=True, encoding="utf-8", errors="replace",
            timeout=SECONDS_MAX, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        other = "--cron" if command[0] == "systemctl" else "--systemd"
        raise DeliverError(f"there is no {command[0]} here: try {other}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DeliverError(f"{command[0]} cannot be run: {error}") from None


def said(ended: subprocess.CompletedProcess[str]) -> str:
    """What a command said when it failed, on one line."""
    return " ".join((ended.stderr or ended.stdout).split()) or f"status {ended.returncode}"
