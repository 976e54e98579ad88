"""`brief`: one file a command, each loaded only when it is called; no logic."""

import atexit
import gc
import importlib
import sys
from keyword import iskeyword

import click

from briefing import __version__
from briefing.cli.late import import_late
from briefing.cli.misuse import told
from briefing.cli.stopping import leave, listen, stopped
from briefing.cli.terminal import guard
from briefing.cli.threads import wait_asleep
from briefing.cli.utf8 import in_utf8
from briefing.errors import FAILED, BriefError

# How often Python looks for garbage that refers to itself, of which there is next to none here: every so many objects
# more, and among older ones every twentieth time. By its own measure it takes a twentieth of all that a briefing takes.
SWEEPS = (200_000, 20, 20)

COMMANDS = {
    "init": "Set up a folder: brief.toml, samples, templates.",
    "add": "Add articles to the library: files, folders, pages, feeds.",
    "fetch": "Fetch what is new in the feeds and pages that brief.toml lists.",
    "make": "Make a briefing of a week, a day, or any stretch of time.",
    "send": "Mail the briefing to every recipient, each once.",
    "run": "Fetch, make and send whatever is due: what the schedule calls.",
    "schedule": "Have systemd or cron call `brief run` (shown first).",
    "doctor": "Check configuration, sources, mail, library, clock and disk.",
    "events": "List the events there are; merge, split, move, drop or retitle them.",
    "strike": "Print a sentence or quotation no more, in no briefing.",
    "pin": "Print a sentence or quotation whenever its event is told.",
    "speaker": "Say who said a quotation.",
    "corrections": "List what you said of events and words; take any of it back.",
    "explain": "Say why the articles of an event are together.",
    "quotes": "List quotations by speaker: who said what, when, where it was printed.",
    "people": "List who speaks, with roles over time; merge and split people.",
    "site": "Make a static site of the archive: events, stories, people, outlets, search.",
    "list": "List briefings, events, articles or quotations, the latest first.",
    "show": "Show a briefing, an article with its versions, an event, or the words at a place.",
    "search": "Search briefings, events, articles and quotations by their words.",
    "serve": "Open the desk: the site live, and corrections by click.",
    "verify": "Check every sentence and quotation of a briefing against the library.",
    "export": "Write everything in the library as JSON Lines.",
    "import": "Make a library of what `brief export` wrote.",
    "pipe": "Run one stage alone over JSON Lines.",
    "completion": "Print the completion script of bash, zsh or fish.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--help` stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"briefing.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Set a dated news briefing out of articles, word for word, every line with its place."""


def main() -> None:
    """Run `brief`; broken use ends in one line on standard error and its own status, never in a traceback."""
    in_utf8()
    gc.set_threshold(*SWEEPS)
    atexit.register(gc.freeze)  # else Python looks through everything once more before it ends, a twentieth of a week
    import_late()
    wait_asleep()
    listen()
    guard()
    try:
        sys.exit(cli(prog_name="brief", standalone_mode=False))  # the name also when started as `python -m briefing`
    except click.Abort as stop:
        if isinstance(stop.__cause__, KeyboardInterrupt):
            leave(stopped(stop.__cause__))
        click.echo("brief: nothing was done", err=True)  # a question was not answered
        sys.exit(FAILED)
    except click.UsageError as error:
        click.echo(told(error), err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BriefError as error:
        click.echo(f"brief: {error}", err=True)
        sys.exit(error.exit_status)
    except OSError as error:  # what files and the library cannot do is told where it happens; this is the output itself
        click.echo(f"brief: {error.filename or 'what was found'} cannot be written: {error.strerror}", err=True)
        leave(FAILED)
