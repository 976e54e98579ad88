"""`brief init`: a folder to work in."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from briefing.config import FILE, SOURCES, load
from briefing.config.mail import mailbox
from briefing.errors import ConfigError
from briefing.setup import TEMPLATES, Answers, copy_samples, copy_templates, guessed_zone, write_config
from briefing.window import time_zone


@click.command("init")
@click.option("--source", "sources", multiple=True, metavar="PATH", help="A file or folder to read; may be repeated.")
@click.option("--timezone", metavar="NAME", help="Where the reader lives, as Europe/Berlin.")
@click.option("--from", "sender", metavar="ADDRESS", help="From which address briefings are mailed.")
@click.option("--host", metavar="NAME", help="The SMTP server.")
@click.option("--user", metavar="NAME", help="Who logs in there.")
@click.option("--to", "recipient", metavar="ADDRESS", help="Whom briefings are mailed to.")
@click.option("--samples", is_flag=True, help="Copy the sample articles to seeds/.")
@click.option("--templates", is_flag=True, help="Copy the templates to templates/, to change the look.")
@click.option("--force", is_flag=True, help="Write over the brief.toml that is there.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing.")
def command(
    sources: tuple[str, ...],
    timezone: str | None,
    sender: str | None,
    host: str | None,
    user: str | None,
    recipient: str | None,
    samples: bool,
    templates: bool,
    force: bool,
    yes: bool,
) -> None:
    """Write a commented brief.toml into this folder; asks for what was not given."""
    folder = Path()
    silent = yes or not sys.stdin.isatty()
    zone = guessed_zone(os.environ)
    answers = Answers(
        sources=sources or (ask("What to read (a file or folder)", SOURCES, silent),),
        timezone=timezone or ask("The reader's time zone", zone, silent),
        sender=sender if sender is not None else ask("Mail briefings from which address (empty: none)", "", silent),
        user=user or "",
    )
    if answers.sender:
        answers = Answers(
            answers.sources,
            answers.timezone,
            answers.sender,
            host or ask("The SMTP server", f"smtp.{mailbox(answers.sender, '--from').host}", silent),
            user if user is not None else ask("Who logs in there", mailbox(answers.sender, "--from").address, silent),
            recipient or ask("To which address", mailbox(answers.sender, "--from").address, silent),
        )
    elif given := [name for name, value in (("--host", host), ("--user", user), ("--to", recipient)) if value]:
        raise ConfigError(f"{given[0]} needs --from: say from which address briefings are mailed")
    answers = replace(answers, templates=templates)
    check(answers)
    taken = [
        name for name, wanted in ((SOURCES, samples), (TEMPLATES, templates)) if wanted and (folder / name).exists()
    ]
    if taken:
        raise ConfigError(f"{taken[0]} is there already: move it away first")
    if (folder / FILE).exists() and not force and (samples or templates):
        click.echo(f"brief: {FILE} is there already and is kept", err=True)
    else:
        click.echo(str(write_config(folder, answers, force=force)))
    if samples:
        click.echo(str(copy_samples(folder)))
    if templates:
        click.echo(str(copy_templates(folder)))
    missing = [str(source) for source in load(folder).sources if not source.exists()]
    if missing:
        click.echo(f"Put articles into the folder {' and '.join(missing)}, or name another in {FILE}", err=True)
    click.echo("Next: brief make --week last, brief doctor, brief schedule show", err=True)


def ask(question: str, default: str, silent: bool) -> str:
    """The answer, or the default where nobody is asked."""
    return default if silent else str(click.prompt(question, default=default, err=True, show_default=bool(default)))


def check(answers: Answers) -> None:
    """ConfigError for what could not stand in the file, before anything is written."""
    time_zone(answers.timezone)
    for name, address in (("--from", answers.sender), ("--to", answers.recipient)):
        if address:
            mailbox(address, name)
    if any("\0" in source for source in answers.sources):
        raise ConfigError("--source is no name a file can have")
