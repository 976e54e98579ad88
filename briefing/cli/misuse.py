"""Wrong use: what a command was given and cannot take, told in one line as every other fault is."""

import click


def told(error: click.UsageError) -> str:
    """What was wrong, and where it says what is right; the help itself where a command was called with nothing."""
    message = error.format_message()
    if message.startswith("Usage:"):
        return message
    message = " ".join(message.split()).removesuffix(".")
    help_of = f" ({error.ctx.command_path} --help)" if error.ctx else ""
    return f"brief: {message[:1].lower()}{message[1:]}{help_of}"
