"""`brief schedule`: have the system call `brief run`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing.config import Config, load
from briefing.config.mail import PASSWORD_VARIABLE
from briefing.deliver.install import How, install, installed, remove, units, usual
from briefing.deliver.timer import Timer, crontab_line
from briefing.due import next_due
from briefing.window import time_zone


@click.group("schedule")
def command() -> None:
    """Have systemd or cron call `brief run`, which sends each briefing at its hour."""


def by(function: click.decorators.FC) -> click.decorators.FC:
    """The options that say by what."""
    systemd = click.option("--systemd", "how", flag_value="systemd", help="A user timer of systemd.")
    cron = click.option("--cron", "how", flag_value="cron", help="A line in the crontab.")
    return systemd(cron(function))


@command.command("show", short_help="Show what would be installed, and what is due next.")
@by
def show(how: How | None) -> None:
    """Show what would be installed, and when the next briefing is due; change nothing."""
    config = load(Path())
    timer = here()
    for line in shown(timer, how or usual()):
        click.echo(line)
    tell_when(config)
    now = installed(timer)
    click.echo(f"Installed: by {now}." if now else "Installed: no. Do it with: brief schedule install", err=True)


@command.command("install")
@by
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def install_(how: How | None, yes: bool) -> None:
    """Show what is to be installed, ask, and install it."""
    config = load(Path())
    timer, how = here(), how or usual()
    for line in shown(timer, how):
        click.echo(line)
    if not yes:
        click.confirm("Install this?", abort=True, err=True)
    install(timer, how)
    tell_when(config)
    mail = config.mail
    if mail and mail.user and not mail.password_file and not mail.password_command:
        click.echo(f"A timer does not see {PASSWORD_VARIABLE}: name password_file or password_command.", err=True)
    if how == "systemd":
        click.echo("It runs while you are logged in; always, after: loginctl enable-linger", err=True)


@command.command("remove")
@by
def remove_(how: How | None) -> None:
    """Undo what `brief schedule install` did in this folder."""
    timer = here()
    by_what = how or installed(timer) or usual()
    click.echo("Removed." if remove(timer, by_what) else "There was nothing to remove.", err=True)


def here() -> Timer:
    """The timer of the working folder, by the very program that runs now."""
    return Timer(Path.cwd(), (sys.executable, "-m", "briefing", "run", "--quiet"))


def shown(timer: Timer, how: How) -> list[str]:
    """The lines that would be written."""
    if how == "cron":
        return [crontab_line(timer)]
    return [line for path, text in units(timer).items() for line in (f"# {path}", *text.splitlines(), "")]


def tell_when(config: Config) -> None:
    """Say when the next briefing is due."""
    then = next_due(config, datetime.now(UTC)).astimezone(time_zone(config.timezone))
    click.echo(f"The next briefing is due at {then:%Y-%m-%d %H:%M} {config.timezone}.", err=True)
