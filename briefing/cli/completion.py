"""`brief completion SHELL`: the script that has a shell complete `brief`'s words."""

import click
from click.shell_completion import get_completion_class

PROGRAM = "brief"
VARIABLE = "_BRIEF_COMPLETE"  # by which the script asks `brief` for words; click's own convention
SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a completion script: for bash, `eval "$(brief completion bash)"` in ~/.bashrc; docs/how-to has the rest."""
    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 click knows all three
    click.echo(made(context.find_root().command, {}, PROGRAM, VARIABLE).source())
